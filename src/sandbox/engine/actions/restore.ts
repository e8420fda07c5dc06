import { changeLive } from '../../live.ts'
import type { ResourceState } from '../../world.ts'
import { setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import { liveOf } from '../live-of.ts'
import type { ActionSteps } from '../outcome.ts'
import { becomeFormer, forgetFormer } from '../own.ts'
import type { Run } from '../run.ts'
import { takeTime } from '../timing.ts'
import { notFound } from './update.ts'

/** Brings a resource back to what it was before the update. */
export const restore: ActionSteps = {
  start: (run, key, task) => {
    const state = run.stack.resources[task.logicalId]!
    if (run.running.options.leave?.includes(task.logicalId)) {
      goBack(run, state)
      state.skipped = true
      setResourceStatus(run, state, 'UPDATE_COMPLETE')
      return 'done'
    }
    setResourceStatus(run, state, 'UPDATE_IN_PROGRESS')
    takeTime(run, key, { ...state, action: 'update' })
    return 'going'
  },
  on: {
    initiated: (run, _key, task) => {
      const problem = failureOnRequest(run, task.logicalId, 'update')
      return problem === undefined ? 'going' : { failed: problem }
    },
    finished: (run, _key, task) => {
      const state = run.stack.resources[task.logicalId]!
      const before = run.stack.stable!.resources[task.logicalId]!
      const live = liveOf(run.world, run.stack, before)
      if (live === undefined) return { failed: notFound(before) }
      changeLive(run.world, live, { properties: before.properties })
      goBack(run, state)
      setResourceStatus(run, state, 'UPDATE_COMPLETE')
      return 'done'
    },
  },
}

/** What the stack knows of a resource is what it knew before the update; what replaced it is to be removed. */
export function goBack(run: Run, state: ResourceState): void {
  const before = run.stack.stable!.resources[state.logicalId]!
  if (before.physicalId !== state.physicalId) {
    becomeFormer(run, state, 'Delete')
    forgetFormer(run, before)
  }
  const { status, statusReason, updatedAt, ...known } = before
  Object.assign(state, known)
}
