import { listOfSchemas, namedSchemas, oneSchema, type AnySchema } from './prepare.ts'

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

/** Makes JavaScript of a regular expression; undefined when it cannot, so that nothing is judged by it. */
export type Translate = (pattern: string) => string | undefined

/** The schema with what judges values only, its regular expressions translated, and the definitions that it reaches. */
export function lean(schema: AnySchema, translate: Translate): AnySchema {
  const definitions = (schema['definitions'] ?? {}) as { readonly [name: string]: AnySchema }
  const root = leanPart(schema, translate) as AnySchema
  const reached = new Map<string, unknown>()
  const queue = [...references(root)]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (reached.has(name) || definitions[name] === undefined) continue
    reached.set(name, leanPart(definitions[name], translate))
    queue.push(...references(reached.get(name)))
  }
  return reached.size === 0 ? root : { ...root, definitions: Object.fromEntries([...reached].sort()) }
}

function leanPart(schema: unknown, translate: Translate): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  const kept: [string, unknown][] = []
  for (const [keyword, value] of Object.entries(schema)) {
    if (plain.has(keyword)) kept.push(...leanKeyword(keyword, value, translate))
    else if (oneSchema.has(keyword)) kept.push([keyword, leanPart(value, translate)])
    else if (listOfSchemas.has(keyword))
      kept.push([keyword, (value as readonly unknown[]).map((one) => leanPart(one, translate))])
    else if (namedSchemas.has(keyword))
      kept.push([keyword, leanNamed(keyword, value as AnySchema, translate)])
  }
  const lean = Object.fromEntries(kept)
  return losesNames(schema, lean) ? { ...lean, additionalProperties: true } : lean
}

/** Whether names would be refused only because a pattern for them is not understood. */
function losesNames(schema: object, lean: AnySchema): boolean {
  const count = (of: unknown): number => Object.keys((of as AnySchema)['patternProperties'] ?? {}).length
  return lean['additionalProperties'] === false && count(lean) < count(schema)
}

function leanKeyword(keyword: string, value: unknown, translate: Translate): readonly [string, unknown][] {
  if (keyword === 'pattern') {
    const pattern = typeof value === 'string' ? translate(value) : undefined
    return pattern === undefined ? [] : [[keyword, pattern]]
  }
  if (keyword === 'format' && meaningless.has(value as string)) return []
  return keyword === 'uniqueItems' && value !== true ? [] : [[keyword, value]]
}

function leanNamed(keyword: string, schemas: AnySchema, translate: Translate): AnySchema {
  const named = Object.entries(schemas).flatMap(([name, schema]): readonly (readonly [string, unknown])[] => {
    const kept = keyword === 'patternProperties' ? translate(name) : name
    return kept === undefined ? [] : [[kept, Array.isArray(schema) ? schema : leanPart(schema, translate)]]
  })
  return Object.fromEntries(named)
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
