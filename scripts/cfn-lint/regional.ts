import type { RegionalCase, RegionalValues } from '../../src/validate/schemas/regions.ts'

export type RegionalEnum = RegionalValues | readonly RegionalCase[]

interface Conditional {
  readonly if: unknown
  readonly then: {
    readonly properties: { readonly [property: string]: { readonly enum: readonly string[] } }
  }
}

type PerRegion = { readonly enum?: readonly string[]; readonly allOf?: readonly Conditional[] }

/** Turns lists per region inside out. An extension that lists values without regions is the same everywhere. */
export function regionalEnum(
  schemas: { readonly [region: string]: PerRegion },
  regions: readonly string[],
): RegionalEnum {
  const cases = new Map<string, { property: string; holders: Map<string, bigint> }>()
  for (const [region, { enum: values, allOf }] of Object.entries(schemas)) {
    const bit = 1n << BigInt(regions.indexOf(region))
    for (const [key, property, allowed] of values === undefined
      ? (allOf ?? []).map(parts)
      : [['true', '', values] as const]) {
      const found = cases.get(key) ?? { property, holders: new Map<string, bigint>() }
      cases.set(key, found)
      for (const value of allowed) found.holders.set(value, (found.holders.get(value) ?? 0n) | bit)
    }
  }
  const plain = cases.get('true')
  return plain !== undefined ? bySet(plain.holders) : grouped(cases)
}

/** Cases with the same values are one. */
function grouped(
  cases: ReadonlyMap<string, { readonly property: string; readonly holders: ReadonlyMap<string, bigint> }>,
): readonly RegionalCase[] {
  const groups = new Map<string, { ifs: unknown[]; property: string; values: RegionalValues }>()
  for (const [key, { property, holders }] of cases) {
    const values = bySet(holders)
    const same = JSON.stringify([property, values])
    const group = groups.get(same) ?? { ifs: [], property, values }
    groups.set(same, group)
    group.ifs.push(JSON.parse(key))
  }
  return [...groups.values()]
}

/** The condition as text, the property, and what it takes then. */
function parts(one: Conditional): readonly [condition: string, property: string, values: readonly string[]] {
  const [[property, { enum: values }]] = Object.entries(one.then.properties) as [
    [string, { enum: readonly string[] }],
  ]
  return [JSON.stringify(one.if), property, values]
}

function bySet(holders: ReadonlyMap<string, bigint>): RegionalValues {
  const sets = new Map<string, string[]>()
  for (const [value, bits] of [...holders].sort()) {
    const key = bits.toString(16)
    sets.set(key, [...(sets.get(key) ?? []), value])
  }
  return Object.fromEntries(sets)
}
