import { beginCreate, beginImport, beginUpdate } from '../engine/begin.ts'
import type { RunningOptions } from '../engine/running.ts'
import type { Operation } from '../operation.ts'
import { isTrue, textGiven } from '../read-operations/given.ts'
import { ServiceError, validationError } from '../service-error.ts'
import { refuseUpdate } from '../stack-operations/updatable.ts'
import type { JsonObject, OperationState, StackState, World } from '../world.ts'
import type { ChangeSetState } from './change-set-state.ts'
import { removeChangeSet } from './delete-change-set.ts'
import { executionStatus } from './execution-status.ts'
import { changeSetOf } from './find-change-set.ts'

/** ExecuteChangeSet: does what a change set says. The stack's other change sets are worth nothing then. */
export const executeChangeSet: Operation = (input, context) => {
  const { world } = context
  const set = changeSetOf(input, context)
  const stack = world.stacks[set.stackId]
  const token = textGiven(input, 'ClientRequestToken')
  const done = stack?.operations.find(({ id }) => id === set.executionId)
  if (token !== undefined && done?.token === token) return {}
  refuse(world, set)
  if (stack === undefined) throw validationError(`Stack [${set.stackId}] does not exist`)
  const operation = begin(world, stack, set, optionsOf(input, set, token))
  set.executionId = operation.id
  stack.changeSetId = set.id
  stack.updatedAt = world.now
  forgetOld(world, stack)
  return {}
}

/** The oldest change sets that are worth nothing any more go, lest a world that is kept grows with each deployment. */
function forgetOld(world: World, { id }: StackState): void {
  const spent = Object.values(world.changeSets).filter(
    (set) =>
      set.stackId === id && /^(EXECUTE_COMPLETE|EXECUTE_FAILED|OBSOLETE)$/.test(executionStatus(world, set)),
  )
  for (const set of spent.slice(0, -kept)) removeChangeSet(world, set.id)
}

/** How many spent change sets of a stack can still be looked at. */
const kept = 20

function refuse(world: World, set: ChangeSetState): void {
  const execution = executionStatus(world, set)
  if (set.rootId !== undefined)
    throw validationError(`ChangeSet [${set.id}] is nested: execute its root change set [${set.rootId}]`)
  if (execution === 'AVAILABLE') return
  const state =
    set.status === 'CREATE_COMPLETE' ? `execution status of [${execution}]` : `status of [${set.status}]`
  throw new ServiceError(
    'InvalidChangeSetStatus',
    `ChangeSet [${set.id}] cannot be executed in its current ${state}`,
  )
}

function begin(
  world: World,
  stack: StackState,
  set: ChangeSetState,
  options: RunningOptions,
): OperationState {
  if (stack.status === 'REVIEW_IN_PROGRESS' && set.type === 'CREATE')
    return beginCreate(world, stack, set.desired, options)
  if (stack.status !== 'REVIEW_IN_PROGRESS') refuseUpdate(stack, options.disableRollback === true)
  if (set.type === 'IMPORT') return beginImport(world, stack, set.desired, options)
  return beginUpdate(world, stack, set.desired, options)
}

function optionsOf(input: JsonObject, set: ChangeSetState, token: string | undefined): RunningOptions {
  const { onStackFailure, imports } = set
  if (onStackFailure !== undefined && input['DisableRollback'] !== undefined)
    throw validationError(
      'DisableRollback cannot be specified when OnStackFailure is specified in the change set',
    )
  return {
    token,
    disableRollback: onStackFailure === 'DO_NOTHING' || isTrue(input, 'DisableRollback'),
    deleteOnFailure: onStackFailure === 'DELETE',
    retainExceptOnCreate: isTrue(input, 'RetainExceptOnCreate'),
    importExisting: set.importExistingResources,
    revertDrift: set.revertDrift,
    imports:
      imports && Object.fromEntries(imports.map((one) => [one.LogicalResourceId, one.ResourceIdentifier])),
  }
}
