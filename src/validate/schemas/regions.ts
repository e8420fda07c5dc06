import { extensionFile, generatedJson } from './generated.ts'

/** Which values which regions have: values by the set of regions, a hexadecimal number with a bit for each. */
export interface RegionalValues {
  readonly [regions: string]: readonly string[]
}

/** Values that depend on other properties: of an engine, and a licence or version, each its own. */
export interface RegionalCase {
  /** The schemas, any of which makes the values count. */
  readonly ifs: readonly unknown[]
  /** The property that takes the values. */
  readonly property: string
  readonly values: RegionalValues
}

interface RegionData {
  readonly regions: readonly string[]
  readonly sets: RegionalValues
}

let data: RegionData | undefined
let lacking: Map<string, bigint> | undefined

function regionData(): RegionData {
  return (data ??= generatedJson('regions') as RegionData)
}

export function regionNames(): readonly string[] {
  return regionData().regions
}

/** Whether a region has a resource type. Types and regions that the data does not know are taken to exist. */
export function regionHas(region: string, type: string): boolean {
  lacking ??= new Map(
    Object.entries(regionData().sets).flatMap(([set, types]) =>
      types.map((name) => [name, BigInt(`0x${set}`)]),
    ),
  )
  const set = lacking.get(type)
  const index = regionNames().indexOf(region)
  return set === undefined || index < 0 || (set & (1n << BigInt(index))) !== 0n
}

/** Values of an enumeration that a region has; undefined when the region is not known. */
export function valuesIn(region: string, values: RegionalValues): readonly string[] | undefined {
  const index = regionNames().indexOf(region)
  if (index < 0) return undefined
  const bit = 1n << BigInt(index)
  return Object.entries(values).flatMap(([set, names]) => ((BigInt(`0x${set}`) & bit) === 0n ? [] : names))
}

const enums = new Map<string, RegionalValues | readonly RegionalCase[]>()

/** An enumeration that depends on the region: `aws_ec2_instance/instancetype_enum`. */
export function regionalEnum(name: string): RegionalValues | readonly RegionalCase[] {
  const known = enums.get(name) ?? (JSON.parse(extensionFile.text(`enum:${name}`) ?? '{}') as RegionalValues)
  enums.set(name, known)
  return known
}
