import type { ResourceState } from '../../world.ts'
import { setResourceStatus } from '../event.ts'
import type { ActionSteps, Step } from '../outcome.ts'
import { becomeFormer, bringIntoBeing } from '../own.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { awaitSignals } from '../signals.ts'
import { later, takeTime } from '../timing.ts'
import { whenSignalled } from '../when-signalled.ts'
import { standingOf, wantedOf } from '../wanted.ts'

/** What takes at least so long is checked for consistency after it has been configured, in milliseconds. */
const consistencyCheck = 10_000

/** Makes a resource that the stack does not have yet. */
export const create: ActionSteps = {
  start: (run, key, task) => {
    const state = newState(run, task)
    setResourceStatus(run, state, 'CREATE_IN_PROGRESS')
    const duration = takeTime(run, key, state, 'create')
    if (duration >= consistencyCheck) later(run, key, 'configured', duration / 2)
    return 'going'
  },
  on: {
    initiated,
    configured: (run, _key, task) => {
      const state = run.stack.resources[task.logicalId]!
      setResourceStatus(
        run,
        state,
        'CREATE_IN_PROGRESS',
        'Eventual consistency check initiated',
        'CONFIGURATION_COMPLETE',
      )
      return 'going'
    },
    ...whenSignalled((run, _key, task) => {
      setResourceStatus(run, run.stack.resources[task.logicalId]!, 'CREATE_COMPLETE')
      return 'done'
    }),
  },
}

/** What the stack knows of a resource that it begins to make. One of that name that failed makes room. */
export function newState(run: Run, { logicalId, properties = {}, metadata }: Task): ResourceState {
  const before = run.stack.resources[logicalId]
  if (before !== undefined) becomeFormer(run, before, 'Delete')
  const wanted = wantedOf(run, logicalId)
  const state: ResourceState = {
    logicalId,
    type: wanted.type,
    status: 'CREATE_IN_PROGRESS',
    updatedAt: run.world.now,
    properties,
    ...standingOf(wanted, metadata),
  }
  run.stack.resources[logicalId] = state
  return state
}

function initiated(...[run, key, task]: Parameters<Step>): ReturnType<Step> {
  const state = run.stack.resources[task.logicalId]!
  const live = bringIntoBeing(run, state)
  if ('failed' in live) return live
  state.physicalId = live.physicalId
  setResourceStatus(run, state, 'CREATE_IN_PROGRESS', 'Resource creation Initiated')
  awaitSignals(run, key, task, 'create')
  return 'going'
}
