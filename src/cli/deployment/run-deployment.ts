import { accountOf, checkAccount } from '../../deploy/account.ts'
import { capabilitiesFor } from '../../deploy/change-set.ts'
import { checkState } from '../../deploy/check-state.ts'
import type { CloudFormation, Stack } from '../../deploy/client.ts'
import { cloudFormation } from '../../deploy/client.ts'
import { follow, start, type DeploymentResult } from '../../deploy/execute.ts'
import { parameterDeclarations } from '../../deploy/parameters/declarations.ts'
import { prepare, type PreparedDeployment } from '../../deploy/prepare.ts'
import { applyProtection, protectionChanges, type ProtectionChange } from '../../deploy/protection.ts'
import type { DeployTarget } from '../../deploy/read-target.ts'
import type { DeployRequest, Operation, SettledRequest } from '../../deploy/request.ts'
import { templateBody } from '../../deploy/template-body.ts'
import { CfstackError } from '../../model/error.ts'
import type { CommonFlags } from '../command.ts'
import { interruption } from '../interruption.ts'
import { openOutput, type Output } from '../output.ts'
import { renderError } from '../report-error.ts'
import { approve } from './approve.ts'
import { readTarget, type DeployFlags } from './deploy-flags.ts'
import { detached, interrupted } from './interrupted.ts'
import { parameterSources } from './parameter-sources.ts'
import { renderPlan } from './render-plan.ts'
import { renderEvent, renderFailure } from './render-result.ts'
import { refuseBadParameters, settleParameters } from './settle-parameters.ts'

interface Session {
  readonly aws: CloudFormation
  readonly target: DeployTarget
  readonly output: Output
  readonly signal: AbortSignal
  readonly yes: boolean
  readonly protection: readonly ProtectionChange[]
}

/** Runs `create` or `update`: checks everything here first, then makes, shows and executes a change set. */
export async function runDeployment(
  operation: Operation,
  argv: DeployFlags & CommonFlags & Readonly<Record<string, unknown>>,
): Promise<number> {
  const target = readTarget(argv)
  const sources = parameterSources(argv, target)
  refuseBadParameters(target, sources, operation === 'create')
  const request = requestOf(operation, target)
  const output = openOutput(argv.json)
  const aws = cloudFormation({ region: argv.region ?? target.settings.region, profile: argv.profile })
  const { signal, close } = interruption()
  try {
    const before = await aws.until(signal).describeStack(target.stackName)
    checkAccount(target.stackName, target.settings.account, accountOf(before?.StackId))
    checkState(operation, target.stackName, before)
    const protection = await protectionChanges(aws.until(signal), before, target.settings)
    const session = { aws, target, output, signal, yes: argv.yes, protection }
    await tellOfOthers(session, before)
    const parameters = await settleParameters(target, sources, before, signal)
    const settled = { ...request, parameters }
    const secrets = secretsOf(settled)
    const prepared = await prepare(aws, settled, { before, secrets, signal })
    if (prepared === undefined) return await finishUnchanged(session, before?.StackId ?? target.stackName)
    await show(session, prepared)
    return await carryOut(session, prepared, secrets)
  } catch (error) {
    if (signal.aborted && !(error instanceof CfstackError)) throw interrupted(target.stackName, error)
    throw error
  } finally {
    close()
  }
}

/** A stack that was never created may hold change sets of other people. */
async function tellOfOthers({ aws, target, output }: Session, before: Stack | undefined): Promise<void> {
  if (before?.StackStatus !== 'REVIEW_IN_PROGRESS') return
  const names = (await aws.pendingChangeSets(target.stackName)).map(({ name }) => name)
  if (names.length === 0) return
  output.say(
    `Stack "${target.stackName}" waits for its creation, with other change sets: ${names.join(', ')}. ` +
      'CloudFormation removes them when one is executed.',
  )
}

