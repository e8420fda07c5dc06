import { create } from './actions/create.ts'
import { remove } from './actions/remove.ts'
import { replace } from './actions/replace.ts'
import { restore } from './actions/restore.ts'
import { update } from './actions/update.ts'
import { decide } from './decide.ts'
import type { ActionSteps, Step } from './outcome.ts'
import type { Action } from './running.ts'

const steps: { readonly [action in Action]?: ActionSteps } = { create, remove, replace, restore, update }

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

/** The next step of a task. */
export function continueTask(kind: string): Step {
  return (run, key, task) => {
    const step = stepsOf(task.action).on?.[kind]
    if (step === undefined) throw new Error(`A task of kind ${task.action} has no step ${kind}`)
    return step(run, key, task)
  }
}

/** A task is cancelled. */
export const cancelSteps = (action: Action): ActionSteps['cancel'] => stepsOf(action).cancel

function stepsOf(action: Action): ActionSteps {
  const found = steps[action]
  if (found === undefined) throw new Error(`There are no tasks of kind ${action}`)
  return found
}
