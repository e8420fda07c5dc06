import { resolve } from '../template/resolve.ts'
import { compareProperties, replaces } from '../types/compare-properties.ts'
import type { JsonObject, ResourceState } from '../world.ts'
import { messageOf } from './message-of.ts'
import type { Outcome } from './outcome.ts'
import type { Action, Task } from './running.ts'
import type { Run } from './run.ts'
import { stackValues } from './stack-values.ts'
import { standingOf, wantedOf } from './wanted.ts'

/** Finds out what has to be done to a resource so that it is as the template says; `done` when it is. */
export function decide(run: Run, task: Task): Action | Exclude<Outcome, 'going'> {
  const wanted = wantedOf(run, task.logicalId)
  const state = run.stack.resources[task.logicalId]
  try {
    task.properties = resolveProperties(run, wanted.properties)
  } catch (error) {
    return failure(messageOf(error))
  }
  if (state === undefined || !isMade(state)) return 'create'
  if (state.type !== wanted.type) return { failed: typeChanged(task.logicalId) }
  const action = actionFor(state, task.properties)
  if (action === 'done') Object.assign(state, standingOf(wanted))
  return action
}

function isMade({ physicalId, status }: ResourceState): boolean {
  return physicalId !== undefined && status !== 'CREATE_FAILED'
}

function actionFor(state: ResourceState, after: JsonObject): 'done' | 'update' | 'replace' {
  const changes = compareProperties(state.type, state.properties, after)
  if (changes.length === 0) return state.status.endsWith('_FAILED') ? 'update' : 'done'
  return replaces(changes) === 'Always' ? 'replace' : 'update'
}

/** Dynamic references are looked up, to find out that they can be, and kept as they are written. */
function resolveProperties({ world, stack, running }: Run, written: JsonObject): JsonObject {
  const env = stackValues(world, stack, running.target!, (name) => {
    if (!running.imports.includes(name)) running.imports.push(name)
  })
  const properties = resolve(written, { ...env, dynamicReferences: 'kept' }) as JsonObject
  if (JSON.stringify(properties).includes('{{resolve:')) resolve(properties, env)
  return properties
}

/** Exports are missing to the stack, anything else to the resource. */
function failure(message: string): Exclude<Outcome, 'going'> {
  return message.startsWith('No export named ') ? { stackFailed: message } : { failed: message }
}

function typeChanged(logicalId: string): string {
  return `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${logicalId}]`
}
