import { newState } from '../actions/create.ts'
import { beginCreate } from '../begin.ts'
import { setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import { makeLive } from '../../live.ts'
import { messageOf } from '../message-of.ts'
import { newStack } from '../new-stack.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { stackType } from '../stack-type.ts'
import { later } from '../timing.ts'
import { generatedName } from '../../types/generated-name.ts'
import type { Desired } from '../../world.ts'
import { childOf, desiredOfChild, reasonOf, showOutputs } from './child.ts'

/** What a stack can be called. */
const longestName = 128

/** Makes a nested stack, and waits until it is made. */
export const makeChild: ActionSteps = {
  start: (run, key, task) => {
    setResourceStatus(run, newState(run, task), 'CREATE_IN_PROGRESS')
    later(run, key, 'initiated', 1000)
    return 'going'
  },
  on: { initiated, child: waited },
}

function initiated(run: Run, key: string, task: Task): Outcome {
  const requested = failureOnRequest(run, task.logicalId, 'create')
  if (requested !== undefined) return { failed: requested }
  try {
    beginChild(run, key, task, desiredOfChild(run, task.properties!))
  } catch (error) {
    return { failed: messageOf(error) }
  }
  return 'going'
}

function beginChild(run: Run, key: string, { logicalId, properties }: Task, desired: Desired): void {
  const { world, stack, running } = run
  const generated = generatedName(world, { stack: stack.name, logicalId, limit: longestName })
  // The random end of a stack's name is in capitals, of other names it is not.
  const name = generated.replace(/[^-]+$/, (end) => end.toUpperCase())
  const { place } = stack
  const child = newStack(world, { name, place, desired, status: 'CREATE_IN_PROGRESS', parent: stack })
  const owner = { stackId: stack.id, logicalId }
  makeLive(world, {
    place,
    type: stackType,
    physicalId: child.id,
    properties: properties!,
    attributes: {},
    owner,
  })
  const state = stack.resources[logicalId]!
  state.physicalId = child.id
  state.nestedStackId = child.id
  setResourceStatus(run, state, 'CREATE_IN_PROGRESS', 'Resource creation Initiated')
  child.timeoutMinutes = minutesOf(properties!['TimeoutInMinutes'])
  const { token, disableRollback, retainExceptOnCreate } = running.options
  beginCreate(world, child, desired, { token, disableRollback, retainExceptOnCreate })
  child.running!.parentTask = key
}

function minutesOf(given: unknown): number | undefined {
  return given === undefined ? undefined : Number(given)
}

function waited(run: Run, _key: string, task: Task): Outcome {
  const child = childOf(run, task)
  if (child?.status === 'CREATE_IN_PROGRESS') return 'going'
  if (child?.status !== 'CREATE_COMPLETE')
    return { failed: `Embedded stack ${child?.id} was not successfully created: ${child && reasonOf(child)}` }
  const state = run.stack.resources[task.logicalId]!
  showOutputs(run.world, run.stack, state)
  setResourceStatus(run, state, 'CREATE_COMPLETE')
  return 'done'
}
