import { create } from './actions/create.ts'
import { remove } from './actions/remove.ts'
import { replace } from './actions/replace.ts'
import { restore } from './actions/restore.ts'
import { update } from './actions/update.ts'
import { importResource } from './actions/import.ts'
import { refuse } from './actions/refuse.ts'
import { returnImport } from './actions/return-import.ts'
import { makeChild } from './nested/make-child.ts'
import { releaseChild } from './nested/release-child.ts'
import { removeChild } from './nested/remove-child.ts'
import { restoreChild } from './nested/restore-child.ts'
import { updateChild } from './nested/update-child.ts'
import { decide } from './decide.ts'
import type { ActionSteps, Step } from './outcome.ts'
import type { Action } from './running.ts'

/** How each kind of task goes. What is to be applied is decided when its turn comes. */
const steps: { readonly [action in Exclude<Action, 'apply'>]: ActionSteps } = {
  create,
  update,
  replace,
  import: importResource,
  'return-import': returnImport,
  refuse,
  remove,
  restore,
  'create-stack': makeChild,
  'update-stack': updateChild,
  'remove-stack': removeChild,
  'restore-stack': restoreChild,
  'release-stack': releaseChild,
}

/** A task begins: one that brings about what the template says finds out first what that is. */
export const startTask: Step = (run, key, task) => {
  task.state = 'going'
  if (task.action === 'apply') {
    const decision = decide(run, task)
    if (typeof decision === 'object' || decision === 'done') return decision
    task.action = decision
  }
  return stepsOf(task.action).start(run, key, task)
}

/** The next step of a task; a kind that its action does not know is of the past. */
export function continueTask(kind: string): Step {
  return (run, key, task) => stepsOf(task.action).on?.[kind]?.(run, key, task) ?? 'going'
}

function stepsOf(action: Action): ActionSteps {
  if (action === 'apply') throw new Error('A task goes on that was not decided')
  return steps[action]
}
