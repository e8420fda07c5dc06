import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import * as fc from 'fast-check'
import { loadSpec } from '../../scripts/spec/load.ts'
import type { DefinitionModel, PropertyModel, TypeModel, ValueType } from '../../src/codegen/type-model.ts'
import { makeAjv } from '../../src/validate/schemas/make-ajv.ts'
import { pack, unpack } from '../../src/validate/schemas/pack.ts'
import { fileNameOf } from '../../src/validate/schemas/resource-schema.ts'
import { schemaOf } from '../../src/validate/schemas/schema-of.ts'
import { typeCatalog, type Validator } from '../../src/validate/schemas/type-catalog.ts'

const require = createRequire(import.meta.url)
const validators = new URL('../../src/spec/generated/validators/', import.meta.url)
const precompiled = new Set(readdirSync(validators))

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
    if (type.kind === 'map') return depth > 8 ? {} : { key: value(type.of, depth) }
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
  let models: readonly TypeModel[] = []
  before(async () => {
    models = (await loadSpec()).flatMap(({ types }) => types)
  })

  it('accept every property that the generated types have', () => {
    const sample = models.filter(
      ({ type }, index) => precompiled.has(`${fileNameOf(type)}.cjs`) || index % 15 === 0,
    )
    const catalog = typeCatalog()
    const refused = sample.flatMap((model) => {
      const validator = catalog.validator(model.type)
      return validator === undefined || validator(instance(model))
        ? []
        : [[model.type, validator.errors?.[0]]]
    })
    expect(sample.length).to.be.greaterThan(400)
    expect(refused).to.deep.equal([])
  })

  it('know every type of the specification', () => {
    const catalog = typeCatalog()
    expect(models.filter(({ type }) => catalog.attributes(type) === undefined)).to.deep.equal([])
  })

  it('are the same after packing and unpacking', () => {
    for (const model of models.filter((_, index) => index % 10 === 0)) {
      const schema = schemaOf(model)
      expect(unpack(JSON.parse(JSON.stringify(pack(schema))))).to.deep.equal(schema)
    }
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
      const direct = makeAjv().compile(schemaOf(model)) as unknown as Validator
      const standalone = require(`${validators.pathname}${fileNameOf(model.type)}.cjs`) as Validator
      const whole = instance(model) as { readonly [name: string]: unknown }
      const keys = fc.subarray([...Object.keys(whole), 'Wrong'])
      const replaced = fc.dictionary(
        fc.constantFrom(...Object.keys(whole)),
        fc.oneof(fc.constantFrom(1, 'a', true, null, {}, [], [1], { Wrong: 1 })),
      )
      fc.assert(
        fc.property(keys, replaced, (kept, other) => {
          const value = { ...Object.fromEntries(kept.map((key) => [key, whole[key] ?? 1])), ...other }
          expect([standalone(value), places(standalone)]).to.deep.equal([direct(value), places(direct)])
        }),
        { numRuns: 60 },
      )
    }
  })

  it('import nothing when precompiled', () => {
    const importing = [...precompiled].filter((name) =>
      readFileSync(new URL(name, validators), 'utf8').includes('require('),
    )
    expect(importing).to.deep.equal([])
  })
})

function places({ errors }: Validator): unknown {
  return (errors ?? []).map(({ instancePath, keyword, params }) => [instancePath, keyword, params ?? {}])
}
