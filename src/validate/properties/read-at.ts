import type { Path } from '../finding.ts'
import { isObject, onlyKey, type JsonObject } from '../json.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'

/** Conditions, and whether they hold, where a value stands: those of the resource and of the branches of `Fn::If` around it. */
export type Holds = ReadonlyMap<string, boolean>

/** A value as it would be where these conditions hold; undefined when it is left out there. Functions other than `Fn::If` stay. */
export interface Reading {
  readonly value: unknown
  readonly path: Path
  readonly holds: Holds
}

/** The properties of a resource, to be read with `readAt`. */
export function propertiesOf({ id, json }: ResourceView): Reading {
  const condition = json['Condition']
  const holds = new Map(typeof condition === 'string' ? [[condition, true]] : [])
  return { value: json['Properties'] ?? {}, path: ['Resources', id, 'Properties'], holds }
}

/**
 * What may stand at a place, a reading for each branch of `Fn::If` on the way: `readAt(properties, 'Policies', '*', 'PolicyName')`.
 * A key that is not there reads as undefined; `*` stands for the items of a list. Behind a function nothing is read.
 */
export function readAt(from: Reading, ...keys: readonly string[]): readonly Reading[] {
  return keys.reduce<readonly Reading[]>(
    (readings, key) => readings.flatMap((reading) => step(reading, key)),
    branches(from),
  )
}

function step({ value, path, holds }: Reading, key: string): readonly Reading[] {
  if (key === '*') {
    if (!Array.isArray(value)) return []
    const items = value.flatMap((item, index) => branches({ value: item, path: [...path, index], holds }))
    return items.filter((item) => item.value !== undefined)
  }
  if (value === undefined) return [{ value, path: [...path, key], holds }]
  if (!isObject(value) || isCall(value)) return []
  const inner = Object.hasOwn(value, key) ? value[key] : undefined
  return branches({ value: inner, path: [...path, key], holds })
}

/** The most combinations of branches that are looked at for one object. */
const most = 256

/** The values of some keys of an object, in every combination of branches that does not contradict itself. */
export function readTogether(
  from: Reading,
  keys: readonly string[],
): readonly { readonly values: readonly Reading[]; readonly holds: Holds }[] {
  let found: readonly { values: readonly Reading[]; holds: Holds }[] = [{ values: [], holds: from.holds }]
  for (const key of keys) {
    found = found
      .flatMap(({ values, holds }) =>
        readAt({ ...from, holds }, key).map((reading) => ({
          values: [...values, reading],
          holds: reading.holds,
        })),
      )
      .slice(0, most)
  }
  return found
}

function branches(reading: Reading): readonly Reading[] {
  const { value, path, holds } = reading
  const call = onlyKey(value)
  if (call === 'Ref' && (value as JsonObject)['Ref'] === 'AWS::NoValue')
    return [{ ...reading, value: undefined }]
  if (call !== 'Fn::If') return [reading]
  const argument = (value as JsonObject)['Fn::If']
  if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== 'string') return []
  const name = argument[0]
  return [1, 2].flatMap((index) => {
    const truth = index === 1
    if ((holds.get(name) ?? truth) !== truth) return []
    const inner = new Map(holds).set(name, truth)
    return branches({ value: argument[index], path: [...path, 'Fn::If', index], holds: inner })
  })
}

/** Whether an object is a function call, a loop or a call of a macro, not data. */
export function isCall(value: unknown): boolean {
  const call = onlyKey(value)
  if (call !== undefined) return call === 'Ref' || /^[A-Z]\w*::\w/.test(call)
  return isObject(value) && Object.keys(value).some((key) => /^Fn::(ForEach|Transform)/.test(key))
}

/** A text that is known now: no dynamic reference. */
export function isPlainText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('{{resolve:')
}

/** Whether these conditions can hold together. What cannot be decided counts as impossible, so that nothing is concluded from it. */
export function canHold(holds: Holds, { scenarios }: TemplateView): boolean {
  if (holds.size === 0) return true
  const cases = scenarios.of([...holds.keys()]) ?? []
  return cases.some((one) => [...holds].every(([name, truth]) => one.get(name) === truth))
}

/** What holds where both do; undefined when they contradict each other. */
export function together(left: Holds, right: Holds): Holds | undefined {
  const both = new Map(left)
  for (const [name, truth] of right) {
    if ((both.get(name) ?? truth) !== truth) return undefined
    both.set(name, truth)
  }
  return both
}
