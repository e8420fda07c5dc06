import { setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import { disown } from '../own.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { later } from '../timing.ts'

/** How long it takes to let go of a resource, in milliseconds. */
const letting = 2000

/** Lets go of a resource whose import is taken back: it goes on existing. */
export const returnImport: ActionSteps = {
  start: (run, key, task) => {
    setResourceStatus(run, run.stack.resources[task.logicalId]!, 'IMPORT_ROLLBACK_IN_PROGRESS')
    later(run, key, 'finished', letting)
    return 'going'
  },
  on: { finished: letGo },
}

function letGo(run: Run, _key: string, task: Task): Outcome {
  const problem = failureOnRequest(run, task.logicalId, 'update')
  if (problem !== undefined) return { failed: problem }
  const state = run.stack.resources[task.logicalId]!
  if (state.physicalId !== undefined) disown(run, state)
  setResourceStatus(run, state, 'IMPORT_ROLLBACK_COMPLETE')
  delete run.stack.resources[task.logicalId]
  return 'done'
}
