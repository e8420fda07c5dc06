import type { JsonObject } from '../world.ts'
import type { Action, Task } from './running.ts'
import type { Run } from './run.ts'
import { replaces, resolve } from './seams.ts'
import { stackValues } from './stack-values.ts'
import { standingOf, wantedOf } from './wanted.ts'

/** Finds out what has to be done to a resource so that it is as the template says; `done` when it is. */
export function decide(run: Run, task: Task): Action | 'done' | { readonly failed: string } {
  const wanted = wantedOf(run, task.logicalId)
  const state = run.stack.resources[task.logicalId]
  try {
    task.properties = resolveProperties(run, wanted.properties)
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
  if (state === undefined || state.physicalId === undefined || state.status === 'CREATE_FAILED')
    return 'create'
  if (isSame(state.properties, task.properties) && !state.status.endsWith('_FAILED')) {
    Object.assign(state, standingOf(wanted))
    return 'done'
  }
  return replaces(wanted.type, state.properties, task.properties) ? 'replace' : 'update'
}

function resolveProperties(run: Run, properties: JsonObject): JsonObject {
  const { world, stack, running } = run
  const env = stackValues(world, stack, running.template!, (name) => {
    if (!running.imports.includes(name)) running.imports.push(name)
  })
  return resolve(properties, env) as JsonObject
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
