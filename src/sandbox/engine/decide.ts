import { actualSide } from '../change-sets/actual-side.ts'
import { tags as taggable } from '../../spec/generated/tags.ts'
import { isCheckable } from '../drift/check-resource.ts'
import { resolve } from '../template/resolve.ts'
import { compareProperties, replaces } from '../types/compare-properties.ts'
import type { JsonObject, ResourceState } from '../world.ts'
import { adoptable } from './importable.ts'
import { liveOf } from './live-of.ts'
import { policyDenial } from './stack-policy.ts'
import { stackType } from './stack-type.ts'
import { messageOf } from './message-of.ts'
import type { Outcome } from './outcome.ts'
import type { Action, Task } from './running.ts'
import type { Run } from './run.ts'
import { stackValues } from './stack-values.ts'
import { standingOf, wantedOf } from './wanted.ts'

/** Finds out what has to be done to a resource so that it is as the template says; `done` when it is. */
export function decide(run: Run, task: Task): Action | Exclude<Outcome, 'going' | 'usable'> {
  const wanted = wantedOf(run, task.logicalId)
  const state = run.stack.resources[task.logicalId]
  try {
    task.properties = workedOut(run, wanted.properties) as JsonObject
    task.metadata = workedOut(run, wanted.metadata)
  } catch (error) {
    return failure(messageOf(error))
  }
  if (state === undefined || !isMade(state)) return made(run, task, wanted.type)
  if (state.type !== wanted.type) return { failed: typeChanged(task.logicalId) }
  const action = change(run, state, task)
  if (action !== 'done') return allowed(run, state, action)
  Object.assign(state, standingOf(wanted, task.metadata))
  // What is there already is what was asked for from now on.
  if (run.running.options.revertDrift) state.properties = task.properties
  return 'done'
}

function made(run: Run, { logicalId, properties }: Task, type: string): Action {
  const { imports, importExisting } = run.running.options
  if (imports !== undefined && Object.hasOwn(imports, logicalId)) return 'import'
  const sought = { place: run.stack.place, type }
  if (importExisting && adoptable(run.world, sought, properties!) !== undefined) return 'import'
  return type === stackType ? 'create-stack' : 'create'
}

function isMade({ physicalId, status }: ResourceState): boolean {
  return physicalId !== undefined && status !== 'CREATE_FAILED'
}

type Change = 'create' | 'update' | 'replace' | 'update-stack'

function change(run: Run, state: ResourceState, task: Task): Change | 'done' {
  const after = task.properties!
  if (run.running.kind === 'import') return 'done'
  if (state.type === stackType) return 'update-stack'
  const before = run.running.options.revertDrift ? actual(run, state, after) : state.properties
  if (before === undefined) {
    state.physicalId = undefined
    return 'create'
  }
  const changes = compareProperties(state.type, before, after)
  if (changes.length === 0) return isToBeTouched(run, state, task) ? 'update' : 'done'
  return replaces(changes) === 'Always' ? 'replace' : 'update'
}

/** Whether a resource whose properties stay is worked on: it failed before, or its metadata or the stack's tags change. */
function isToBeTouched({ stack }: Run, { status, type, metadata }: ResourceState, task: Task): boolean {
  if (status.endsWith('_FAILED') || JSON.stringify(metadata) !== JSON.stringify(task.metadata)) return true
  const { desired, stable } = stack
  if (stable === undefined || !Object.hasOwn(taggable, type)) return false
  return JSON.stringify(stable.desired.tags) !== JSON.stringify(desired.tags)
}

function actual(run: Run, state: ResourceState, after: JsonObject): JsonObject | undefined {
  if (!isCheckable(state)) return state.properties
  const live = liveOf(run.world, run.stack, state)
  return live && actualSide(live, { deployed: state.properties, wanted: after })
}

function allowed(
  run: Run,
  { logicalId, type }: ResourceState,
  change: Change,
): Change | { readonly failed: string } {
  const action = change === 'replace' ? 'Update:Replace' : 'Update:Modify'
  const denial = policyDenial(run, { logicalId, type, action })
  return denial === undefined ? change : { failed: denial }
}

/** Dynamic references are looked up, to find out that they can be, and kept as they are written. */
function workedOut({ world, stack, running }: Run, written: unknown): unknown {
  const env = stackValues(world, stack, running.target!, (name) => {
    if (!running.imports.includes(name)) running.imports.push(name)
  })
  const value = resolve(written, { ...env, dynamicReferences: 'kept' })
  if (JSON.stringify(value)?.includes('{{resolve:')) resolve(value, env)
  return value
}

/** Exports are missing to the stack, anything else to the resource. */
function failure(message: string): Exclude<Outcome, 'going' | 'usable'> {
  return message.startsWith('No export named ') ? { stackFailed: message } : { failed: message }
}

function typeChanged(logicalId: string): string {
  return `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${logicalId}]`
}
