import type { Difference } from '../../sandbox/rehearse/left-behind.ts'
import type { Step } from '../../sandbox/rehearse/steps.ts'
import { renderPlan } from '../deployment/render-plan.ts'
import { duration } from '../progress/duration.ts'
import type { Dependent, OutputChange, Rehearsal, RehearsedFailure } from './rehearsal.ts'
import { renderSteps } from './render-steps.ts'

type Sources = Readonly<Record<string, string>>

/** A rehearsal as lines for people: the plan, how it goes, what it means for others, and how each failure goes. */
export function renderRehearsal(rehearsal: Rehearsal, sources: Sources = {}): string {
  const { stack, operation, against, plan, settings, expected } = rehearsal
  const texts = settings.map(({ text }) => text)
  const head = `Rehearsal of stack "${stack}" (${operation}), from ${against}. Nothing reaches AWS.`
  if (plan === undefined || expected === undefined) {
    const none =
      texts.length === 0 ? 'Nothing would change' : ['No resource would change.', ...texts].join('\n')
    return `${head}\n\n${none}`
  }
  return [
    head,
    '',
    renderPlan(plan, texts),
    '',
    `Expected: ${expected.status} after about ${duration(expected.seconds)}`,
    ...(expected.cause === undefined
      ? []
      : [`  because ${expected.cause.logicalId} fails: ${expected.cause.reason}`]),
    ...(expected.cause === undefined && expected.reason !== undefined ? [`  ${expected.reason}`] : []),
    ...renderSteps(expected.steps, sources),
    ...section('Outputs that change:', rehearsal.outputs.map(renderOutput)),
    ...section('Stacks that use its outputs:', rehearsal.dependents.map(renderDependent)),
    ...rehearsal.failures.flatMap((failure) => ['', ...renderFailure(failure, sources)]),
    ...section(
      'Made up, because it is not known here:',
      rehearsal.madeUp.map(({ kind, name, value }) => `  ${kind} ${name} = ${value}`),
    ),
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function renderOutput({ key, before, after, exportName }: OutputChange): string {
  const name = exportName === undefined ? '' : `  (export ${exportName})`
  return `  ${key}: ${before ?? 'none'} → ${after ?? 'none'}${name}`
}

function renderDependent({ stack, imports, leftOut }: Dependent): string {
  if (leftOut !== undefined) return `  ${stack}: not taken into account: ${leftOut}`
  return `  ${stack}${imports.length === 0 ? '' : `: imports ${imports.join(', ')}`}`
}

/** How it goes when something fails. */
export function renderFailure(failure: RehearsedFailure, sources: Sources): readonly string[] {
  const { happened, status, seconds, cause, steps } = failure
  const title = `If ${whatFails(failure.fail)}:`
  if (!happened) return [title, '  this deployment does not do that, so it does not fail']
  const shown = steps.filter(({ phase, outcome }) => phase !== 'deployment' || outcome === 'failed')
  const isCancelled = ({ phase, reason = '' }: Step): boolean =>
    phase === 'deployment' && reason.endsWith('cancelled')
  const cancelled = shown.filter(isCancelled).map(({ logicalId }) => logicalId)
  return [
    `${title} ${status} after about ${duration(seconds)}`,
    ...(cause === undefined ? [] : [`  ${cause.logicalId}: ${cause.reason}`]),
    ...(cancelled.length === 0 ? [] : [`  cancelled: ${cancelled.join(', ')}`]),
    ...renderSteps(
      shown.filter((step) => !isCancelled(step)),
      sources,
    ),
    ...(/^(CREATE|UPDATE)_COMPLETE$/.test(status) ? renderSurvived(failure) : renderUndone(failure)),
  ]
}

/** `WebQueue:rollback,WebService=Out of capacity` in words. */
function whatFails(text: string): string {
  const [ids = '', reason] = text.split(/=(.*)/s)
  const words = ids.split(',').map((word) => {
    const [id, moment] = word.split(':')
    return `${id} fails${moment === undefined ? '' : ` on ${moment}`}`
  })
  return `${words.join(' and ')}${reason === undefined ? '' : ` (${reason})`}`
}

function renderSurvived({ differences }: RehearsedFailure): readonly string[] {
  const left = differences.filter(({ state }) => state === 'left')
  if (left.length === 0) return ['  the deployment succeeds, and nothing is left behind']
  return ['  the deployment succeeds, and leaves behind:', ...left.map(renderDifference)]
}

function renderUndone({
  status,
  rolledBack,
  notRolledBack,
  differences,
}: RehearsedFailure): readonly string[] {
  const isGone = status === 'DELETE_COMPLETE' || status === 'ROLLBACK_COMPLETE'
  const nothing = isGone ? 'nothing' : 'everything as it was before'
  return [
    `  rolled back: ${rolledBack.join(', ') || 'nothing'}`,
    ...(notRolledBack.length === 0 ? [] : ['  not rolled back:']),
    ...notRolledBack.map(({ logicalId, type, why }) => `    ${logicalId}  ${type}: ${why}`),
    `  what is left: ${differences.length === 0 ? nothing : ''}`.trimEnd(),
    ...(status.endsWith('_FAILED') ? [`    the stack in ${status}: "cfstack doctor" knows the ways on`] : []),
    ...differences.map(renderDifference),
  ]
}

const stateWords = { new: 'new', left: 'exists, belongs to no stack', changed: 'changed', gone: 'gone' }

function renderDifference({ logicalId, type, physicalId, state }: Difference): string {
  return `    ${stateWords[state]}: ${logicalId ?? ''}  ${type}  (${physicalId})`
}
