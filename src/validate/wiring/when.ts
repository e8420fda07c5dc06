import type { TemplateView } from '../template-view.ts'

/** The conditions that decide whether something is there: name to whether it must hold. Empty: it always is. */
export type When = ReadonlyMap<string, boolean>

export const always: When = new Map()

/** Both at once; undefined when they exclude each other. */
export function both(a: When, b: When): When | undefined {
  if (a.size === 0) return b
  if (b.size === 0) return a
  for (const [name, holds] of b) if (a.has(name) && a.get(name) !== holds) return undefined
  return new Map([...a, ...b])
}

/**
 * Whether there is a case in which all of these are there, and none of the others. What is undecided cannot happen, so that a finding
 * is never built on it.
 */
export function canHappen(template: TemplateView, all: readonly When[], none: readonly When[] = []): boolean {
  let wanted: When | undefined = always
  for (const when of all) wanted = wanted && both(wanted, when)
  if (wanted === undefined) return false
  const together = wanted
  const against = none.filter((when) => both(together, when) !== undefined)
  if (against.some(({ size }) => size === 0)) return false
  const names = new Set([wanted, ...against].flatMap((when) => [...when.keys()]))
  if (names.size === 0) return true
  for (const name of names) if (!Object.hasOwn(template.conditions, name)) return false
  const cases = template.scenarios.of([...names]) ?? []
  return cases.some((one) => holds(together, one) && !against.some((when) => holds(when, one)))
}

function holds(when: When, scenario: When): boolean {
  for (const [name, wanted] of when) if (scenario.get(name) !== wanted) return false
  return true
}
