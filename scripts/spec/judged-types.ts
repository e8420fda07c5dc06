import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPack, type DataPack } from '../cfn-lint/data-pack.ts'
import type { TypeModel } from '../../src/codegen/type-model.ts'
import { patches } from '../../src/spec/patches.ts'
import { prepare, type AnySchema } from '../../src/validate/schemas/prepare.ts'
import type { TypeFacts } from '../../src/validate/schemas/type-facts.ts'
import { attributesOf, schemaOf } from '../../src/validate/schemas/schema-of.ts'
import type { ServiceModel } from './load.ts'
import { mergeType } from './merge.ts'

/** Everything that validation knows about one resource type. */
export interface JudgedType {
  readonly type: string
  /** In the form that ajv takes. */
  readonly schema: AnySchema
  readonly attributes: readonly string[]
  readonly facts: TypeFacts
  /** The regions that have it, as a hexadecimal number; absent: all, or not known. */
  readonly regions?: string
}

export function cfnLintData(): DataPack {
  return readPack(join(fileURLToPath(new URL('.', import.meta.url)), 'cfn-lint.pack'))
}

/** The types of the specification and of cfn-lint, by name: what either of them knows is allowed. */
export function judgedTypes(services: readonly ServiceModel[], { types }: DataPack): readonly JudgedType[] {
  const models = new Map(services.flatMap((service) => service.types.map((type) => [type.type, type])))
  const names = [...new Set([...models.keys(), ...Object.keys(types)])].sort()
  return names.map((type) => {
    const judged = judgedType(type, models.get(type), types[type])
    const becomes = patches.standsFor[type]?.becomes
    const target = becomes === undefined ? undefined : types[becomes]
    return target === undefined
      ? judged
      : { ...judged, schema: withConstraints(judged.schema, prepare(target.schema)) }
  })
}

/** A serverless type's properties that go unchanged into what it becomes: of the same name, and of a plain kind. */
function withConstraints(schema: AnySchema, target: AnySchema): AnySchema {
  const own = (schema['properties'] ?? {}) as { readonly [name: string]: AnySchema }
  const others = (target['properties'] ?? {}) as { readonly [name: string]: AnySchema }
  const properties = Object.entries(own).map(([name, property]) => {
    const other = others[name]
    const isPlain =
      Object.keys(property).length === 1 && /^(string|number|integer|boolean)$/.test(String(property['is']))
    return [
      name,
      isPlain && other?.['is'] !== undefined && !['object', 'array'].includes(String(other['is']))
        ? other
        : property,
    ]
  })
  return { ...schema, properties: Object.fromEntries(properties) }
}

function judgedType(
  type: string,
  model: TypeModel | undefined,
  known: DataPack['types'][string] | undefined,
): JudgedType {
  const facts = known?.facts ?? {}
  const schema =
    known === undefined
      ? schemaOf(model as TypeModel)
      : model === undefined
        ? known.schema
        : mergeType(known.schema, model)
  const own = model === undefined ? [] : attributesOf(model)
  const read = (facts.readOnly ?? [])
    .filter((path) => !path.includes('*'))
    .map((path) => path.replaceAll('/', '.'))
  const attributes = own.includes('*') ? own : [...new Set([...own, ...read])].sort()
  return {
    type,
    schema: prepare(schema),
    attributes,
    facts,
    ...(known?.regions && { regions: known.regions }),
  }
}
