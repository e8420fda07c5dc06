import type { JsonObject, ResourceState } from '../../world.ts'
import { setResourceStatus } from '../event.ts'
import type { ActionSteps, Step } from '../outcome.ts'
import { becomeFormer, bringIntoBeing } from '../own.ts'
import type { Run } from '../run.ts'
import { takeTime } from '../timing.ts'
import { standingOf, wantedOf } from '../wanted.ts'

/** Makes a resource that the stack does not have yet. */
export const create: ActionSteps = {
  start: (run, key, task) => {
    const state = newState(run, task.logicalId, task.properties!)
    setResourceStatus(run, state, 'CREATE_IN_PROGRESS')
    takeTime(run, key, state, 'create')
    return 'going'
  },
  on: {
    initiated: (run, _key, task) => initiated(run, run.stack.resources[task.logicalId]!),
    finished: (run, _key, task) => {
      setResourceStatus(run, run.stack.resources[task.logicalId]!, 'CREATE_COMPLETE')
      return 'done'
    },
  },
}

/** What the stack knows of a resource that it begins to make. One of that name that failed makes room. */
export function newState(run: Run, logicalId: string, properties: JsonObject): ResourceState {
  const before = run.stack.resources[logicalId]
  if (before !== undefined) becomeFormer(run, before, 'Delete')
  const wanted = wantedOf(run, logicalId)
  const state: ResourceState = {
    logicalId,
    type: wanted.type,
    status: 'CREATE_IN_PROGRESS',
    updatedAt: run.world.now,
    properties,
    ...standingOf(wanted),
  }
  run.stack.resources[logicalId] = state
  return state
}

function initiated(run: Run, state: ResourceState): ReturnType<Step> {
  const live = bringIntoBeing(run, state)
  if ('failed' in live) return live
  state.physicalId = live.physicalId
  setResourceStatus(run, state, 'CREATE_IN_PROGRESS', 'Resource creation Initiated')
  return 'going'
}
