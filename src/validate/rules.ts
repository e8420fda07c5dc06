import { appRules } from './app/app-rules.ts'
import type { Rule } from './check.ts'
import { checkGroups } from './checks.ts'
import { frameRules } from './frame-rules.ts'

/** Rules that belong together, each code once, in the order of codes. */
export interface RuleGroup {
  readonly title: string
  readonly rules: readonly Rule[]
}

/** All rules, by group. */
export function ruleGroups(): readonly RuleGroup[] {
  const known = new Set<string>()
  const groups = [
    ...checkGroups.map(({ title, checks }) => ({ title, rules: checks.flatMap(({ rules }) => rules) })),
    { title: 'Between templates', rules: appRules },
    { title: 'Around the checks', rules: frameRules },
  ]
  return groups.map(({ title, rules }) => {
    const fresh = rules.filter(({ code }) => !known.has(code) && known.add(code))
    return { title, rules: fresh.sort(byCode) }
  })
}

/** All rules, in the order of codes. */
export function allRules(): readonly Rule[] {
  return ruleGroups()
    .flatMap(({ rules }) => rules)
    .sort(byCode)
}

function byCode(a: Rule, b: Rule): number {
  return a.code < b.code ? -1 : 1
}
