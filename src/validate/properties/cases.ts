import type { Scenarios } from '../conditions/scenarios.ts'
import { decidingConditions, nextConditions, type Truth } from './resolve.ts'

/** The cases in which a resource's properties are looked at. */
export interface Cases {
  readonly truths: readonly Truth[]
  /** Whether these are all that can occur, and nothing else. When not, what is concluded from one of them has to be shown possible. */
  readonly decided: boolean
}

const most = 64
const mostCovered = 256

/** Every combination of conditions that can occur where the resource exists, or enough of them to reach every branch. */
export function casesOf(properties: unknown, condition: unknown, scenarios: Scenarios): Cases {
  const names = decidingConditions(properties)
  if (names.length === 0) return { truths: [() => true], decided: true }
  const holding = typeof condition === 'string' ? [condition] : []
  const found = names.length > most ? undefined : scenarios.of(names, holding)
  if (found !== undefined && found.length > 0 && found.length <= most)
    return { truths: found.map((scenario) => (name) => scenario.get(name) ?? false), decided: true }
  const truths = [...coverage(names), ...combinations(properties, holding, scenarios)]
  return { truths: truths.slice(0, mostCovered), decided: false }
}

/** All hold, none, each alone, all but each: reaches both branches of every `Fn::If`, also of one inside another. */
function coverage(names: readonly string[]): readonly Truth[] {
  const each = names.flatMap((only): readonly Truth[] => [(name) => name === only, (name) => name !== only])
  return [() => true, () => false, ...each]
}

/** For each object and list by itself, what can occur together of the conditions that decide about its keys or items. */
function combinations(value: unknown, holding: readonly string[], scenarios: Scenarios): readonly Truth[] {
  if (typeof value !== 'object' || value === null) return []
  const names = nextConditions(value)
  const own = names.length < 2 ? [] : (scenarios.of(names, holding) ?? []).slice(0, most)
  return [
    ...own.map(
      (scenario): Truth =>
        (name) =>
          scenario.get(name) ?? false,
    ),
    ...Object.values(value).flatMap((inner: unknown) => combinations(inner, holding, scenarios)),
  ]
}
