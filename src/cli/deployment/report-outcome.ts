import type { FollowResult } from '../../deploy/events/follow.ts'
import type { Outcome } from '../../deploy/flow/outcome.ts'
import { adviceFor } from '../../deploy/events/advice.ts'
import { timelineOf } from '../../deploy/events/timeline.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import { CfstackError } from '../../model/error.ts'
import type { Output } from '../output.ts'
import { renderTimeline } from '../progress/render-timeline.ts'
import { renderError } from '../report-error.ts'
import { githubAnnotation } from './github-annotation.ts'
import { renderCause } from './render-result.ts'

/** The outcome of a stack as the JSON document has it. */
export function outcomeDocument(outcome: Outcome): object {
  const { stack, status } = outcome
  if (outcome.kind === 'unchanged') return { stack, status }
  if (outcome.kind === 'settings') return { stack, status, settings: outcome.settings }
  const { outputs, rootCause, events } = outcome
  return {
    stack,
    status,
    outputs,
    ...(outcome.kind === 'joined' ? { joined: true } : { plan: outcome.plan }),
    ...(outcome.kind === 'executed' && outcome.settings.length > 0 ? { settings: outcome.settings } : {}),
    ...(outcome.kind === 'executed' && outcome.cancelled ? { cancelled: outcome.cancelled } : {}),
    ...(rootCause === undefined ? {} : { rootCause }),
    timeline: timelineOf(events),
  }
}

/** The outcome of a stack that went well, in lines for people. */
export function renderSuccess(outcome: Outcome, { timeline }: { timeline: boolean }): string {
  const { stack, status } = outcome
  if (outcome.kind === 'unchanged') return `No changes: stack "${stack}" is up to date`
  if (outcome.kind === 'settings') return `Stack "${stack}": the settings are in force`
  return [
    ...(timeline ? renderTimeline(timelineOf(outcome.events)) : []),
    `Stack "${stack}": ${status}`,
    ...Object.entries(outcome.outputs).map(([name, value]) => `  ${name} = ${value}`),
  ].join('\n')
}

/** The failure of a deployment as an error: root cause first, then what to try. */
export function failureOf(
  outcome: FollowResult & { readonly stack: string; readonly cancelled?: 'timeout' | 'person' },
  { verb, target }: { readonly verb: string; readonly target: DeployTarget },
): CfstackError {
  const { rootCause, status, stack, cancelled } = outcome
  const why =
    cancelled === undefined
      ? rootCause === undefined
        ? `it ended in ${status}`
        : renderCause(rootCause, target)
      : cancelled === 'timeout'
        ? 'it took too long and was cancelled'
        : 'it was cancelled'
  const advice = cancelled === undefined && rootCause !== undefined ? adviceFor(rootCause) : undefined
  return new CfstackError('E_DEPLOYMENT_FAILED', `Cannot ${verb} stack "${stack}": ${why}`, {
    hint: [
      ...(advice === undefined ? [] : [advice]),
      `The stack is now in ${status}; correct the cause and ${verb} again`,
    ].join('\n'),
    exitCode: 1,
  })
}

/** Tells how one stack ended: the document, and lines for people. Returns the exit code. */
export function reportOutcome(
  outcome: Outcome,
  facts: {
    readonly output: Output
    readonly target: DeployTarget
    readonly verb: string
    readonly timeline: boolean
    /** Whether a failure is told as an annotation of GitHub's, too. */
    readonly github?: boolean
  },
): number {
  const { output, target, verb } = facts
  output.document(outcomeDocument(outcome))
  if (outcome.ok) {
    output.say(renderSuccess(outcome, facts))
    return 0
  }
  if (facts.github === true && outcome.rootCause !== undefined)
    output.say(githubAnnotation(outcome.stack, outcome.rootCause, target))
  process.stderr.write(`${renderError(failureOf(outcome, { verb, target }))}\n`)
  return 1
}
