import { ended, startRemoval, subjectOf } from '../actions/remove.ts'
import { beginDelete } from '../begin.ts'
import { failureOnRequest } from '../faults.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import { destroy } from '../own.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { later } from '../timing.ts'
import type { StackState } from '../../world.ts'
import { childOf, reasonOf } from './child.ts'

/** Takes a nested stack away, after whatever goes on in it. */
export const removeChild: ActionSteps = {
  start: (run, key, task) => startRemoval(run, task, () => later(run, key, 'initiated', 1000)),
  on: {
    initiated: (run, key, task) => {
      const requested = failureOnRequest(run, task.logicalId, 'delete')
      if (requested !== undefined) return { failed: requested }
      const child = childOf(run, task)
      return child === undefined ? gone(run, task) : afterwards(run, key, child)
    },
    child: (run, key, task) => {
      const child = childOf(run, task)
      if (child === undefined || child.status === 'DELETE_COMPLETE') return gone(run, task)
      if (child.status !== 'DELETE_FAILED') return afterwards(run, key, child)
      return { failed: `Embedded stack ${child.id} was not successfully deleted: ${reasonOf(child)}` }
    },
  },
}

function afterwards(run: Run, key: string, child: StackState): Outcome {
  const isBusy = child.running !== undefined && child.running.phase !== 'hold'
  if (!isBusy) {
    const { token, retainExceptOnCreate } = run.running.options
    beginDelete(run.world, child, { token, retainExceptOnCreate })
  }
  child.running!.parentTask = key
  return 'going'
}

function gone(run: Run, task: Task): Outcome {
  destroy(run, subjectOf(run, task))
  return ended(run, task, 'DELETE_COMPLETE')
}
