import { appRules } from './app/app-rules.ts'
import type { Rule } from './check.ts'
import { checkGroups } from './checks.ts'
import { frameRules } from './frame-rules.ts'

/** Rules that belong together, each code once, in the order of codes. */
export interface RuleGroup {
  readonly title: string
  readonly rules: readonly Rule[]
}

/** All rules, by group. Several checks may speak under one code, each of another side of it: it stands in the first one's group, with all they say. */
export function ruleGroups(): readonly RuleGroup[] {
  const known = new Set<string>()
  const groups = [
    ...checkGroups.map(({ title, checks }) => ({ title, rules: checks.flatMap(({ rules }) => rules) })),
    { title: 'Between templates', rules: appRules },
    { title: 'Around the checks', rules: frameRules },
  ]
  const all = groups.flatMap(({ rules }) => rules)
  return groups.map(({ title, rules }) => {
    const fresh = rules.filter(({ code }) => !known.has(code) && known.add(code))
    return {
      title,
      rules: fresh.map(({ code }) => asOne(all.filter((rule) => rule.code === code))).sort(byCode),
    }
  })
}

/** Rules of one code as one: what the others make sure of comes after the help text of the first. */
function asOne(rules: readonly Rule[]): Rule {
  const [first, ...others] = rules as [Rule, ...Rule[]]
  const more = others.filter(({ title }) => title !== first.title)
  if (more.length === 0) return first
  const texts = more.map(({ title, help = '' }) =>
    help === first.help ? `${title}.` : `${title}. ${help}`.trim(),
  )
  return { ...first, help: [first.help ?? '', ...new Set(texts)].join('\n\n').trim() }
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
