import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import type { Rule } from '../src/validate/check.ts'
import { ruleGroups } from '../src/validate/rules.ts'

// Writes docs/checks.md, the reference of all findings, from the rules that the checks declare. `npm run docs`

const file = join(dirname(fileURLToPath(import.meta.url)), '../docs/checks.md')

const groups = ruleGroups().map(({ title, rules }) => [
  `## ${title}`,
  tableOf(rules),
  ...rules.flatMap(entryOf),
])
const text = [
  '# Checks',
  '<!-- Generated from the checks in src/validate by `npm run docs`. -->',
  'All codes that findings may have; `cfstack validate --explain CODE` says the same. Codes that begin with `CFS` are cfstack’s own; the others are those ' +
    'that [cfn-lint](https://github.com/aws-cloudformation/cfn-lint) gives to the same check. How to suppress a finding: see ' +
    '[validating](validating.md#suppressing).',
  ...groups.flat(),
].join('\n\n')

writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))

function tableOf(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ code, level, title }) => `| [${code}](#${code.toLowerCase()}) | ${level} | ${cell(title)} |`,
  )
  return ['| code | level | what is made sure of |', '| --- | --- | --- |', ...rows].join('\n')
}

function entryOf({ code, title, help, source }: Rule): readonly string[] {
  const link = source === undefined ? [] : [`[Source](${source})`]
  return [`### ${code}`, `${inline(title)}.`, ...(help === undefined ? [] : [inline(help)]), ...link]
}

function cell(text: string): string {
  return inline(text).replaceAll('|', '\\|')
}

/** Text as Markdown shows it: what stands between backticks stays. */
function inline(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[<>*_[\]]/g, '\\$&')))
    .join('')
}
