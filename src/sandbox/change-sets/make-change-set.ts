import { draw, uuid } from '../chance.ts'
import { schedule } from '../engine/due.ts'
import { ServiceError } from '../service-error.ts'
import type { Due, OperationState, StackState, World } from '../world.ts'
import type { ChangeSetState } from './change-set-state.ts'
import { validateEarly } from './validate-early.ts'
import { judgeExisting, judgeImports } from './judge-imports.ts'
import { makeNested } from './nested-change-sets.ts'
import { planChanges } from './plan-changes.ts'
import type { PlannedChange } from './planned-change.ts'

const noChanges =
  "The submitted information didn't contain changes. Submit different information to create a change set."

/** Begins to make a change set. */
export function startChangeSet(
  world: World,
  set: Omit<ChangeSetState, 'createdAt' | 'status' | 'changes' | 'operationId'>,
): ChangeSetState {
  const operation: OperationState = {
    id: uuid(world),
    type: 'CREATE_CHANGESET',
    startedAt: world.now,
    status: 'IN_PROGRESS',
    ...(set.token === undefined ? {} : { token: set.token }),
  }
  const started: ChangeSetState = {
    ...set,
    createdAt: world.now,
    status: 'CREATE_PENDING',
    changes: [],
    operationId: operation.id,
  }
  const stack = world.stacks[set.stackId]
  if (stack?.status === 'REVIEW_IN_PROGRESS' && stack.events.length === 0)
    stack.events.push(reviewEvent(world, stack, operation))
  stack?.operations.push(operation)
  world.changeSets[set.id] = started
  wait(world, started, 500)
  return started
}

/** Goes on with making a change set: it is begun, then done. */
export function continueChangeSet(world: World, due: Due): void {
  const set = world.changeSets[String(due['changeSetId'])]
  const stack = world.stacks[due.stackId]
  if (set === undefined || stack === undefined || set.rootId !== undefined) return
  if (set.status === 'CREATE_PENDING') {
    set.status = 'CREATE_IN_PROGRESS'
    wait(world, set, 2000 + 4000 * draw(world))
  } else if (set.status === 'CREATE_IN_PROGRESS') finish(world, stack, set)
}

function wait(world: World, { id, stackId }: ChangeSetState, milliseconds: number): void {
  const at = world.now + Math.round(milliseconds)
  schedule(world, { at, stackId, kind: 'change-set', changeSetId: id })
}

function finish(world: World, stack: StackState, set: ChangeSetState): void {
  const operation = stack.operations.find(({ id }) => id === set.operationId)
  const failure = attempt(world, stack, set)
  set.status = failure === undefined ? 'CREATE_COMPLETE' : 'FAILED'
  if (failure !== undefined) set.statusReason = failure
  if (operation === undefined) return
  operation.endedAt = world.now
  operation.status = failure === undefined ? 'SUCCEEDED' : 'FAILED'
}

/** Works the changes out; tells why that cannot be done. */
function attempt(world: World, stack: StackState, set: ChangeSetState): string | undefined {
  try {
    const options = {
      imports: set.imports,
      importExisting: set.importExistingResources,
      revertDrift: set.revertDrift,
    }
    const obstacle = judgeImports(world, stack.place, set.imports)
    if (obstacle !== undefined) return obstacle
    const plan = planChanges(world, stack, set.desired, options)
    const unkept = set.importExistingResources ? judgeExisting(plan.changes) : undefined
    if (unkept !== undefined) return unkept
    const nested = set.includeNestedStacks ? makeNested(world, stack, set, plan) : undefined
    if (nested?.failed !== undefined)
      return `Nested change set ${nested.failed} was not successfully created: Currently in FAILED.`
    const changes = nested?.changes ?? plan.changes
    const isEmpty = plan.isEmpty || (changes.length === 0 && plan.changes.length > 0 && !plan.changesBesides)
    if (isEmpty) return noChanges
    const refusal = set.disableValidation ? undefined : validateEarly(world, stack, { set, changes })
    if (refusal !== undefined) return refusal
    set.changes = plain(changes)
    return undefined
  } catch (error) {
    if (error instanceof ServiceError) return error.message
    throw error
  }
}

/** As it goes through JSON: what is undefined is absent. */
function plain(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  return JSON.parse(JSON.stringify(changes)) as PlannedChange[]
}

function reviewEvent(world: World, stack: StackState, operation: OperationState) {
  return {
    id: uuid(world),
    at: world.now,
    operationId: operation.id,
    logicalId: stack.name,
    physicalId: stack.id,
    type: 'AWS::CloudFormation::Stack',
    status: 'REVIEW_IN_PROGRESS',
    reason: 'User Initiated',
    ...(operation.token === undefined ? {} : { token: operation.token }),
  }
}
