import { attributeOf } from '../types/attribute.ts'
import { refOf } from '../types/ref.ts'
import { findLive } from '../live.ts'
import type { ProcessedTemplate } from '../template/processed-template.ts'
import { deployedTemplate } from '../template/deployed-template.ts'
import { processTemplate } from '../template/process-template.ts'
import type { ResolvedResource, ResolveEnv } from '../template/resolve-env.ts'
import { unknownValue } from '../template/unknown-value.ts'
import type { Desired, LiveResource, ResourceState, StackState, World } from '../world.ts'
import { type PlannedChange, detailsTold, replacementBy } from './planned-change.ts'
import type { ResourceToImport } from './change-set-state.ts'

/** What is asked of a plan besides the template. */
export interface PlanOptions {
  readonly imports?: readonly ResourceToImport[] | undefined
  readonly importExisting?: boolean | undefined
  readonly revertDrift?: boolean | undefined
}

/** What the parts of a plan work with. */
export interface Planning {
  readonly world: World
  readonly stack: StackState
  readonly desired: Desired
  readonly options: PlanOptions
  /** The template that is deployed; undefined for a new stack. */
  readonly before: ProcessedTemplate | undefined
  readonly after: ProcessedTemplate
  /** Changes found so far: those of what a resource depends on come before its own. */
  readonly changes: Map<string, PlannedChange>
  /** Parameters whose values differ. */
  readonly changedParameters: ReadonlySet<string>
}

/** Reads both templates of a plan. */
export function planning(
  world: World,
  stack: StackState,
  { desired, options }: { readonly desired: Desired; readonly options: PlanOptions },
): Planning {
  const isNew = stack.status === 'REVIEW_IN_PROGRESS'
  const after = processTemplate(desired, stack.place, stack, world)
  const old = new Map(stack.desired.parameters.map((one) => [one.key, one.resolved ?? one.value]))
  const changed = desired.parameters.filter((one) => old.get(one.key) !== (one.resolved ?? one.value))
  return {
    world,
    stack,
    desired,
    options,
    before: isNew ? undefined : deployedTemplate(stack.desired, stack.place, stack, world),
    after,
    changes: new Map(),
    changedParameters: new Set(changed.map(({ key }) => key)),
  }
}

/** True for a resource that the stack counts among those that exist. */
export function exists(state: ResourceState | undefined): state is ResourceState {
  return (
    state?.physicalId !== undefined &&
    !['DELETE_COMPLETE', 'DELETE_SKIPPED', 'CREATE_FAILED'].includes(state.status)
  )
}

/** What really is there of a resource of the stack. */
export function liveOfState({ world, stack }: Planning, state: ResourceState): LiveResource | undefined {
  const { type, physicalId = '' } = state
  return findLive(world, { place: stack.place, type, physicalId })
}

/**
 * What the functions of a template go by before it is deployed: `after` gives what will be, in which resources that are made or replaced are not known
 * yet; `before` what is.
 */
export function valuesOf(plan: Planning, side: 'before' | 'after', masked = false): ResolveEnv {
  const { world, stack, desired } = plan
  const template = (side === 'before' ? plan.before : plan.after) ?? plan.after
  const parameters = { ...template.scope.parameters }
  if (masked) for (const name of template.noEcho) parameters[name] = '****'
  return {
    world,
    place: stack.place,
    stack,
    topics: side === 'before' ? stack.desired.topics : desired.topics,
    // Change sets do not see that a parameter of Systems Manager has changed: aws-cloudformation/cloudformation-coverage-roadmap#844
    scope: { ...template.scope, parameters, references: undefined },
    dynamicReferences: 'kept',
    resource: (id) => resolved(plan, id, side),
    import: (name) => exported(plan, name) ?? unknownValue,
  }
}

function resolved(plan: Planning, logicalId: string, side: 'before' | 'after'): ResolvedResource | undefined {
  const state = plan.stack.resources[logicalId]
  const change = side === 'after' ? plan.changes.get(logicalId) : undefined
  if (!exists(state) || (change !== undefined && isMadeAnew(change))) return undefined
  const live = liveOfState(plan, state) ?? gone(plan, state)
  // What a nested stack puts out is known when it has been updated.
  const isOpen = change !== undefined && state.nestedStackId !== undefined
  return { ref: refOf(live), attribute: (name) => (isOpen ? unknownValue : attributeOf(live, name)) }
}

/** True when the resource will be another one than now, or may be. */
export function isMadeAnew(change: PlannedChange): boolean {
  if (change.action === 'Add') return true
  return change.action === 'Modify' && replacementBy(detailsTold(change, true)) !== 'False'
}

/** A resource that was removed by hand, as the stack believes it to be. */
function gone(
  { stack }: Planning,
  { type, physicalId = '', properties, updatedAt }: ResourceState,
): LiveResource {
  return { place: stack.place, type, physicalId, properties, attributes: {}, createdAt: updatedAt }
}

function exported({ world, stack }: Planning, name: string): string | undefined {
  const { account, region } = stack.place
  for (const { place, status, outputs } of Object.values(world.stacks)) {
    if (place.account !== account || place.region !== region || status === 'DELETE_COMPLETE') continue
    const output = outputs.find(({ exportName }) => exportName === name)
    if (output !== undefined) return output.value
  }
  return undefined
}
