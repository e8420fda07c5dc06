import { beginClean } from '../begin-clean.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { childOf } from './child.ts'

/** Lets a nested stack clean up what its update has left over, now that its parent does so too. */
export const releaseChild: ActionSteps = {
  start: (run, key, task) => {
    const child = childOf(run, task)
    if (child === undefined) return 'done'
    beginClean(run.world, child)
    child.running!.parentTask = key
    return 'going'
  },
  on: { child: waited },
}

function waited(run: Run, _key: string, task: Task): Outcome {
  return childOf(run, task)?.running === undefined ? 'done' : 'going'
}
