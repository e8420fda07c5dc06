import { CfstackError } from '../../model/error.ts'
import { accountOf, checkAccount } from '../calls/account.ts'
import { capabilitiesFor } from '../change-set/change-set.ts'
import type { Stack } from '../calls/client.ts'
import { prepare, type PreparedDeployment } from '../change-set/prepare.ts'
import type { Operation } from '../template/request.ts'
import { settingsChanges, type SettingsChange } from '../state/settings-changes.ts'
import { startState } from '../state/start-state.ts'
import type { StackDeployment } from './deployment.ts'
import { ownsUnborn } from './left-over.ts'
import { secretsOf, settleParameters } from './parameters.ts'
import { hashOf, templateSource } from './template-source.ts'

/** What a deployment of a stack would do now. */
export interface StackPlan {
  readonly operation: Operation
  readonly before: Stack | undefined
  /** The change set, which waits; undefined when no resource changes. */
  readonly prepared: PreparedDeployment | undefined
  readonly settings: readonly SettingsChange[]
}

/** What the change set of a plan that is kept says about itself: no later run takes it for a left-over. */
const keptDescription = 'cfstack plan, waits to be applied'

/**
 * Makes the change set of a stack without executing it. Changes nothing else: a stack that has to be led out of its state first is
 * refused. The caller discards the change set, or keeps it.
 */
export async function planStack(
  deployment: StackDeployment,
  { keep, hint }: { readonly keep: boolean; readonly hint: (verb: string) => string },
): Promise<StackPlan> {
  const { aws, target, signal } = deployment
  const { stackName, settings } = target
  capabilitiesFor(target)
  const hash = hashOf(deployment)
  const before = await aws.until(signal).describeStack(stackName)
  checkAccount(stackName, settings.account, await accountNow(deployment, before))
  const operation = startState(deployment.operation, stackName, before)
  if (operation !== 'create' && operation !== 'update') throw notReady(stackName, before, hint)
  const changes = await settingsChanges(aws.until(signal), before, settings)
  const ownsStack = await ownsUnborn(deployment, before, hash)
  const parameters = await settleParameters(deployment, before)
  const request = {
    ...target,
    parameters,
    hash,
    operation,
    source: await templateSource(deployment),
    ...(deployment.kind === undefined ? {} : { kind: deployment.kind }),
    ...(keep ? { description: keptDescription } : {}),
  }
  const secrets = secretsOf(target.template, parameters)
  const prepared = await prepare(aws, request, { ownsStack, secrets, signal, thorough: true })
  return { operation, before, prepared, settings: changes }
}

/** A stack that is there says its account by itself. */
async function accountNow(
  { connection, target }: StackDeployment,
  before: Stack | undefined,
): Promise<string | undefined> {
  if (before !== undefined) return accountOf(before.StackId)
  return target.settings.account === undefined ? undefined : connection?.identify()
}

function notReady(stackName: string, stack: Stack | undefined, hint: (verb: string) => string): CfstackError {
  const status = stack?.StackStatus ?? ''
  const isBusy = status.endsWith('_IN_PROGRESS')
  return new CfstackError(
    isBusy ? 'E_STACK_BUSY' : 'E_STACK_STATE',
    `Cannot plan stack "${stackName}": it is in ${status}`,
    { hint: isBusy ? `Wait for it: ${hint('events')}` : `The ways on: ${hint('doctor')}`, exitCode: 1 },
  )
}
