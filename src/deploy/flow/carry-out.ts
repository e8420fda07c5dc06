import type { CloudFormation } from '../calls/client.ts'
import { lastOperation } from '../events/events.ts'
import { follow, type FollowResult, type RunningOperation } from '../events/follow.ts'
import type { PreparedDeployment } from '../change-set/prepare.ts'
import type { StackDeployment } from './deployment.ts'
import type { Ready } from './ready.ts'
import { detached } from './stopped-watching.ts'

/** How an execution ended, and who ended it before its time. */
export interface Execution extends FollowResult {
  readonly cancelled?: 'timeout' | 'person'
}

/** Executes a change set and follows it to its end. Whatever goes wrong before it runs, also an abort, nothing stays behind. */
export async function carryOut(
  deployment: StackDeployment,
  prepared: PreparedDeployment,
  { ready, secrets }: { ready: Exclude<Ready, { joined: unknown }>; secrets: readonly string[] },
): Promise<Execution> {
  const { aws, host, signal } = deployment
  const running = await start(aws, prepared, { signal, ready })
  const { stackId, expectedSeconds } = running
  host.began?.({ total: prepared.plan.changes.length, stackId, expectedSeconds })
  const watch = watcher(deployment, prepared)
  try {
    const ended = await follow(aws, running, {
      secrets,
      signal: watch.signal,
      withoutOutputs: Object.keys(deployment.target.template.Outputs ?? {}).length === 0,
      onEvent: (event) => host.event(event),
    })
    const cancelled = watch.cancelled()
    return { ...ended, ...(cancelled === undefined ? {} : { cancelled }) }
  } catch (error) {
    throw detached(deployment, stackId, { error, byPerson: watch.signal.aborted })
  } finally {
    watch.close()
    host.ended?.()
  }
}

/** A new stack has no events that matter from before. */
async function start(
  aws: CloudFormation,
  { changeSet, discard, token }: PreparedDeployment,
  { signal, ready }: { signal: AbortSignal; ready: Exclude<Ready, { joined: unknown }> },
): Promise<RunningOperation & { readonly expectedSeconds: number | undefined }> {
  const { stackId } = changeSet
  try {
    const isNew = ready.operation === 'create'
    const last = isNew ? undefined : await lastOperation(aws.until(signal), stackId)
    signal.throwIfAborted()
    await aws.executeChangeSet(changeSet, token, { disableRollback: ready.retriesFailed })
    const expectedSeconds = last?.seconds === undefined ? undefined : last.seconds / aws.speed
    return { stackId, after: last?.after, expectedSeconds }
  } catch (error) {
    // AWS refuses this for a change set that does run.
    await discard().catch(() => undefined)
    throw error
  }
}

/** Node fires at once what it is to fire later than in 24 days. */
const longestTimer = 2 ** 31 - 1

interface Watcher {
  /** Ends the watching. */
  readonly signal: AbortSignal
  cancelled(): Execution['cancelled']
  close(): void
}

/** Watches for the person and for the time-out, while the deployment runs. */
function watcher(deployment: StackDeployment, prepared: PreparedDeployment): Watcher {
  const { host, signal, choices } = deployment
  const watching = new AbortController()
  const asking = new AbortController()
  let cancelled: Execution['cancelled']
  const stop = async (why: 'timeout' | 'person'): Promise<void> => {
    const problem = await cancel(deployment, prepared)
    if (problem === undefined) cancelled ??= why
    else host.say(`Cannot cancel the deployment: ${problem}`)
  }
  const listen = async (): Promise<void> => {
    const choice = await host.interrupted?.(asking.signal)
    if (choice === 'detach') return watching.abort()
    if (choice !== 'cancel') return
    await stop('person')
    return listen()
  }
  const onAbort = (): void => watching.abort()
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  void listen().catch(() => undefined)
  const minutes = choices.timeoutMinutes ?? deployment.target.settings.timeoutMinutes
  const timer =
    minutes === undefined
      ? undefined
      : setTimeout(
          () => {
            host.say(`It has taken ${minutes} minutes: cancelling`)
            void stop('timeout')
          },
          Math.min(minutes * 60_000, longestTimer),
        )
  return {
    signal: watching.signal,
    cancelled: () => cancelled,
    close: () => {
      clearTimeout(timer)
      asking.abort()
      signal.removeEventListener('abort', onAbort)
    },
  }
}

/** Turns the deployment back; says why that can't be done. A creation has no other way back than deletion. */
async function cancel(
  { aws, target }: StackDeployment,
  { plan, changeSet, token }: PreparedDeployment,
): Promise<string | undefined> {
  const { role, onFailure = 'DELETE' } = target.settings
  try {
    if (plan.operation === 'update') await aws.cancelUpdate(changeSet.stackId, `${token}-cancel`)
    else if (onFailure === 'DELETE')
      await aws.deleteStack(changeSet.stackId, { role, token: `${token}-cancel` })
    else return `a creation can only be deleted, and the settings say ${onFailure}`
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}
