import { schedule } from '../engine/due.ts'
import type { CallContext, Operation, Operations } from '../operation.ts'
import { defined } from '../read-operations/defined.ts'
import { listGiven, textNeeded } from '../read-operations/given.ts'
import { page } from '../read-operations/page.ts'
import { ServiceError, validationError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'
import { createStackRefactor } from './create-stack-refactor.ts'
import { startExecution } from './execute-refactor.ts'
import { refactorActions } from './refactor-actions.ts'
import type { RefactorState } from './refactor-state.ts'

/** Milliseconds that the moving of resources takes. */
const execution = 20_000

/** How far a refactor is. */
const describeStackRefactor: Operation = (input, context) => {
  const refactor = refactorOf(input, context)
  return { ...summary(refactor), StackIds: refactor.stacks.map(({ id }) => id) }
}

/** The refactors of the account and region, the newest first. */
const listStackRefactors: Operation = (input, { world, place }) => {
  const wanted = listGiven<string>(input, 'ExecutionStatusFilter')
  const found = Object.values(world.refactors)
    .filter((one) => one.place.account === place.account && one.place.region === place.region)
    .filter(({ executionStatus }) => wanted === undefined || wanted.includes(executionStatus))
    .reverse()
  const { items, next } = page(found, input, Number(input['MaxResults'] ?? 100))
  return { StackRefactorSummaries: items.map(summary), ...next }
}

/** What executing a refactor does. */
const listStackRefactorActions: Operation = (input, context) => {
  const actions = refactorActions(refactorOf(input, context))
  const { items, next } = page(actions, input, Number(input['MaxResults'] ?? 100))
  return { StackRefactorActions: items, ...next }
}

/** Begins to move the resources. */
const executeStackRefactor: Operation = (input, context) => {
  const { world } = context
  const refactor = refactorOf(input, context)
  const changed = refactor.stacks.find(
    ({ id, operations }) => world.stacks[id]?.operations.length !== operations,
  )
  if (changed && refactor.executionStatus === 'AVAILABLE') refactor.executionStatus = 'OBSOLETE'
  if (refactor.executionStatus !== 'AVAILABLE')
    throw validationError(
      `Stack refactor [${refactor.id}] cannot be executed in its current execution status of [${refactor.executionStatus}]`,
    )
  startExecution(refactor, context)
  schedule(world, { at: world.now + execution, stackId: '', kind: 'refactor', refactor: refactor.id })
  return {}
}

function refactorOf(input: JsonObject, { world }: CallContext): RefactorState {
  const id = textNeeded(input, 'StackRefactorId')
  const found = Object.hasOwn(world.refactors, id) ? world.refactors[id] : undefined
  if (found === undefined)
    throw new ServiceError('StackRefactorNotFoundException', `Stack refactor ${id} does not exist`, 404)
  return found
}

function summary(refactor: RefactorState): JsonObject {
  return defined({
    StackRefactorId: refactor.id,
    Description: refactor.description,
    ExecutionStatus: refactor.executionStatus,
    ExecutionStatusReason: refactor.executionStatusReason,
    Status: refactor.status,
    StatusReason: refactor.statusReason,
  })
}

/** What the API says and asks of stack refactors. */
export const refactorOperations: Operations = {
  CreateStackRefactor: createStackRefactor,
  DescribeStackRefactor: describeStackRefactor,
  ExecuteStackRefactor: executeStackRefactor,
  ListStackRefactorActions: listStackRefactorActions,
  ListStackRefactors: listStackRefactors,
}
