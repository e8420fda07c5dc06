import { listOfSchemas, namedSchemas, oneSchema, type AnySchema } from '../../src/validate/schemas/prepare.ts'
import { toJavaScript } from './patterns.ts'

export type { AnySchema }

/** Keywords that judge a value and hold nothing further to walk into. */
const plain = new Set([
  '$ref',
  'const',
  'dependentExcluded',
  'dependentRequired',
  'enum',
  'enumCaseInsensitive',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maxUniqueItems',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'pattern',
  'required',
  'requiredOr',
  'requiredXor',
  'type',
  'uniqueItems',
  'uniqueKeys',
])
/** Formats without a meaning for whether a value is taken. `json` tells how lengths are counted. */
const meaningless = new Set(['int64', 'uri', 'double', 'string', 'timestamp', 'byte', 'uuid'])

/** The schema with what judges values only, its regular expressions translated, and the definitions that it reaches. */
export function lean(schema: AnySchema): AnySchema {
  const definitions = (schema['definitions'] ?? {}) as { readonly [name: string]: AnySchema }
  const root = leanPart(schema) as AnySchema
  const reached = new Map<string, unknown>()
  const queue = [...references(root)]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (reached.has(name) || definitions[name] === undefined) continue
    reached.set(name, leanPart(definitions[name]))
    queue.push(...references(reached.get(name)))
  }
  return reached.size === 0 ? root : { ...root, definitions: Object.fromEntries([...reached].sort()) }
}

function leanPart(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  const kept: [string, unknown][] = []
  for (const [keyword, value] of Object.entries(schema)) {
    if (plain.has(keyword)) kept.push(...leanKeyword(keyword, value))
    else if (oneSchema.has(keyword)) kept.push([keyword, leanPart(value)])
    else if (listOfSchemas.has(keyword)) kept.push([keyword, (value as readonly unknown[]).map(leanPart)])
    else if (namedSchemas.has(keyword)) kept.push([keyword, leanNamed(keyword, value as AnySchema)])
  }
  return Object.fromEntries(kept)
}

function leanKeyword(keyword: string, value: unknown): readonly [string, unknown][] {
  if (keyword === 'pattern') return [[keyword, toJavaScript(value as string)]]
  if (keyword === 'format' && meaningless.has(value as string)) return []
  return keyword === 'uniqueItems' && value !== true ? [] : [[keyword, value]]
}

function leanNamed(keyword: string, schemas: AnySchema): AnySchema {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      keyword === 'patternProperties' ? toJavaScript(name) : name,
      Array.isArray(schema) ? schema : leanPart(schema),
    ]),
  )
}

/** The schema as it is, only its regular expressions translated. */
export function translated(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(translated)
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (keyword === 'pattern' && typeof value === 'string') return [keyword, toJavaScript(value)]
    const inner = translated(value) as AnySchema
    if (keyword !== 'patternProperties') return [keyword, inner]
    return [keyword, Object.fromEntries(Object.entries(inner).map(([key, one]) => [toJavaScript(key), one]))]
  })
  return Object.fromEntries(entries)
}

/** Names of the definitions that a schema refers to. */
function references(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([keyword, value]) =>
    keyword === '$ref' && typeof value === 'string'
      ? value
          .replace(/^#\/definitions\//, '')
          .split('/')
          .slice(0, 1)
      : references(value),
  )
}
