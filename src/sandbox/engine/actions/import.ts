import { setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import { adoptable, identified } from '../importable.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import { later } from '../timing.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { newState } from './create.ts'

/** How long an import takes, and what follows it, in milliseconds. */
const looking = 2000
const tagging = 5000

/** Takes over a resource that exists. */
export const importResource: ActionSteps = {
  start: (run, key, task) => {
    const state = newState(run, task)
    setResourceStatus(run, state, 'IMPORT_IN_PROGRESS', 'Resource import started.')
    later(run, key, 'found', looking)
    return 'going'
  },
  on: {
    found: takeOver,
    finished: (run, _key, task) => {
      setResourceStatus(run, run.stack.resources[task.logicalId]!, 'UPDATE_COMPLETE')
      return 'done'
    },
  },
}

function takeOver(run: Run, key: string, task: Task): Outcome {
  const { world, stack, running } = run
  const { logicalId } = task
  const state = stack.resources[logicalId]!
  const identifier = running.options.imports?.[logicalId]
  const requested = failureOnRequest(run, logicalId, 'create')
  if (requested !== undefined) return { failed: requested }
  const sought = { place: stack.place, type: state.type }
  const live =
    identifier === undefined
      ? adoptable(world, sought, task.properties!)
      : identified(world, sought, identifier)
  const name = Object.values(identifier ?? {}).join('|')
  if (live === undefined)
    return { failed: `Resource of type '${state.type}' with identifier '${name}' was not found.` }
  if (live.owner !== undefined) return { failed: `${name} already exists in stack ${live.owner.stackId}` }
  live.owner = { stackId: stack.id, logicalId }
  running.adopted.push(logicalId)
  state.physicalId = live.physicalId
  setResourceStatus(run, state, 'IMPORT_COMPLETE', 'Resource import completed.')
  setResourceStatus(
    run,
    state,
    'UPDATE_IN_PROGRESS',
    'Apply stack-level tags to imported resource if applicable.',
  )
  later(run, key, 'finished', tagging)
  return 'going'
}
