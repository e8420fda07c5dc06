import { goBack } from '../actions/restore.ts'
import { beginRollback } from '../begin.ts'
import { setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import { startRevert } from '../phases/revert.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import { runOf, type Run } from '../run.ts'
import type { Task } from '../running.ts'
import { goOn, later } from '../timing.ts'
import type { StackState } from '../../world.ts'
import { childOf, reasonOf, showOutputs } from './child.ts'

/** Brings a nested stack back to what it was, after whatever goes on in it. */
export const restoreChild: ActionSteps = {
  start: (run, key, task) => {
    const state = run.stack.resources[task.logicalId]!
    if (run.running.options.leave?.includes(task.logicalId)) return complete(run, task)
    setResourceStatus(run, state, 'UPDATE_IN_PROGRESS')
    later(run, key, 'initiated', 1000)
    return 'going'
  },
  on: {
    initiated: (run, key, task) => {
      const requested = failureOnRequest(run, task.logicalId, 'update')
      if (requested !== undefined) return { failed: requested }
      return takeBack(run, key, task)
    },
    child: takeBack,
  },
}

function takeBack(run: Run, key: string, task: Task): Outcome {
  const child = childOf(run, task)
  if (child === undefined) return complete(run, task)
  if (child.running === undefined && child.stable === undefined) return complete(run, task)
  if (child.status === 'UPDATE_ROLLBACK_FAILED' && child.running === undefined && task.tries !== undefined)
    return {
      failed: `Embedded stack ${child.id} was not successfully updated. Currently in ${child.status} with reason: ${reasonOf(child)}`,
    }
  task.tries = 1
  beginToGoBack(run, child)
  child.running!.parentTask = key
  return 'going'
}

function beginToGoBack(run: Run, child: StackState): void {
  const { world } = run
  const { token, retainExceptOnCreate } = run.running.options
  const going = runOf(world, child.id)
  if (going === undefined) {
    const type = child.status === 'UPDATE_ROLLBACK_FAILED' ? 'CONTINUE_ROLLBACK' : 'ROLLBACK'
    const leave = skippedIn(child, run.running.options.leave)
    beginRollback(world, child, { token, retainExceptOnCreate, leave }, type)
  } else if (going.running.phase === 'hold') {
    startRevert(going, 'User Initiated')
    goOn(world, child)
  }
}

/** What is skipped in a nested stack is named with it: `web-Child-1ABCDEF2GHIJ.Queue`. */
function skippedIn({ name }: StackState, leave: readonly string[] = []): readonly string[] {
  return leave.filter((one) => one.startsWith(`${name}.`)).map((one) => one.slice(name.length + 1))
}

function complete(run: Run, task: Task): Outcome {
  const state = run.stack.resources[task.logicalId]!
  goBack(run, state)
  showOutputs(run.world, run.stack, state)
  setResourceStatus(run, state, 'UPDATE_COMPLETE')
  return 'done'
}
