import { startTask } from './actions.ts'
import { dropDue } from './due.ts'
import { setStackStatus } from './event.ts'
import { failStack, failTask } from './fail-task.ts'
import type { Outcome } from './outcome.ts'
import { endApply } from './phases/apply.ts'
import { endClean } from './phases/clean.ts'
import { endRemove } from './phases/remove.ts'
import { endRevert } from './phases/revert.ts'
import { taskOf, type Run } from './run.ts'
import type { Phase } from './running.ts'
import { beUsable, endTask } from './tasks.ts'

/** What follows when all tasks of a phase have ended. Phases without one wait for something else. */
const ends: { readonly [phase in Phase]?: (run: Run) => void } = {
  apply: endApply,
  clean: endClean,
  revert: endRevert,
  'clean-reverted': endClean,
  remove: endRemove,
}

/** Starts what can start, and ends phases that have nothing left to do. */
export function proceed(run: Run): void {
  const { running, stack } = run
  while (stack.running === running) {
    while (running.ready.length > 0) {
      const key = running.ready.shift()!
      settleTask(run, key, startTask(run, key, taskOf(run, key)))
    }
    sayConfigured(run)
    const end = ends[running.phase]
    if (running.open > 0 || end === undefined) return
    end(run)
  }
}

/** Everything of a new stack is configured; only consistency is still checked. */
function sayConfigured(run: Run): void {
  const { running } = run
  const { open, checking, kind, phase, failures } = running
  if (kind !== 'create' || phase !== 'apply' || running.isConfigured) return
  if (checking === 0 || open > checking || failures.length > 0) return
  running.isConfigured = true
  setStackStatus(run, 'CREATE_IN_PROGRESS', 'Eventual consistency check initiated', 'CONFIGURATION_COMPLETE')
}

/** A task has come so far. */
export function settleTask(run: Run, key: string, outcome: Outcome): void {
  if (outcome === 'going') return
  const task = taskOf(run, key)
  if (outcome === 'usable') return beUsable(run, task)
  if (outcome === 'done') {
    if (task.signals !== undefined) dropDue(run.world, run.stack.id, (due) => due.logicalId === key)
    endTask(run, task)
  } else if ('failed' in outcome) failTask(run, key, task, outcome.failed)
  else {
    task.state = 'failed'
    failStack(run, outcome.stackFailed)
  }
}
