import { accountOf, checkAccount } from '../calls/account.ts'
import { capabilitiesFor } from '../change-set/change-set.ts'
import { prepare, type PreparedDeployment } from '../change-set/prepare.ts'
import type { SettledRequest } from '../template/request.ts'
import { applySetting, isOwnCall, settingsChanges, type SettingsChange } from '../state/settings-changes.ts'
import { carryOut } from './carry-out.ts'
import type { StackDeployment } from './deployment.ts'
import { ownsUnborn } from './left-over.ts'
import type { Outcome } from './outcome.ts'
import { secretsOf, settleParameters } from './parameters.ts'
import { ready, type Ready } from './ready.ts'
import { hashOf, templateSource } from './template-source.ts'

/**
 * Deploys one stack: prepare → plan → approve → execute → report. Whatever ends it before the execution leaves nothing behind. Throws when it
 * can't begin or is not approved; a deployment that failed is an outcome.
 */
export async function deployStack(deployment: StackDeployment): Promise<Outcome> {
  const { aws, target, signal } = deployment
  capabilitiesFor(target)
  const hash = hashOf(deployment)
  const start = await ready(deployment, hash)
  if ('joined' in start) return { kind: 'joined', stack: target.stackName, ...start.joined }
  await guardAccount(deployment, start)
  const settings = await settingsChanges(aws.until(signal), start.before, target.settings)
  const ownsStack = await ownsUnborn(deployment, start.before, hash)
  const parameters = await settleParameters(deployment, start.before)
  const secrets = secretsOf(target.template, parameters)
  const request: SettledRequest = {
    ...target,
    parameters,
    hash,
    operation: start.operation,
    source: await templateSource(deployment),
    ...(deployment.kind === undefined ? {} : { kind: deployment.kind }),
  }
  const prepared = await prepare(aws, request, { ownsStack, secrets, signal })
  if (prepared === undefined) return unchanged(deployment, start, settings)
  await approve(deployment, prepared, settings)
  return executePrepared(deployment, prepared, { start, settings, secrets })
}

/** A stack that is there says its account by itself. */
async function guardAccount(
  { connection, target }: StackDeployment,
  { before }: Exclude<Ready, { joined: unknown }>,
): Promise<void> {
  const { account } = target.settings
  if (account === undefined || before !== undefined) return
  checkAccount(target.stackName, account, await connection?.identify())
}

/** No resource changes; policy and protection may. What only goes with a change set waits for the next one. */
async function unchanged(
  { aws, host, target, signal }: StackDeployment,
  { before }: Exclude<Ready, { joined: unknown }>,
  settings: readonly SettingsChange[],
): Promise<Outcome> {
  const stack = target.stackName
  const now = settings.filter(isOwnCall)
  const waiting = settings.filter((one) => !isOwnCall(one))
  for (const { text } of waiting) host.say(`${text}  (waits for the next change of a resource)`)
  if (now.length === 0) return { kind: 'unchanged', stack, status: 'no-changes', ok: true }
  await host.approve({ settings: now }, signal)
  for (const { what } of now)
    await applySetting(aws, before?.StackId ?? stack, what, { changes: now, settings: target.settings })
  return { kind: 'settings', stack, status: 'settings-changed', settings: now, ok: true }
}

/** Without a yes nothing stays behind. */
async function approve(
  { host, signal, target }: StackDeployment,
  prepared: PreparedDeployment,
  settings: readonly SettingsChange[],
): Promise<void> {
  try {
    checkAccount(target.stackName, target.settings.account, accountOf(prepared.changeSet.stackId))
    await host.approve({ plan: prepared.plan, settings }, signal)
  } catch (error) {
    await prepared.discard()
    throw error
  }
}

/** Executes what is approved. The policy protects an update already; a new stack has to be there first. */
export async function executePrepared(
  deployment: StackDeployment,
  prepared: PreparedDeployment,
  facts: {
    start: Exclude<Ready, { joined: unknown }>
    settings: readonly SettingsChange[]
    secrets: readonly string[]
  },
): Promise<Outcome> {
  const { aws, target } = deployment
  const { start, settings, secrets } = facts
  const isNew = start.operation === 'create'
  const apply = (what: SettingsChange['what']) =>
    applySetting(aws, prepared.changeSet.stackId, what, { changes: settings, settings: target.settings })
  if (!isNew)
    await apply('stack-policy').catch(async (error: unknown) => {
      await prepared.discard().catch(() => undefined)
      throw error
    })
  const result = await carryOut(deployment, prepared, { ready: start, secrets })
  if (result.ok) {
    if (isNew) await apply('stack-policy')
    await apply('termination-protection')
  }
  return { kind: 'executed', stack: target.stackName, plan: prepared.plan, settings, ...result }
}
