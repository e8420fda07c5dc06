import type { Ended } from '../../deploy/flow/in-order.ts'
import type { StackPlan } from '../../deploy/flow/plan-stack.ts'
import { renderPlan } from '../deployment/render-plan.ts'
import type { Output } from '../output.ts'
import { errorDocument, exitCodeOf, renderError } from '../report-error.ts'
import { paintPlan } from './paint-plan.ts'
import { commentLimit, renderMarkdown } from './render-markdown.ts'

/** A stack's plan, or the stacks that have to be deployed before it can be planned. */
export type PlannedPart = StackPlan | { readonly waitsFor: readonly string[]; readonly why: string }

/** The plans of an app, by stack. */
export type PlannedApp = ReadonlyMap<string, Ended<PlannedPart>>

export interface ReportOptions {
  readonly output: Output
  readonly json: boolean
  readonly markdown: boolean
  readonly 'exit-code': boolean
}

/** Prints the plans of several stacks; returns the exit code. */
export function reportPlans(app: PlannedApp, options: ReportOptions): number {
  const { output, json, markdown } = options
  const all = [...app]
  if (json) output.document({ stacks: all.map(([name, one]) => partDocument(name, one)) })
  const changing = all.filter(([, one]) => changes(one)).length
  const limit = Math.floor((commentLimit - 100 * all.length - 100) / Math.max(1, changing))
  const texts = all.map(([name, one]) => partText(name, one, markdown ? limit : undefined))
  if (markdown) process.stdout.write(`${texts.join('\n\n')}\n`)
  else output.say(paintPlan(texts.join('\n\n'), output.palette))
  const errors = all.flatMap(([, one]) => (one.kind === 'failed' ? [one.error] : []))
  for (const error of errors) process.stderr.write(`${renderError(error)}\n`)
  if (errors.length > 0) return exitCodeOf(errors[0])
  return options['exit-code'] && changing > 0 ? 3 : 0
}

function changes(one: Ended<PlannedPart>): boolean {
  if (one.kind !== 'done') return false
  return 'waitsFor' in one.result || one.result.prepared !== undefined || one.result.settings.length > 0
}

/** With a limit Markdown, without one text. */
function partText(stack: string, one: Ended<PlannedPart>, limit: number | undefined): string {
  const title = limit === undefined ? `Stack "${stack}"` : `### \`${stack}\``
  const line = (text: string): string => (limit === undefined ? `${title}: ${text}` : `${title}\n\n${text}`)
  if (one.kind === 'failed') return line('could not be planned')
  if (one.kind === 'skipped') return line(`not planned, because of ${one.because}`)
  if ('waitsFor' in one.result)
    return line(`can be planned when ${one.result.waitsFor.join(', ')} is deployed`)
  const { prepared, settings } = one.result
  const texts = settings.map(({ text }) => text)
  if (prepared === undefined && texts.length === 0) return line('no changes')
  if (prepared === undefined) return line(`no resource changes\n${texts.join('\n')}`)
  return limit === undefined ? renderPlan(prepared.plan, texts) : renderMarkdown(prepared.plan, texts, limit)
}

function partDocument(stack: string, one: Ended<PlannedPart>): object {
  if (one.kind === 'failed') return { stack, status: 'failed', ...errorDocument(one.error) }
  if (one.kind === 'skipped') return { stack, status: 'skipped', because: one.because }
  if ('waitsFor' in one.result)
    return { stack, status: 'waits', waitsFor: one.result.waitsFor, why: one.result.why }
  return planDocument(stack, one.result)
}

/** A stack's plan as the JSON document has it. */
export function planDocument(stack: string, { prepared, settings }: StackPlan): object {
  const isSame = prepared === undefined && settings.length === 0
  return {
    stack,
    status: isSame ? 'no-changes' : 'planned',
    ...(prepared === undefined ? {} : { plan: prepared.plan }),
    settings,
  }
}