function requestOf(operation: Operation, target: DeployTarget): DeployRequest {
  const { stackName, template, settings, text } = target
  const { body } = templateBody(stackName, text, template)
  const request = { operation, stackName, template, body, settings }
  capabilitiesFor(request)
  return request
}

function secretsOf({ template, parameters }: SettledRequest): readonly string[] {
  const secret = new Set(
    parameterDeclarations(template).flatMap(({ name, noEcho }) => (noEcho ? [name] : [])),
  )
  return parameters.flatMap((one) =>
    secret.has(one.ParameterKey) && 'ParameterValue' in one ? [one.ParameterValue] : [],
  )
}

/** No resource changes; policy and protection may. */
async function finishUnchanged(session: Session, stackId: string): Promise<number> {
  const { aws, target, output, protection, yes, signal } = session
  const { stackName, settings } = target
  if (protection.length === 0) {
    output.say(`No changes: stack "${stackName}" is up to date`)
    output.document({ stack: stackName, status: 'no-changes' })
    return 0
  }
  output.say(
    [`No resource of stack "${stackName}" changes.`, ...protection.map(({ text }) => text)].join('\n'),
  )
  await approve(stackName, { yes, signal })
  for (const { what } of protection)
    await applyProtection(aws, stackId, what, { changes: protection, settings })
  output.say(`Stack "${stackName}": the settings are in force`)
  output.document({ stack: stackName, status: 'settings-changed', settings: protection })
  return 0
}

/** Shows the plan and asks. Without a yes nothing stays behind. */
async function show(session: Session, prepared: PreparedDeployment): Promise<void> {
  const { target, output, protection, yes, signal } = session
  try {
    checkAccount(target.stackName, target.settings.account, accountOf(prepared.changeSet.stackId))
    output.say(
      renderPlan(
        prepared.plan,
        protection.map(({ text }) => text),
      ),
    )
    await approve(target.stackName, { yes, signal })
  } catch (error) {
    await prepared.discard()
    throw error
  }
}

async function carryOut(
  session: Session,
  prepared: PreparedDeployment,
  secrets: readonly string[],
): Promise<number> {
  const { aws, target, output, protection, signal } = session
  const { stackId } = prepared.changeSet
  const isNew = prepared.plan.operation === 'create'
  const apply = (what: ProtectionChange['what']) =>
    applyProtection(aws, stackId, what, { changes: protection, settings: target.settings })
  if (!isNew) {
    await apply('stack-policy').catch(async (error: unknown) => {
      await prepared.discard().catch(() => undefined)
      throw error
    })
  }
  const running = await start(aws, prepared, signal)
  const result = await follow(aws, running, {
    signal,
    secrets,
    onEvent: (event) => output.say(renderEvent(event)),
    onRetry: (error) => output.say(`Still watching: ${error.message}`),
  }).catch((error: unknown) => {
    throw signal.aborted ? detached(target.stackName, stackId, error) : error
  })
  if (result.ok) {
    if (isNew) await apply('stack-policy')
    await apply('termination-protection')
  }
  return finish(session, prepared, result)
}

function finish(
  { target, output, protection }: Session,
  { plan }: PreparedDeployment,
  result: DeploymentResult,
): number {
  const { stackName } = target
  const { ok, status, outputs, rootCause } = result
  const summary = {
    stack: stackName,
    status,
    outputs,
    plan,
    ...(protection.length > 0 ? { settings: protection } : {}),
    ...(rootCause === undefined ? {} : { rootCause }),
  }
  output.document(summary)
  if (ok) {
    output.say(`Stack "${stackName}": ${status}`)
    for (const [name, value] of Object.entries(outputs)) output.say(`  ${name} = ${value}`)
    return 0
  }
  const verb = plan.operation
  const failure = new CfstackError(
    'E_DEPLOYMENT_FAILED',
    `Cannot ${verb} stack "${stackName}": ${renderFailure(result, target)}`,
    { hint: `The stack is now in ${status}; correct the cause and ${verb} again` },
  )
  process.stderr.write(`${renderError(failure)}\n`)
  return 1
}
