import { uuid } from '../chance.ts'
import { setResourceStatus, setStackStatus } from '../engine/event.ts'
import { liveOf } from '../engine/live-of.ts'
import { messageOf } from '../engine/message-of.ts'
import type { Run } from '../engine/run.ts'
import { noWork } from '../engine/no-work.ts'
import { standingOf } from '../engine/wanted.ts'
import type { CallContext } from '../operation.ts'
import type { OperationState, ResourceState, StackState } from '../world.ts'
import type { RefactorState } from './refactor-state.ts'
import { valuesAfter, type StackAfter } from './values-after.ts'

/** The stacks of a refactor begin to change. */
export function startExecution(refactor: RefactorState, { world }: CallContext): void {
  refactor.executionStatus = 'EXECUTE_IN_PROGRESS'
  for (const { id, isNew } of refactor.stacks) {
    const stack = world.stacks[id] as StackState
    const operation: OperationState = {
      id: uuid(world),
      type: isNew ? 'CREATE_STACK' : 'UPDATE_STACK',
      startedAt: world.now,
      status: 'IN_PROGRESS',
    }
    stack.operations.push(operation)
    if (!isNew) stack.updatedAt = world.now
    setStackStatus(
      runOf(stack, world),
      isNew ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS',
      'Stack Refactor Initiated',
    )
  }
}

/** Moves the resources; nothing is moved when one of them would be another than it was. */
export function finishExecution(refactor: RefactorState, context: CallContext): void {
  let after: readonly StackAfter[] | string
  try {
    after = valuesAfter(refactor, context)
  } catch (error) {
    after = messageOf(error)
  }
  if (typeof after === 'string') return giveUp(refactor, context, after)
  const moved = new Map(
    refactor.moves.map(({ destination, source }) => [
      `${destination.stack}/${destination.logicalId}`,
      source,
    ]),
  )
  const states = after.map((one) => resourcesAfter(one, { moved, all: after }))
  for (const [index, one] of after.entries())
    settle(one, states[index] as StackState['resources'], moved, context)
  refactor.executionStatus = 'EXECUTE_COMPLETE'
}

type Moved = ReadonlyMap<string, RefactorState['moves'][number]['source']>

function resourcesAfter(
  { stack, target }: StackAfter,
  { moved, all }: { readonly moved: Moved; readonly all: readonly StackAfter[] },
): { [logicalId: string]: ResourceState } {
  return Object.fromEntries(
    target.resources.map((wanted) => {
      const source = moved.get(`${stack.name}/${wanted.logicalId}`)
      const from = source ? all.find((one) => one.stack.name === source.stack)?.stack : stack
      const state = from?.resources[source?.logicalId ?? wanted.logicalId] as ResourceState
      return [wanted.logicalId, { ...state, ...standingOf(wanted), logicalId: wanted.logicalId }]
    }),
  )
}

function settle(
  { stack, desired, outputs, imports, isNew }: StackAfter,
  resources: { [logicalId: string]: ResourceState },
  moved: Moved,
  { world }: CallContext,
): void {
  const run = runOf(stack, world)
  Object.assign(stack, { resources, desired, outputs, imports })
  for (const state of Object.values(resources)) {
    if (!moved.has(`${stack.name}/${state.logicalId}`)) continue
    const live = liveOf(world, stack, state)
    if (live) live.owner = { stackId: stack.id, logicalId: state.logicalId }
    setResourceStatus(run, state, 'IMPORT_IN_PROGRESS', 'Resource import started.')
    setResourceStatus(run, state, 'IMPORT_COMPLETE', 'Resource import completed.')
  }
  setStackStatus(run, isNew ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE')
  end(stack, 'SUCCEEDED', world.now)
}

function giveUp(refactor: RefactorState, { world }: CallContext, reason: string): void {
  for (const { id, isNew } of refactor.stacks) {
    const stack = world.stacks[id] as StackState
    const run = runOf(stack, world)
    setStackStatus(run, isNew ? 'ROLLBACK_IN_PROGRESS' : 'UPDATE_ROLLBACK_IN_PROGRESS', reason)
    setStackStatus(run, isNew ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE')
    end(stack, 'FAILED', world.now)
  }
  Object.assign(refactor, { executionStatus: 'ROLLBACK_COMPLETE', executionStatusReason: reason })
}

function end({ operations }: StackState, status: OperationState['status'], endedAt: number): void {
  Object.assign(operations.at(-1) as OperationState, { status, endedAt })
}

/** What events are written with: the refactor is no operation of the engine's, and leaves nothing behind that goes on. */
function runOf(stack: StackState, world: CallContext['world']): Run {
  const operationId = stack.operations.at(-1)?.id ?? ''
  return { world, stack, running: { operationId, kind: 'update', phase: 'apply', options: {}, ...noWork() } }
}
