import { didYouMean } from '../../model/did-you-mean.ts'
import { CfstackError } from '../../model/error.ts'
import type { Rule } from '../../validate/check.ts'
import { allRules } from '../../validate/rules.ts'
import { openOutput } from '../output.ts'

/** Prints what a code stands for, or the codes that begin with it. Throws `E_UNKNOWN_CODE` for a code that is none. */
export function explain(wanted: string, json: boolean): number {
  const output = openOutput(json)
  const rules = rulesFor(wanted.toUpperCase(), wanted)
  output.document({ rules })
  output.say(rules.length === 1 ? renderRule(rules[0] as Rule) : renderList(rules))
  return 0
}

function rulesFor(prefix: string, wanted: string): readonly Rule[] {
  const rules = allRules()
  const exact = rules.find(({ code }) => code === prefix)
  const found = exact === undefined ? rules.filter(({ code }) => code.startsWith(prefix)) : [exact]
  if (found.length > 0) return found
  const near = didYouMean(
    prefix,
    rules.map(({ code }) => code),
  )
  throw new CfstackError('E_UNKNOWN_CODE', `Cannot explain "${wanted}": there is no such code`, {
    hint: near === undefined ? 'List codes by their beginning: --explain E30' : `Did you mean "${near}"?`,
  })
}

function renderRule({ code, level, title, help, source }: Rule): string {
  return [
    `${code} (${level})  ${title}`,
    ...(help === undefined ? [] : ['', help]),
    ...(source === undefined ? [] : ['', source]),
    '',
    'To suppress it:',
    `  in TypeScript, at the line that makes the resource:  // cfstack-ignore ${code}: why it is right here`,
    `  in a template, at its top or in a resource:          "Metadata": { "cfn-lint": { "config": { "ignore_checks": ["${code}"] } } }`,
    `  for one run:                                         cfstack validate --ignore ${code}`,
  ].join('\n')
}

function renderList(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ code }) => code.length))
  return rules
    .map(({ code, level, title }) => `${code.padEnd(width)}  ${level.padEnd(7)}  ${title}`)
    .join('\n')
}
