import { otherSchemas } from './other-schemas.ts'
import type { DataPack } from '../cfn-lint/data-pack.ts'
import { printBlobs } from '../../src/validate/schemas/blob-file.ts'
import { prepare } from '../../src/validate/schemas/prepare.ts'
import type { JudgedType } from './judged-types.ts'

/** The data that validation reads at run time: the index of types, their regions, schemas and facts, and cfn-lint's other data. */
export function printSchemas(
  types: readonly JudgedType[],
  data: DataPack,
): { readonly [file: string]: string | Buffer } {
  const json = (entries: Iterable<readonly [string, unknown]>): Buffer =>
    printBlobs([...entries].map(([name, value]) => [name, JSON.stringify(value)] as const))
  return {
    'types.json': JSON.stringify(Object.fromEntries(types.map(({ type, attributes }) => [type, attributes]))),
    'regions.json': JSON.stringify({ regions: data.regions, sets: regionSets(types) }),
    'schemas.pack': json(types.map(({ type, schema }) => [type, schema])),
    'facts.pack': json(
      types.filter(({ facts }) => Object.keys(facts).length > 0).map(({ type, facts }) => [type, facts]),
    ),
    'extensions.pack': json([
      ...Object.entries(data.extensions).map(
        ([name, schema]) => [`extension:${name}`, prepare(schema)] as const,
      ),
      ...otherSchemas(data).map(([name, schema]) => [`other:${name}`, schema] as const),
      ...Object.entries(data.enums).map(([name, values]) => [`enum:${name}`, values] as const),
      ['runtimes', data.runtimes],
    ]),
    'policies.pack': json(Object.entries(data.policies)),
  }
}

/** Types by the set of regions that have them; those that are everywhere are left out. */
function regionSets(types: readonly JudgedType[]): { readonly [regions: string]: readonly string[] } {
  const sets = new Map<string, string[]>()
  for (const { type, regions } of types)
    if (regions !== undefined) sets.set(regions, [...(sets.get(regions) ?? []), type])
  return Object.fromEntries(sets)
}
