import { letters, uuid } from '../chance.ts'
import { ServiceError } from '../service-error.ts'
import type { Desired, JsonObject, StackState, World } from '../world.ts'
import type { ChangeSetState } from './change-set-state.ts'
import { draftStack } from './draft-stack.ts'
import { nestedDesired } from './nested-desired.ts'
import { planChanges, type Changes } from './plan-changes.ts'
import type { PlannedChange } from './planned-change.ts'
import { validateEarly } from './validate-early.ts'

interface Nested {
  /** Those of the outer change set: what changes a nested stack names the change set inside. */
  readonly changes: readonly PlannedChange[]
  /** The id of a nested change set that could not be made. */
  readonly failed?: string
}

/** Makes the change sets of all nested stacks, and of those inside them. A nested stack that would stay as it is has no change. */
export function makeNested(
  world: World,
  stack: StackState,
  outer: ChangeSetState,
  { changes, nested }: Pick<Changes, 'changes' | 'nested'>,
): Nested {
  const kept: PlannedChange[] = []
  for (const change of changes) {
    const isNested = change.type === 'AWS::CloudFormation::Stack' && change.action !== 'Remove'
    const properties = isNested ? nested.get(change.logicalId) : undefined
    const inner = properties && makeInner(world, stack, outer, { change, properties })
    if (inner?.status === 'FAILED') return { changes, failed: inner.id }
    const isIdle = inner?.changes.length === 0 && change.details.every(({ source }) => source === 'Automatic')
    if (isIdle && change.action === 'Modify') delete world.changeSets[inner.id]
    else
      kept.push(
        inner === undefined ? change : { ...change, changeSetId: inner.id, physicalId: inner.stackId },
      )
  }
  return { changes: kept }
}

function makeInner(
  world: World,
  stack: StackState,
  outer: ChangeSetState,
  { change, properties }: { readonly change: PlannedChange; readonly properties: JsonObject },
): ChangeSetState {
  const { place } = stack
  const there = change.physicalId === undefined ? undefined : world.stacks[change.physicalId]
  const inner = there ?? draftOf(world, stack, change.logicalId)
  const name = `${outer.name}-${change.logicalId}-${letters(world, 12)}`.slice(0, 128)
  const set: ChangeSetState = {
    id: `arn:${place.partition}:cloudformation:${place.region}:${place.account}:changeSet/${name}/${uuid(world)}`,
    name,
    stackId: inner.id,
    type: there === undefined ? 'CREATE' : 'UPDATE',
    createdAt: world.now,
    desired: inner.desired,
    status: 'CREATE_COMPLETE',
    changes: [],
    operationId: outer.operationId,
    includeNestedStacks: true,
    ...(outer.revertDrift ? { revertDrift: true } : {}),
    ...(outer.disableValidation ? { disableValidation: true } : {}),
    parentId: outer.id,
    rootId: outer.rootId ?? outer.id,
  }
  world.changeSets[set.id] = set
  return fill(world, { inner, set, properties, deployed: there?.desired })
}

interface Filling {
  readonly inner: StackState
  readonly set: ChangeSetState
  readonly properties: JsonObject
  readonly deployed: Desired | undefined
}

/** Works out what the nested stack's template changes. */
function fill(world: World, { inner, set, properties, deployed }: Filling): ChangeSetState {
  try {
    const desired = nestedDesired(world, inner, { properties, deployed })
    const plan = planChanges(world, inner, desired, { revertDrift: set.revertDrift })
    const nested = makeNested(world, inner, set, plan)
    const made: ChangeSetState = { ...set, desired, changes: JSON.parse(JSON.stringify(nested.changes)) }
    const reason =
      nested.failed === undefined
        ? set.disableValidation
          ? undefined
          : validateEarly(world, inner, { set, changes: nested.changes })
        : `Nested change set ${nested.failed} was not successfully created: Currently in FAILED.`
    if (reason !== undefined) Object.assign(made, { status: 'FAILED', statusReason: reason })
    return (world.changeSets[set.id] = made)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    set.status = 'FAILED'
    set.statusReason = error.message
    return set
  }
}

function draftOf(world: World, { name, place }: StackState, logicalId: string): StackState {
  const inner = `${name}-${logicalId}-${letters(world, 12).toUpperCase()}`
  const id = `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${inner}/${uuid(world)}`
  return draftStack(inner, place, id)
}
