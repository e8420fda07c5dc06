import { findExport, importersOf } from '../engine/exports.ts'
import { liveOf } from '../engine/live-of.ts'
import type { CallContext } from '../operation.ts'
import type { ProcessedTemplate } from '../template/processed-template.ts'
import { processTemplate } from '../template/process-template.ts'
import { resolve } from '../template/resolve.ts'
import type { ResolveEnv } from '../template/resolve-env.ts'
import { attributeOf } from '../types/attribute.ts'
import { compareProperties } from '../types/compare-properties.ts'
import { refOf } from '../types/ref.ts'
import type { Desired, JsonObject, OutputState, ResourceState, StackState } from '../world.ts'
import { desiredAfter } from './plan-refactor.ts'
import type { RefactorState } from './refactor-state.ts'

/** A stack as the refactor leaves it. */
export interface StackAfter {
  readonly stack: StackState
  readonly isNew: boolean
  readonly desired: Desired
  readonly target: ProcessedTemplate
  readonly outputs: readonly OutputState[]
  readonly imports: readonly string[]
}

/** Works out all values of the refactored stacks; a text names a resource that would not be as it was. */
export function valuesAfter(refactor: RefactorState, context: CallContext): readonly StackAfter[] | string {
  const { world, place } = context
  const drafts = refactor.stacks.map(({ id, isNew }, index) => {
    const stack = world.stacks[id] as StackState
    const desired = desiredAfter(refactor.definitions[index]!, isNew ? undefined : stack, context)
    return {
      stack,
      isNew,
      desired,
      target: processTemplate(desired, place, stack, world),
      imports: [] as string[],
    }
  })
  const stateOf = sourcesOf(refactor, world.stacks)
  const envOf = ({ stack, desired, target, imports }: (typeof drafts)[number]): ResolveEnv => ({
    world,
    place,
    stack,
    topics: desired.topics,
    scope: target.scope,
    resource: (logicalId) => {
      const found = stateOf(stack, logicalId)
      const live = found && liveOf(world, found.stack, found.state)
      return live && { ref: refOf(live), attribute: (name) => attributeOf(live, name) }
    },
    import: (name) => {
      if (!imports.includes(name)) imports.push(name)
      return exportAfter(name)
    },
  })
  const exportAfter = (name: string): string | undefined => {
    for (const draft of drafts)
      for (const output of draft.target.outputs)
        if (output.exportName !== undefined && resolve(output.exportName, envOf(draft)) === name)
          return String(resolve(output.value, envOf(draft)))
    const found = findExport(world, place, name)
    return found && !drafts.some(({ stack }) => stack === found.stack) ? found.output.value : undefined
  }
  for (const draft of drafts)
    for (const { logicalId, type, properties } of draft.target.resources) {
      const was = stateOf(draft.stack, logicalId)?.state.properties ?? {}
      const [change] = compareProperties(type, was, resolve(properties, envOf(draft)) as JsonObject)
      if (change)
        return `Resource ${logicalId} in stack ${draft.stack.name} is changed at ${change.path.join('.')}. Stack refactor does not support changing resources`
    }
  const after = drafts.map((draft) => ({ ...draft, outputs: outputsOf(draft.target, envOf(draft)) }))
  return exportProblem(after, context) ?? after
}

/** What stands in the way of the exports: stacks outside the refactor that read one which is gone, or have one of the same name. */
function exportProblem(after: readonly StackAfter[], { world, place }: CallContext): string | undefined {
  const inside = new Set(after.map(({ stack }) => stack.name))
  const valueOf = new Map(
    after.flatMap(({ outputs }) => outputs.map((one) => [one.exportName, one.value] as const)),
  )
  for (const { stack } of after)
    for (const { exportName, value } of stack.outputs) {
      if (exportName === undefined || valueOf.get(exportName) === value) continue
      const user = importersOf(world, place, exportName).find((name) => !inside.has(name))
      if (user !== undefined) return `Cannot delete export ${exportName} as it is in use by ${user}.`
    }
  for (const name of valueOf.keys()) {
    const taken = name === undefined ? undefined : findExport(world, place, name)?.stack.name
    if (taken !== undefined && !inside.has(taken))
      return `Export with name ${name} is already exported by stack ${taken}.`
  }
  return undefined
}

/** Where the resource of a place comes from. */
function sourcesOf(
  { moves, stacks }: RefactorState,
  all: { readonly [id: string]: StackState },
): (
  stack: StackState,
  logicalId: string,
) => { readonly stack: StackState; readonly state: ResourceState } | undefined {
  const sources = new Map(
    moves.map(({ destination, source }) => [`${destination.stack}/${destination.logicalId}`, source]),
  )
  const byName = new Map(stacks.map(({ id, name }) => [name, all[id] as StackState]))
  return (stack, logicalId) => {
    const source = sources.get(`${stack.name}/${logicalId}`)
    const from = source ? byName.get(source.stack) : stack
    const state = from?.resources[source?.logicalId ?? logicalId]
    return from && state && { stack: from, state }
  }
}

function outputsOf({ outputs }: ProcessedTemplate, env: ResolveEnv): readonly OutputState[] {
  const text = (value: unknown): string => {
    const resolved = resolve(value, env)
    return typeof resolved === 'object' ? JSON.stringify(resolved) : String(resolved)
  }
  return outputs.map(({ key, value, description, exportName }) => ({
    key,
    value: text(value),
    ...(description !== undefined && { description }),
    ...(exportName !== undefined && { exportName: text(exportName) }),
  }))
}
