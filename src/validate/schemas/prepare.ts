/** A JSON schema, or a part of one. */
export interface AnySchema {
  readonly [keyword: string]: unknown
}

/** Keywords that hold a schema, a list of them, or schemas by name; definitions are apart. */
export const oneSchema = new Set([
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
])
export const listOfSchemas = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
export const namedSchemas = new Set(['dependencies', 'patternProperties', 'properties'])

/**
 * A schema in the form that our ajv takes. `type` becomes `is`, which judges loosely; `additionalProperties: false` becomes `closed`; a part
 * without a kind notes with `known` when its value is not known.
 */
export function prepare(schema: AnySchema): AnySchema {
  const parts = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (keyword === 'type') return ['is', value]
    if (keyword === 'additionalProperties' && value === false) return ['closed', true]
    if (oneSchema.has(keyword)) return [keyword, part(value)]
    if (listOfSchemas.has(keyword)) return [keyword, (value as readonly unknown[]).map(part)]
    if (keyword === 'definitions' || namedSchemas.has(keyword)) return [keyword, named(value as AnySchema)]
    return [keyword, value]
  })
  const prepared = Object.fromEntries(parts)
  const judges = Object.keys(prepared).some((keyword) => keyword !== 'definitions')
  return prepared['is'] !== undefined || prepared['$ref'] !== undefined || !judges
    ? prepared
    : { known: true, ...prepared }
}

function named(schemas: AnySchema): AnySchema {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, part(schema)]))
}

function part(schema: unknown): unknown {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
    ? prepare(schema as AnySchema)
    : schema
}
