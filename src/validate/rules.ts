import type { Rule } from './check.ts'
import { checks } from './checks.ts'
import { frameRules } from './frame-rules.ts'

/** All rules, by code; one that several checks speak under is there once. */
export function allRules(): readonly Rule[] {
  const rules = [...frameRules, ...checks.flatMap((check) => check.rules)]
  return [...new Map(rules.map((rule) => [rule.code, rule])).values()].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  )
}
