import { ServiceError, validationError } from '../service-error.ts'
import type { Desired, JsonObject, StackState, World } from '../world.ts'
import { propertiesAfter } from './contexts.ts'
import type { PlannedChange } from './planned-change.ts'
import { exists, planning, type PlanOptions, type Planning } from './planning.ts'
import { plannedAddition } from './planned-addition.ts'
import { plannedModification } from './planned-modification.ts'
import { plannedRemoval } from './planned-removal.ts'
import { referencesIn } from './references-in.ts'
import { isWrittenAlike } from './written-at.ts'

/** What would become of a stack. */
export interface Changes {
  /** By logical id, as CloudFormation lists them. */
  readonly changes: readonly PlannedChange[]
  /** True when there is nothing to do: neither a resource nor an output nor a setting of the stack changes. */
  readonly isEmpty: boolean
  /** True when outputs or settings of the stack change, with or without a resource. */
  readonly changesBesides: boolean
  /** What nested stacks are to have, by logical id, with secrets readable. */
  readonly nested: ReadonlyMap<string, JsonObject>
}

/**
 * What a template, parameters and settings would change in a stack. A stack in review has nothing yet. Throws what CloudFormation says of changes
 * that cannot be made.
 */
export function planChanges(
  world: World,
  stack: StackState,
  desired: Desired,
  options: PlanOptions = {},
): Changes {
  const plan = planning(world, stack, { desired, options })
  refuseOtherTypes(plan)
  const changes = [...changesIn(plan)].sort((a, b) => (a.logicalId < b.logicalId ? -1 : 1))
  const besides = changesBesides(plan)
  const isEmpty = changes.length === 0 && !besides
  return { changes, isEmpty, changesBesides: besides, nested: nestedIn(plan) }
}

/** Whether there is anything to do, or that fails when it is done. Stops at the first thing. Throws for resources that become others. */
export function wouldChange(world: World, stack: StackState, desired: Desired): boolean {
  const plan = planning(world, stack, { desired, options: {} })
  refuseOtherTypes(plan)
  try {
    return changesBesides(plan) || changesIn(plan).next().done !== true
  } catch (error) {
    if (error instanceof ServiceError) return true
    throw error
  }
}

function nestedIn(plan: Planning): ReadonlyMap<string, JsonObject> {
  const stacks = plan.after.resources.filter(({ type }) => type === 'AWS::CloudFormation::Stack')
  return new Map(stacks.map((wanted) => [wanted.logicalId, propertiesAfter(plan, wanted)]))
}

function* changesIn(plan: Planning): Generator<PlannedChange> {
  const { stack, after, changes } = plan
  for (const wanted of inOrder(plan)) {
    const state = stack.resources[wanted.logicalId]
    const change = exists(state) ? plannedModification(plan, wanted, state) : plannedAddition(plan, wanted)
    if (change === undefined) continue
    changes.set(wanted.logicalId, change)
    yield change
  }
  for (const state of Object.values(stack.resources))
    if (exists(state) && after.resource(state.logicalId) === undefined) yield plannedRemoval(plan, state)
}

/** Resources of the new template, each after what it depends on. */
function inOrder({ after }: Planning) {
  const ordered = new Map<string, (typeof after.resources)[number]>()
  const visit = (id: string): void => {
    const resource = after.resource(id)
    if (resource === undefined || ordered.has(id)) return
    for (const other of resource.dependsOn) visit(other)
    ordered.set(id, resource)
  }
  for (const { logicalId } of after.resources) visit(logicalId)
  return ordered.values()
}

function refuseOtherTypes({ stack, after }: Planning): void {
  const others = after.resources.filter(({ logicalId, type }) => {
    const state = stack.resources[logicalId]
    return exists(state) && state.type !== type
  })
  if (others.length > 0)
    throw validationError(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${others.map(({ logicalId }) => logicalId).join(', ')}]`,
    )
}

/** Outputs, tags and topics can change while no resource does. */
function changesBesides({ before, after, stack, desired, changedParameters }: Planning): boolean {
  const outputs = (of: typeof before): unknown =>
    of?.outputs.map(({ key, value, exportName, description }) => [key, value, exportName, description])
  const usesChanged = referencesIn(after.outputs).some(({ name }) => changedParameters.has(name))
  return (
    before === undefined ||
    usesChanged ||
    !isWrittenAlike(outputs(before), outputs(after)) ||
    !isWrittenAlike(stack.desired.tags, desired.tags) ||
    !isWrittenAlike(stack.desired.topics, desired.topics)
  )
}
