import type { Scenarios } from '../conditions/scenarios.ts'
import { decidingConditions, type Truth } from './resolve.ts'

/** The cases in which a resource's properties are looked at. */
export interface Cases {
  readonly truths: readonly Truth[]
  /** Whether these are all that can occur. When not, nothing may be concluded from what is missing in one of them. */
  readonly decided: boolean
}

const most = 64

/** Every combination of conditions that can occur where the resource exists, or enough of them to reach every branch. */
export function casesOf(properties: unknown, condition: unknown, scenarios: Scenarios): Cases {
  const names = decidingConditions(properties)
  if (names.length === 0) return { truths: [() => true], decided: true }
  const holding = typeof condition === 'string' ? [condition] : []
  const found = scenarios.of(names, holding)
  if (found === undefined || found.length === 0 || found.length > most)
    return { truths: coverage(names), decided: false }
  return { truths: found.map((scenario) => (name: string) => scenario.get(name) ?? false), decided: true }
}

/** All hold, none, each alone, all but each: reaches both branches of every `Fn::If`, also of one inside another. */
function coverage(names: readonly string[]): readonly Truth[] {
  const each = names.flatMap((only): readonly Truth[] => [(name) => name === only, (name) => name !== only])
  return [() => true, () => false, ...each]
}
