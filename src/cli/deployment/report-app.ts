import type { Ended } from '../../deploy/flow/in-order.ts'
import type { Outcome } from '../../deploy/flow/outcome.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import type { Output } from '../output.ts'
import { duration } from '../progress/duration.ts'
import { errorDocument, exitCodeOf, renderError } from '../report-error.ts'
import type { DeployFlags } from './deploy-flags.ts'
import { githubAnnotation } from './github-annotation.ts'
import { failureOf, outcomeDocument, renderSuccess } from './report-outcome.ts'

export interface AppFacts {
  readonly output: Output
  readonly targets: ReadonlyMap<string, DeployTarget>
  /** How long each stack took. */
  readonly seconds: ReadonlyMap<string, number>
  readonly total: number
  readonly argv: Pick<DeployFlags, 'timeline' | 'github'>
}

/** Reports the deployment of an app: failures in full, then a line for each stack. Returns the exit code of the first failure. */
export function reportApp(ended: ReadonlyMap<string, Ended<Outcome>>, facts: AppFacts): number {
  const { output, total } = facts
  output.document({ stacks: [...ended].map(([name, one]) => endDocument(name, one, facts)) })
  const failures = [...ended].flatMap(([name, one]) => {
    const error = errorOf(name, one, facts)
    return error === undefined ? [] : [error]
  })
  for (const [, one] of ended)
    if (one.kind === 'done' && one.result.ok && isWorthTelling(one.result))
      output.say(renderSuccess(one.result, facts.argv))
  if (facts.argv.github) annotate(ended, facts)
  for (const error of failures) process.stderr.write(`${renderError(error)}\n`)
  output.say(summary(ended, facts).join('\n'))
  const bad = [...ended.values()].filter((one) => one.kind !== 'done' || !one.result.ok).length
  output.say(`${ended.size - bad} of ${ended.size} stacks are as they should be, after ${duration(total)}`)
  return failures.length === 0 ? 0 : exitCodeOf(failures[0])
}

function isWorthTelling(outcome: Outcome): boolean {
  return outcome.kind === 'executed' || outcome.kind === 'joined'
}

function errorOf(name: string, one: Ended<Outcome>, { targets }: AppFacts): unknown {
  if (one.kind === 'failed') return one.error
  if (one.kind === 'skipped' || one.result.ok) return undefined
  const verb = one.result.kind === 'executed' ? one.result.plan.operation : 'deploy'
  return failureOf(one.result, { verb, target: targets.get(name) as DeployTarget })
}

function annotate(ended: ReadonlyMap<string, Ended<Outcome>>, { output, targets }: AppFacts): void {
  for (const [name, one] of ended)
    if (one.kind === 'done' && !one.result.ok && one.result.rootCause !== undefined)
      output.say(githubAnnotation(name, one.result.rootCause, targets.get(name) as DeployTarget))
}

function summary(ended: ReadonlyMap<string, Ended<Outcome>>, { seconds }: AppFacts): readonly string[] {
  const longest = Math.max(0, ...[...ended.keys()].map(({ length }) => length))
  return [...ended].map(([name, one]) => {
    const took = seconds.get(name)
    const time = took === undefined ? '' : `  ${duration(took)}`
    return `  ${name.padEnd(longest)}  ${stateOf(one)}${time}`
  })
}

function stateOf(one: Ended<Outcome>): string {
  if (one.kind === 'done') return one.result.ok ? one.result.status : `failed: ${one.result.status}`
  return one.kind === 'failed' ? 'failed' : `not deployed: it needs ${one.because}`
}

function endDocument(name: string, one: Ended<Outcome>, facts: AppFacts): object {
  if (one.kind === 'skipped') return { stack: name, status: 'skipped', because: one.because }
  if (one.kind === 'failed') return { stack: name, status: 'failed', ...errorDocument(one.error) }
  const error = errorOf(name, one, facts)
  return { ...outcomeDocument(one.result), ...(error === undefined ? {} : errorDocument(error)) }
}
