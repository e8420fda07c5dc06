import { connections } from '../../deploy/calls/connection.ts'
import { deployStack } from '../../deploy/flow/deploy-stack.ts'
import type { Outcome } from '../../deploy/flow/outcome.ts'
import { interrupted } from '../../deploy/flow/stopped-watching.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import type { WantedOperation } from '../../deploy/template/request.ts'
import { CfstackError } from '../../model/error.ts'
import type { CommonFlags } from '../command.ts'
import { interruption } from '../interruption.ts'
import { openOutput, type Output } from '../output.ts'
import { openView } from '../progress/open-view.ts'
import { renderError } from '../report-error.ts'
import { choicesOf } from './choices.ts'
import { connectionOptions } from './connection-options.ts'
import { type DeployFlags } from './deploy-flags.ts'
import { readTarget } from './named-target.ts'
import { detachOrCancel } from './detach-or-cancel.ts'
import { githubAnnotation } from './github-annotation.ts'
import { parameterSources } from './parameter-sources.ts'
import { kindOf } from './change-set-kind.ts'
import { failureOf, outcomeDocument, renderSuccess } from './report-outcome.ts'
import { refuseBadParameters } from './settle-parameters.ts'
import { oneAtATime, terminalHost } from './terminal-host.ts'

/** Runs `create`, `update` or `deploy` for one stack: checks everything here first, then hands over to the deployment. */
export async function runDeployment(
  operation: WantedOperation,
  argv: DeployFlags & CommonFlags & Readonly<Record<string, unknown>>,
): Promise<number> {
  const target = readTarget(argv)
  const given = parameterSources(argv, target)
  refuseBadParameters(target, given, operation === 'create')
  const choices = choicesOf(argv)
  const kind = kindOf(argv, target)
  const output = openOutput(argv.json)
  const view = openView(output, { named: false })
  const stops = interruption()
  const connection = connections()(connectionOptions(argv, target.settings, { view, signal: stops.signal }))
  const host = terminalHost(target, {
    view,
    approved: argv.yes ? 'all' : (argv.approve ?? 'none'),
    onInterrupt: detachOrCancel(stops, { view }),
    inTurn: oneAtATime(),
    place: argv,
  })
  try {
    const { aws } = connection
    const outcome = await deployStack({
      aws,
      connection,
      target,
      operation,
      given,
      kind,
      choices,
      host,
      signal: stops.signal,
    })
    view.close()
    return report(outcome, { output, target, operation, argv })
  } catch (error) {
    if (stops.signal.aborted && !(error instanceof CfstackError)) throw interrupted(target.stackName, error)
    throw error
  } finally {
    view.close()
    stops.close()
  }
}

function report(
  outcome: Outcome,
  facts: { output: Output; target: DeployTarget; operation: WantedOperation; argv: DeployFlags },
): number {
  const { output, target, operation, argv } = facts
  output.document(outcomeDocument(outcome))
  if (outcome.ok) {
    output.say(renderSuccess(outcome, argv))
    return 0
  }
  const verb = outcome.kind === 'executed' ? outcome.plan.operation : operation
  if (argv.github && outcome.rootCause !== undefined)
    output.say(githubAnnotation(outcome.stack, outcome.rootCause, target))
  process.stderr.write(`${renderError(failureOf(outcome, { verb, target }))}\n`)
  return 1
}
