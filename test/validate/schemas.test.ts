import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import * as fc from 'fast-check'
import { loadSpec } from '../../scripts/spec/load.ts'
import type { DefinitionModel, PropertyModel, TypeModel, ValueType } from '../../src/codegen/type-model.ts'
import { resolve } from '../../src/validate/properties/resolve.ts'
import { parseTemplate } from '../../src/validate/read-template.ts'
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

/** Types with every keyword that validators have. */
const always = new Set([
  'AWS::EC2::Instance',
  'AWS::ECS::Service',
  'AWS::S3::Bucket',
  'AWS::IAM::Policy',
  'AWS::EC2::Subnet',
])

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
    const judged = models.filter(
      ({ type }, index) => validatorFile.has(type) && (index % 12 === 0 || always.has(type)),
    )
    expect(judged.length).to.be.greaterThan(25)
    for (const model of judged) {
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
        { numRuns: 30 },
      )
    }
  })

  it('say the same of every resource of a folder of templates', function () {
    const folder = process.env['CFSTACK_CORPUS']
    if (folder === undefined) return this.skip()
    this.timeout(300_000)
    let compared = 0
    for (const template of templatesIn(folder)) {
      for (const { Type: type, Properties: properties } of Object.values(template.Resources ?? {})) {
        const standalone = typeof type === 'string' ? precompiled(type)?.validator : undefined
        if (standalone === undefined) continue
        const direct = compile(catalog.schema(type as string) as AnySchema)
        for (const holds of [true, false]) {
          const value = resolve(properties ?? {}, () => holds)
          expect(standalone(value).map(places)).to.deep.equal(direct(value).map(places))
          compared++
        }
      }
    }
    expect(compared).to.be.greaterThan(0)
  })

  it('import nothing when precompiled', () => {
    const importing = validatorFile
      .names()
      .filter((name) => /require\(|import\(/.test(validatorFile.text(name) ?? ''))
    expect(importing).to.deep.equal([])
  })
})

interface Template {
  readonly Resources?: { readonly [id: string]: { readonly Type?: string; readonly Properties?: object } }
}

/** The templates of a folder that can be read. */
function templatesIn(folder: string): readonly Template[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(json|ya?ml|template)$/.test(name),
  )
  return files.flatMap((name) => {
    try {
      const template = parseTemplate(readFileSync(join(folder, name), 'utf8'), name) as Template
      const isRead = Object.values(template.Resources ?? {}).every(
        (resource) => typeof resource === 'object' && resource !== null,
      )
      return isRead ? [template] : []
    } catch {
      return []
    }
  })
}

function places({ instancePath, schemaPath, params, propertyName }: Fault): unknown {
  return [instancePath, schemaPath, params.unknown ?? false, propertyName]
}
