import type { ResourceState, StackState } from '../../world.ts'
import { endOperation } from '../end-operation.ts'
import { setStackStatus } from '../event.ts'
import { failureReason } from '../failures.ts'
import type { Run } from '../run.ts'
import type { Kind } from '../running.ts'
import { statusOf } from '../stack-statuses.ts'
import type { PlannedTask } from '../task-graph.ts'
import { setTasks } from '../tasks.ts'
import { startClean } from './clean.ts'
import { removals } from './removals.ts'

/** Goes back: a creation is undone, an update is taken back to what the stack was before. */
export function startRevert(run: Run, reason: string | undefined): void {
  const { stack, running } = run
  if (running.kind === 'update' && stack.stable === undefined) running.kind = 'create'
  running.phase = 'revert'
  running.target = undefined
  setStackStatus(run, statusOf('revert', running.kind, 'during'), reason)
  plans[running.kind](run)
}

const plans: { readonly [kind in Kind]: (run: Run) => void } = {
  create: (run) =>
    setTasks(
      run,
      removals(run, () => true),
      'needing',
    ),
  update: (run) => {
    run.stack.desired = run.stack.stable!.desired
    setTasks(run, restorations(run.stack), 'needed')
  },
  import: (run) => setTasks(run, [], 'needing'),
  delete: (run) => setTasks(run, [], 'needing'),
}

function restorations(stack: StackState): PlannedTask[] {
  return Object.values(stack.stable!.resources)
    .filter((before) => isTouched(before, stack.resources[before.logicalId]))
    .map(({ logicalId, dependsOn }) => ({ key: logicalId, logicalId, action: 'restore', dependsOn }))
}

/** A resource shares its properties with what it was, as long as nothing has changed them. */
function isTouched(before: ResourceState, now: ResourceState | undefined): boolean {
  if (now === undefined || now.physicalId !== before.physicalId || now.status.endsWith('_FAILED')) return true
  return now.status !== before.status || now.updatedAt !== before.updatedAt
}

/** The way back is over: an update's left-overs are removed next. */
export function endRevert(run: Run): void {
  const { running } = run
  if (running.failures.length > 0) {
    setStackStatus(run, statusOf('revert', running.kind, 'failed'), failureReason(running.failures))
    return endOperation(run, 'FAILED')
  }
  if (running.kind === 'update') return startClean(run, 'clean-reverted')
  setStackStatus(run, statusOf('revert', running.kind, 'done'))
  endOperation(run, 'FAILED')
}
