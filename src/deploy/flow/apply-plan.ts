import { checkPlan } from '../plan/check-plan.ts'
import type { PlanFile } from '../plan/plan-file.ts'
import { applySetting, isOwnCall } from '../state/settings-changes.ts'
import { executePrepared } from './deploy-stack.ts'
import type { StackDeployment } from './deployment.ts'
import type { Outcome } from './outcome.ts'

/**
 * Executes a plan that was made before, when nothing has moved since and it is approved. What is refused stays as it is: the change set
 * waits on.
 */
export async function applyPlan(deployment: StackDeployment, file: PlanFile): Promise<Outcome> {
  const { aws, host, signal, target } = deployment
  const stack = target.stackName
  const { plan, changeSet, settings } = file
  if (changeSet === undefined && !settings.some(isOwnCall))
    return { kind: 'unchanged', stack, status: 'no-changes', ok: true }
  const before = await checkPlan(aws.until(signal), file)
  if (changeSet === undefined || plan === undefined) {
    const own = settings.filter(isOwnCall)
    await host.approve({ settings: own }, signal)
    for (const { what } of own)
      await applySetting(aws, before?.StackId ?? stack, what, { changes: own, settings: target.settings })
    return { kind: 'settings', stack, status: 'settings-changed', settings: own, ok: true }
  }
  await host.approve({ plan, settings }, signal)
  const { token, ...made } = changeSet
  const prepared = { plan, changeSet: made, token, discard: async () => undefined }
  const start = { operation: file.operation, before, retriesFailed: false }
  return executePrepared(deployment, prepared, { start, settings, secrets: [] })
}
