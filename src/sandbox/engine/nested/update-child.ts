import { beginUpdate } from '../begin.ts'
import { setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import { changeLive } from '../../live.ts'
import { liveOf } from '../live-of.ts'
import { messageOf } from '../message-of.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { later } from '../timing.ts'
import { standingOf, wantedOf } from '../wanted.ts'
import type { Desired, StackState } from '../../world.ts'
import { childOf, desiredOfChild, reasonOf, showOutputs } from './child.ts'

/** Updates a nested stack. Its clean-up has to wait for its parent's. */
export const updateChild: ActionSteps = {
  start: (run, key, task) => {
    setResourceStatus(run, run.stack.resources[task.logicalId]!, 'UPDATE_IN_PROGRESS')
    later(run, key, 'initiated', 1000)
    return 'going'
  },
  on: { initiated, child: waited },
}

function initiated(run: Run, key: string, task: Task): Outcome {
  const requested = failureOnRequest(run, task.logicalId, 'update')
  if (requested !== undefined) return { failed: requested }
  const child = childOf(run, task)
  if (child === undefined || !isUpdatable(child)) return { failed: notUpdatable(child) }
  try {
    const desired = desiredOfChild(run, task.properties!, child.desired)
    if (isAsDesired(child, desired)) return complete(run, task)
    const { token, disableRollback, retainExceptOnCreate } = run.running.options
    beginUpdate(run.world, child, desired, { token, disableRollback, retainExceptOnCreate })
    child.running!.parentTask = key
    return 'going'
  } catch (error) {
    return { failed: messageOf(error) }
  }
}

function isUpdatable({ status, running }: StackState): boolean {
  if (running !== undefined) return running.phase === 'hold'
  return status.endsWith('_COMPLETE') || status === 'CREATE_FAILED' || status === 'UPDATE_FAILED'
}

function notUpdatable(child: StackState | undefined): string {
  return `Stack:${child?.id} is in ${child?.status} state and can not be updated.`
}

/** A stack without changes is left alone. */
function isAsDesired({ desired, status }: StackState, next: Desired): boolean {
  const { body, parameters, tags } = next
  const isSame =
    JSON.stringify([body, parameters, tags]) ===
    JSON.stringify([desired.body, desired.parameters, desired.tags])
  return isSame && !status.endsWith('_FAILED')
}

function waited(run: Run, _key: string, task: Task): Outcome {
  const child = childOf(run, task)
  const isHeld = child?.running?.phase === 'hold'
  if (child?.running !== undefined && !isHeld && child.status === 'UPDATE_IN_PROGRESS') return 'going'
  if (isHeld) return complete(run, task)
  return {
    failed: `Embedded stack ${child?.id} was not successfully updated. Currently in ${child?.status} with reason: ${child && reasonOf(child)}`,
  }
}

function complete(run: Run, task: Task): Outcome {
  const state = run.stack.resources[task.logicalId]!
  const live = liveOf(run.world, run.stack, state)
  if (live !== undefined) changeLive(run.world, live, { properties: task.properties! })
  Object.assign(state, {
    properties: task.properties!,
    ...standingOf(wantedOf(run, task.logicalId), task.metadata),
  })
  showOutputs(run.world, run.stack, state)
  setResourceStatus(run, state, 'UPDATE_COMPLETE')
  return 'done'
}
