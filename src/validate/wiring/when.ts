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

/** Something with the cases in which it is there, or these cases. */
export type Cased = When | { readonly when: When }

/**
 * Whether there is a case in which all of these are there, and none of the others. What is undecided cannot happen, so that a finding
 * is never built on it.
 */
export function canHappen(
  template: TemplateView,
  all: readonly Cased[],
  none: readonly Cased[] = [],
): boolean {
  template.effort.spend(1 + all.length)
  const wanted = together(all)
  if (wanted === undefined) return false
  template.effort.spend(2 * wanted.size)
  const against: When[] = []
  for (const one of none) {
    const when = whenOf(one)
    template.effort.spend(1 + when.size)
    if (when.size === 0) return false
    if (both(wanted, when) !== undefined) against.push(when)
  }
  if (wanted.size === 0 && against.length === 0) return true
  const names = new Set([wanted, ...against].flatMap((when) => [...when.keys()]))
  if (names.size === 0) return true
  for (const name of names) if (!Object.hasOwn(template.conditions, name)) return false
  const cases = template.scenarios.of([...names]) ?? []
  return cases.some((one) => {
    template.effort.spend(1 + against.length)
    return holds(wanted, one) && !against.some((when) => holds(when, one))
  })
}

/** All at once; undefined when they exclude each other. */
export function together(all: readonly Cased[]): When | undefined {
  let when: When | undefined = always
  for (const one of all) when = when && both(when, whenOf(one))
  return when
}

function whenOf(cased: Cased): When {
  return 'when' in cased ? cased.when : cased
}

function holds(when: When, scenario: When): boolean {
  for (const [name, wanted] of when) if (scenario.get(name) !== wanted) return false
  return true
}
