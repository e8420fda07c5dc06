import { setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import { liveOf } from '../live-of.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { changeLive } from '../../live.ts'
import { invalidProperties } from '../invalid-properties.ts'
import { awaitSignals } from '../signals.ts'
import { whenSignalled } from '../when-signalled.ts'
import { takeTime } from '../timing.ts'
import { standingOf, wantedOf } from '../wanted.ts'

/** Changes a resource where it is. */
export const update: ActionSteps = {
  start: (run, key, task) => {
    const state = run.stack.resources[task.logicalId]!
    setResourceStatus(run, state, 'UPDATE_IN_PROGRESS')
    takeTime(run, key, { ...state, properties: task.properties!, action: 'update' })
    return 'going'
  },
  on: {
    initiated: (run, key, task) => {
      const state = run.stack.resources[task.logicalId]!
      const problem =
        failureOnRequest(run, task.logicalId, 'update') ??
        invalidProperties({ ...state, properties: task.properties! })
      if (problem !== undefined) return { failed: problem }
      if (liveOf(run.world, run.stack, state) === undefined) return { failed: notFound(state) }
      awaitSignals(run, key, task, 'update')
      return 'going'
    },
    ...whenSignalled(complete),
  },
}

function complete(run: Run, _key: string, task: Task): Outcome {
  const state = run.stack.resources[task.logicalId]!
  const live = liveOf(run.world, run.stack, state)
  if (live === undefined) return { failed: notFound(state) }
  changeLive(run.world, live, { properties: task.properties! })
  state.properties = task.properties!
  state.skipped = undefined
  Object.assign(state, standingOf(wantedOf(run, task.logicalId), task.metadata))
  // Since September 2026, for services only.
  if (state.type === 'AWS::ECS::Service')
    setResourceStatus(run, state, 'UPDATE_IN_PROGRESS', 'Eventual consistency check initiated')
  setResourceStatus(run, state, 'UPDATE_COMPLETE')
  return 'done'
}

/** What a service says of a resource that is gone. */
export function notFound({
  type,
  physicalId,
}: {
  readonly type: string
  readonly physicalId?: string | undefined
}): string {
  return `Resource of type '${type}' with identifier '${physicalId}' was not found. (HandlerErrorCode: NotFound)`
}
