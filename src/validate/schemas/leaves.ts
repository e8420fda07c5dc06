import { fault, type Fault } from './fault.ts'
import type { AnySchema } from './prepare.ts'

/** Whether a value fails one keyword. */
type IsBad = (data: unknown) => boolean
/** What a keyword of a leaf makes of its value in the schema. */
export type LeafKeywords = { readonly [keyword: string]: (wanted: never) => IsBad }

const prepared = new WeakMap<AnySchema, readonly (readonly [keyword: string, isBad: IsBad])[]>()

/**
 * Judges the scalar properties of an object by a table of their schemas. As generated code, these would be most of a validator, and
 * most of the time that loading it takes.
 */
export function judgeLeaves(
  data: { readonly [name: string]: unknown },
  table: { readonly [name: string]: AnySchema },
  keywords: LeafKeywords,
  at: { readonly place: string; readonly schemaPlace: string },
  faults: Fault[] | null,
): Fault[] | null {
  let found = faults
  for (const name of Object.keys(data)) {
    if (!Object.hasOwn(table, name)) continue
    const schema = table[name] as AnySchema
    const value = data[name]
    if (typeof value === 'symbol') {
      const keyword = Object.hasOwn(schema, 'is') ? 'is' : 'known'
      found = add(found, name, keyword, at, { unknown: true })
      continue
    }
    for (const [keyword, isBad] of checksOf(schema, keywords))
      if (isBad(value)) found = add(found, name, keyword, at, {})
  }
  return found
}

function add(
  faults: Fault[] | null,
  name: string,
  keyword: string,
  { place, schemaPlace }: { readonly place: string; readonly schemaPlace: string },
  params: Fault['params'],
): Fault[] {
  const step = name.replaceAll('~', '~0').replaceAll('/', '~1')
  const all = faults ?? []
  all.push(
    fault(`${place}/${step}`, `${schemaPlace}/properties/${encodeURIComponent(step)}/${keyword}`, params),
  )
  return all
}

function checksOf(
  schema: AnySchema,
  keywords: LeafKeywords,
): readonly (readonly [keyword: string, isBad: IsBad])[] {
  const known = prepared.get(schema)
  if (known !== undefined) return known
  const made = Object.entries(schema).flatMap(([keyword, wanted]) => {
    const isBad = keywords[keyword]?.(wanted as never)
    return isBad === undefined ? [] : [[keyword, isBad] as const]
  })
  prepared.set(schema, made)
  return made
}

const scalars = new Set(['string', 'number', 'integer', 'boolean'])

/** Whether a prepared schema is about one scalar only, by these keywords. */
export function isLeaf(schema: unknown, keywords: LeafKeywords): schema is AnySchema {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return false
  const { is, format } = schema as AnySchema
  const kinds = [is].flat()
  if (is !== undefined && !kinds.every((kind) => scalars.has(kind as string))) return false
  return (
    format !== 'json' &&
    Object.keys(schema).every((keyword) => keyword === 'known' || Object.hasOwn(keywords, keyword))
  )
}
