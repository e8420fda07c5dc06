import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TypeFacts } from '../../src/validate/schemas/type-facts.ts'
import { lean, type AnySchema } from './lean.ts'
import { mergeVariants } from './merge-variants.ts'

export interface KnownType {
  readonly schema: AnySchema
  readonly facts: TypeFacts
  /** The regions that have the type, as a hexadecimal number with a bit for each. Absent: all. */
  readonly regions?: string
}

/** Every resource type of the folder, by name. Its schema holds for all regions. */
export function readTypes(
  schemas: string,
  regions: readonly string[],
): { readonly [type: string]: KnownType } {
  const holders = new Map<string, Map<string, bigint>>()
  const all = (1n << BigInt(regions.length)) - 1n
  const note = (provider: string, bits: bigint): void => {
    for (const [type, hash] of Object.entries(readJson(join(schemas, 'providers', `${provider}.json`)))) {
      const hashes = holders.get(type) ?? new Map<string, bigint>()
      holders.set(type, hashes.set(hash as string, (hashes.get(hash as string) ?? 0n) | bits))
    }
  }
  // The first names the base that the other regions' schemas widen.
  note('us-east-1', 1n << BigInt(regions.indexOf('us-east-1')))
  regions.forEach((region, index) => note(region, 1n << BigInt(index)))
  note('sam', all)
  const types = [...holders].sort().map(([type, hashes]): [string, KnownType] => {
    const variants = [...hashes.keys()].map((hash) => readJson(join(schemas, 'resources', `${hash}.json`)))
    const bits = [...hashes.values()].reduce((sum, one) => sum | one, 0n)
    const facts = factsOf(variants[0] as AnySchema)
    return [
      type,
      {
        schema: mergeVariants(variants.map(lean)),
        facts,
        ...(bits !== all && { regions: bits.toString(16) }),
      },
    ]
  })
  return Object.fromEntries(types)
}

function factsOf(schema: AnySchema): TypeFacts {
  const paths = (keyword: string, name: string): object => {
    const list = schema[keyword] as readonly string[] | undefined
    return list === undefined || list.length === 0
      ? {}
      : { [name]: list.map((path) => path.replace(/^\/properties\//, '')).sort() }
  }
  const tagging = schema['tagging'] as
    { readonly taggable?: boolean; readonly tagProperty?: string } | undefined
  return {
    ...paths('readOnlyProperties', 'readOnly'),
    ...paths('writeOnlyProperties', 'writeOnly'),
    ...paths('createOnlyProperties', 'createOnly'),
    ...paths('conditionalCreateOnlyProperties', 'conditionalCreateOnly'),
    ...paths('primaryIdentifier', 'primaryIdentifier'),
    ...paths('deprecatedProperties', 'deprecated'),
    ...(tagging?.taggable === true && { taggable: true }),
    ...(tagging?.tagProperty !== undefined && {
      tagProperty: tagging.tagProperty.replace('/properties/', ''),
    }),
    ...(schema['lifecycle'] !== undefined && { lifecycle: schema['lifecycle'] }),
    ...(schema['replacementStrategy'] !== undefined && {
      replacementStrategy: schema['replacementStrategy'],
    }),
  } as TypeFacts
}

export function readJson(file: string): AnySchema {
  return JSON.parse(readFileSync(file, 'utf8')) as AnySchema
}

/** Every JSON file of a folder and those in it, by its path without the ending. */
export function readFolder(folder: string): readonly (readonly [name: string, content: AnySchema])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name.replaceAll('\\', '/').replace(/\.json$/, ''), readJson(join(folder, name))])
}
