import { hexId } from '../chance.ts'
import { setResourceStatus } from './event.ts'
import type { Outcome } from './outcome.ts'
import type { Signals, Task } from './running.ts'
import type { Run } from './run.ts'
import { atTheLatest, later } from './timing.ts'
import { signalsNeeded } from './signals-needed.ts'

/** How long after their creation instances signal by themselves, in milliseconds. */
const instanceStart = 45_000

/** A resource that waits for signals begins to do so. */
export function awaitSignals(run: Run, key: string, task: Task, verb: 'create' | 'update'): void {
  const need = signalsNeeded(run, task, verb)
  if (need === undefined) return
  const { timeout, ...counts } = need
  task.signals = { ...counts, succeeded: [], failed: [] }
  atTheLatest(run, key, 'signals-late', timeout)
  if (run.world.settings.signals === 'automatic')
    later(run, key, 'signals-come', Math.min(instanceStart, timeout))
}

/** A signal comes in for a resource that waits for it. */
export function takeSignal(
  run: Run,
  key: string,
  task: Task,
  { id, isGood }: { readonly id: string; readonly isGood: boolean },
): void {
  const { signals } = task
  if (signals === undefined || signals.succeeded.includes(id) || signals.failed.includes(id)) return
  ;(isGood ? signals.succeeded : signals.failed).push(id)
  const state = run.stack.resources[task.logicalId]!
  const said = `Received ${isGood ? 'SUCCESS' : 'FAILURE'} signal with UniqueId ${id}`
  setResourceStatus(run, state, state.status, said)
  later(run, key, 'signalled', 0)
}

/** Every signal comes in that was still missing. */
export function takeMissingSignals(run: Run, key: string, task: Task): Outcome {
  const { signals } = task
  const missing =
    signals === undefined ? 0 : signals.wanted - signals.succeeded.length - signals.failed.length
  for (let count = 0; count < missing; count++)
    takeSignal(run, key, task, { id: `i-${hexId(run.world, 17)}`, isGood: true })
  return 'going'
}

/** Whether a resource has its signals, still waits for them, or cannot get enough any more. */
export function judgeSignals(
  task: Task,
  isLate: boolean,
): 'enough' | 'waiting' | { readonly failed: string } {
  const { signals } = task
  if (signals === undefined || signals.succeeded.length >= signals.required) return 'enough'
  const { wanted, required, failed } = signals
  if (failed.length > wanted - required) return { failed: tooManyFailed(signals) }
  return isLate ? { failed: tooFew(signals) } : 'waiting'
}

function tooManyFailed({ kind, failed, wanted, percent }: Signals): string {
  if (kind === 'handle') return `WaitCondition received failed message: 'FAILURE' for uniqueId: ${failed[0]}`
  return `Received ${failed.length} FAILURE signal(s) out of ${wanted}.  Unable to satisfy ${percent}% MinSuccessfulInstancesPercent requirement`
}

function tooFew({ kind, succeeded, failed, wanted, percent }: Signals): string {
  if (kind === 'handle')
    return `WaitCondition timed out. Received ${succeeded.length} conditions when expecting ${wanted}`
  const received = succeeded.length + failed.length
  if (kind === 'group')
    return `Received ${succeeded.length} SUCCESS signal(s) out of ${wanted}.  Unable to satisfy ${percent}% MinSuccessfulInstancesPercent requirement`
  return `Failed to receive ${wanted - received} resource signal(s) within the specified duration`
}
