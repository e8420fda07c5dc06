import { expect } from 'chai'
import * as fc from 'fast-check'
import { loadSpec } from '../../scripts/spec/load.ts'
import type { DefinitionModel, PropertyModel, TypeModel, ValueType } from '../../src/codegen/type-model.ts'
import { compile, precompiled } from '../../src/validate/schemas/compile.ts'
import type { Fault, Validator } from '../../src/validate/schemas/fault.ts'
import { keywordOf } from '../../src/validate/schemas/fault.ts'
import { validatorFile } from '../../src/validate/schemas/generated.ts'
import type { AnySchema } from '../../src/validate/schemas/prepare.ts'
import { typeCatalog } from '../../src/validate/schemas/type-catalog.ts'

/** A key of a map, whose pattern the types do not tell. */
const anyKey = 'key'

/** An instance with every property of the type and of its nested types, three levels deep. */
function instance(model: TypeModel): object {
  const definitions = new Map(model.definitions.map((definition) => [definition.name, definition]))
  const object = (properties: readonly PropertyModel[], depth: number): object =>
    Object.fromEntries(
      properties
        .filter(({ required }) => required || depth < 3)
        .map(({ name, type }) => [name, value(type, depth + 1)]),
    )
  function value(type: ValueType, depth: number): unknown {
    if (type.kind === 'enum') return type.values[0]
    if (type.kind === 'list') return depth > 8 ? [] : [value(type.of, depth)]
    if (type.kind === 'map') return depth > 8 ? {} : { [anyKey]: value(type.of, depth) }
    if (type.kind === 'union') return value(type.of[0] as ValueType, depth)
    if (type.kind === 'definition')
      return depth > 20 ? Symbol() : object((definitions.get(type.name) as DefinitionModel).properties, depth)
    const scalars: { readonly [kind: string]: unknown } = {
      tag: { Key: 'k', Value: 'v' },
      json: {},
      boolean: true,
      number: 1.5,
      integer: 1,
    }
    return scalars[type.kind] ?? 'text'
  }
  return object(model.properties, 0)
}

describe('resource schemas', () => {
  const catalog = typeCatalog()
  let models: readonly TypeModel[] = []
  before(async () => {
    models = (await loadSpec()).flatMap(({ types }) => types)
  })

  it('accept every property that the generated types have', () => {
    const sample = models.filter(({ type }, index) => validatorFile.has(type) || index % 15 === 0)
    const refused = sample.flatMap((model) => {
      const faults = (catalog.validator(model.type) as Validator)(instance(model))
      return faults
        .filter((fault) => keywordOf(fault) === 'additionalProperties' && fault.params.found !== anyKey)
        .map((fault) => [model.type, fault])
    })
    expect(sample.length).to.be.greaterThan(400)
    expect(refused).to.deep.equal([])
  })

  it('know every type of the specification', () => {
    expect(models.filter(({ type }) => catalog.attributes(type) === undefined)).to.deep.equal([])
  })

  it('say the same precompiled as compiled by ajv directly', () => {
    const names = [
      'AWS::EC2::Instance',
      'AWS::ECS::Service',
      'AWS::S3::Bucket',
      'AWS::IAM::Role',
      'AWS::CertificateManager::Certificate',
      'AWS::CloudFormation::CustomResource',
    ]
    for (const model of models.filter(({ type }) => names.includes(type))) {
      const direct = compile(catalog.schema(model.type) as AnySchema)
      const standalone = precompiled(model.type)?.validator as Validator
      const whole = instance(model) as { readonly [name: string]: unknown }
      const keys = fc.subarray([...Object.keys(whole), 'Wrong'])
      const replaced = fc.dictionary(
        fc.constantFrom(...Object.keys(whole)),
        fc.oneof(fc.constantFrom(1, 'a', true, null, {}, [], [1], { Wrong: 1 }, Symbol('0\u0000'))),
      )
      fc.assert(
        fc.property(keys, replaced, (kept, other) => {
          const value = { ...Object.fromEntries(kept.map((key) => [key, whole[key] ?? 1])), ...other }
          expect(standalone(value).map(places)).to.deep.equal(direct(value).map(places))
        }),
        { numRuns: 60 },
      )
    }
  })

  it('import nothing when precompiled', () => {
    const importing = validatorFile
      .names()
      .filter((name) => /require\(|import\(/.test(validatorFile.text(name) ?? ''))
    expect(importing).to.deep.equal([])
  })
})

function places({ instancePath, schemaPath, params, propertyName }: Fault): unknown {
  return [instancePath, schemaPath, params.unknown ?? false, propertyName]
}
