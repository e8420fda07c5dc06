import type { Desired, OperationState, Place, StackState, StackStatus, World } from '../world.ts'
import { schedule } from './due.ts'
import { startApply } from './phases/apply.ts'
import { startRemove } from './phases/remove.ts'
import { startRevert } from './phases/revert.ts'
import type { Run } from './run.ts'
import type { Kind, Phase, RunningOptions } from './running.ts'
import { uuid } from '../chance.ts'
import { targetOf } from './target.ts'

export interface NewStack {
  readonly name: string
  readonly place: Place
  readonly desired: Desired
  readonly status: StackStatus
  readonly parent?: StackState
}

/** A stack begins to exist: without resources, and without anything going on. */
export function newStack(world: World, { name, place, desired, status, parent }: NewStack): StackState {
  const id = `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${name}/${uuid(world)}`
  const stack: StackState = {
    id,
    name,
    place,
    status,
    createdAt: world.now,
    desired,
    disableRollback: false,
    terminationProtection: false,
    resources: {},
    outputs: [],
    events: [],
    operations: [],
    ...(parent && { parentId: parent.id, rootId: parent.rootId ?? parent.id }),
  }
  world.stacks[id] = stack
  return stack
}

/** A stack that has nothing yet is made. */
export function beginCreate(
  world: World,
  stack: StackState,
  desired: Desired,
  options: RunningOptions = {},
): OperationState {
  const target = targetOf(world, stack, desired)
  const run = begin(world, stack, 'CREATE_STACK', 'create', 'apply', options)
  stack.desired = desired
  run.running.target = target
  startApply(run)
  return stack.operations.at(-1)!
}

/** A stack becomes what is desired. What it was is kept until that has succeeded. */
export function beginUpdate(
  world: World,
  stack: StackState,
  desired: Desired,
  options: RunningOptions = {},
): OperationState {
  const target = targetOf(world, stack, desired)
  if (stack.status.endsWith('_COMPLETE')) remember(stack)
  const run = begin(world, stack, 'UPDATE_STACK', 'update', 'apply', options)
  stack.desired = desired
  stack.updatedAt = world.now
  run.running.target = target
  startApply(run)
  return stack.operations.at(-1)!
}

/** A stack is taken away. */
export function beginDelete(world: World, stack: StackState, options: RunningOptions = {}): OperationState {
  startRemove(begin(world, stack, 'DELETE_STACK', 'delete', 'remove', options), 'User Initiated')
  return stack.operations.at(-1)!
}

/** A stack that failed goes back to what it was, or to nothing. */
export function beginRollback(
  world: World,
  stack: StackState,
  options: RunningOptions = {},
  type: OperationState['type'] = 'ROLLBACK',
): OperationState {
  startRevert(begin(world, stack, type, 'update', 'revert', options), 'User Initiated')
  return stack.operations.at(-1)!
}

function remember(stack: StackState): void {
  const { desired, outputs, imports } = stack
  const resources = Object.fromEntries(
    Object.entries(stack.resources).map(([id, state]) => [id, { ...state }]),
  )
  stack.stable = { desired, outputs, resources, ...(imports && { imports }) }
}

function begin(
  world: World,
  stack: StackState,
  type: OperationState['type'],
  kind: Kind,
  phase: Phase,
  options: RunningOptions,
): Run {
  const operation: OperationState = {
    id: uuid(world),
    type,
    startedAt: world.now,
    status: 'IN_PROGRESS',
    ...(options.token !== undefined && { token: options.token }),
  }
  stack.operations.push(operation)
  stack.running = {
    operationId: operation.id,
    kind,
    phase,
    options,
    tasks: {},
    ready: [],
    open: 0,
    failures: [],
    imports: [],
  }
  schedule(world, { at: world.now, stackId: stack.id, kind: 'go' })
  return { world, stack, running: stack.running }
}
