import type { JsonObject } from '../world.ts'

/** How a property of a resource differs from what its stack asked for, as the API says it. */
export interface PropertyDifference {
  readonly PropertyPath: string
  readonly ExpectedValue: string
  readonly ActualValue: string
  readonly DifferenceType: 'ADD' | 'REMOVE' | 'NOT_EQUAL'
}

/**
 * What differs between the properties that a template gives and the real ones. What the template says nothing of is not compared, except
 * for items of lists: one that is only really there is `ADD`. The order of lists does not matter.
 */
export function differences(expected: JsonObject, actual: JsonObject): readonly PropertyDifference[] {
  return compare(expected, actual, '')
}

/** The real properties, as far as the template says something of them. */
export function partOf(expected: unknown, actual: unknown): unknown {
  if (!isMap(expected) || !isMap(actual)) return actual
  const names = Object.keys(expected).filter((name) => Object.hasOwn(actual, name))
  return Object.fromEntries(names.map((name) => [name, partOf(expected[name], actual[name])]))
}

/** The real properties that the last deployment, or the next one, speaks of. */
export function spokenOf(actual: JsonObject, deployed: JsonObject, wanted: JsonObject): JsonObject {
  const names = Object.keys(actual).filter(
    (name) => Object.hasOwn(deployed, name) || Object.hasOwn(wanted, name),
  )
  return Object.fromEntries(
    names.map((name) => [
      name,
      partOf(Object.hasOwn(wanted, name) ? wanted[name] : deployed[name], actual[name]),
    ]),
  )
}

function compare(expected: unknown, actual: unknown, path: string): readonly PropertyDifference[] {
  if (isMap(expected) && isMap(actual))
    return Object.keys(expected).flatMap((name) => compare(expected[name], actual[name], `${path}/${name}`))
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(expected, actual, path)
  return isAlike(expected, actual) ? [] : [difference(expected, actual, path)]
}

type Items = readonly (readonly [index: number, item: unknown])[]

function compareLists(
  expected: readonly unknown[],
  actual: readonly unknown[],
  path: string,
): readonly PropertyDifference[] {
  const left = new Map(actual.entries())
  const withoutPair = (items: Items, isPair: typeof isAlike): Items =>
    items.filter(([, item]) => {
      const pair = [...left].find(([, other]) => isPair(item, other))
      if (pair) left.delete(pair[0])
      return pair === undefined
    })
  // What is quite the same goes first, lest something that says less takes its place.
  const open = withoutPair(withoutPair([...expected.entries()], isSame), isAlike)
  const changed = open.flatMap(([index, item]) => {
    const other = left.get(index)
    left.delete(index)
    return other === undefined
      ? [difference(item, undefined, `${path}/${index}`)]
      : compare(item, other, `${path}/${index}`)
  })
  return [...changed, ...[...left].map(([index, item]) => difference(undefined, item, `${path}/${index}`))]
}

function difference(expected: unknown, actual: unknown, path: string): PropertyDifference {
  return {
    PropertyPath: path,
    ExpectedValue: textOf(expected),
    ActualValue: textOf(actual),
    DifferenceType: expected === undefined ? 'ADD' : actual === undefined ? 'REMOVE' : 'NOT_EQUAL',
  }
}

/** Equal, numbers and truth values by their text, and as far as the expected one says something. */
function isAlike(expected: unknown, actual: unknown): boolean {
  if (isMap(expected) && isMap(actual))
    return Object.keys(expected).every((name) => isAlike(expected[name], actual[name]))
  if (Array.isArray(expected) && Array.isArray(actual))
    return expected.length === actual.length && compareLists(expected, actual, '').length === 0
  if (typeof expected === 'object' || typeof actual === 'object') return expected === actual
  return (
    expected === actual ||
    (expected !== undefined && actual !== undefined && String(expected) === String(actual))
  )
}

function isSame(one: unknown, other: unknown): boolean {
  return isAlike(one, other) && isAlike(other, one)
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  if (value === undefined) return 'null'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
