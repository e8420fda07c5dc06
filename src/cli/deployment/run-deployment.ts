import { deployStack } from '../../deploy/flow/deploy-stack.ts'
import type { WantedOperation } from '../../deploy/template/request.ts'
import type { CommonFlags } from '../command.ts'
import { openOutput } from '../output.ts'
import { choicesOf } from './choices.ts'
import { type DeployFlags } from './deploy-flags.ts'
import { readTarget } from './named-target.ts'
import { withDeploySession } from './deploy-session.ts'
import { parameterSources } from './parameter-sources.ts'
import { kindOf } from './change-set-kind.ts'
import { reportOutcome } from './report-outcome.ts'
import { refuseBadParameters } from './settle-parameters.ts'

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
  const approved = argv.yes ? 'all' : (argv.approve ?? 'none')
  const place = { where: argv, place: argv }
  return withDeploySession(target, { ...place, output, approved }, async (session) => {
    const outcome = await deployStack({ ...session, target, operation, given, kind, choices })
    session.closeView()
    const verb = outcome.kind === 'executed' ? outcome.plan.operation : operation
    return reportOutcome(outcome, { ...argv, output, target, verb })
  })
}
