import type { ResourceState } from '../../world.ts'
import { setResourceStatus } from '../event.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import { becomeFormer, bringIntoBeing } from '../own.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { awaitSignals } from '../signals.ts'
import { later, takeTime } from '../timing.ts'
import { whenSignalled } from '../when-signalled.ts'
import { standingOf, wantedOf } from '../wanted.ts'

/** What takes at least so long is checked for consistency after it has been configured, in milliseconds. */
const checkedFrom = 10_000
/** Services whose resources are there when they are made, however long that takes. */
const unchecked = /^AWS::(IAM|CloudFormation)::/

/** Makes a resource that the stack does not have yet. */
export const create: ActionSteps = {
  start: (run, key, task) => {
    const state = newState(run, task)
    setResourceStatus(run, state, 'CREATE_IN_PROGRESS')
    const duration = takeTime(run, key, { ...state, action: 'create' })
    if (isChecked(state.type, duration)) later(run, key, 'configured', duration / 2)
    return 'going'
  },
  on: {
    initiated,
    configured,
    ...whenSignalled((run, _key, task) => {
      setResourceStatus(run, run.stack.resources[task.logicalId]!, 'CREATE_COMPLETE')
      return 'done'
    }),
  },
}

function isChecked(type: string, duration: number): boolean {
  if (type === 'AWS::Lambda::Function') return true
  return duration >= checkedFrom && type.startsWith('AWS::') && !unchecked.test(type)
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

function initiated(run: Run, key: string, task: Task): Outcome {
  const state = run.stack.resources[task.logicalId]!
  const live = bringIntoBeing(run, state)
  if ('failed' in live) return live
  state.physicalId = live.physicalId
  setResourceStatus(run, state, 'CREATE_IN_PROGRESS', 'Resource creation Initiated')
  awaitSignals(run, key, task, 'create')
  return 'going'
}

/** Its properties are all set: others can refer to it, unless it is ready only with its signals. */
function configured(run: Run, _key: string, task: Task): Outcome {
  if (task.signals !== undefined) return 'going'
  const state = run.stack.resources[task.logicalId]!
  const reason = 'Eventual consistency check initiated'
  setResourceStatus(run, state, 'CREATE_IN_PROGRESS', reason, 'CONFIGURATION_COMPLETE')
  return 'usable'
}
