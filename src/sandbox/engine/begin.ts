import type { Desired, OperationState, StackState, World } from '../world.ts'
import { schedule } from './due.ts'
import { endOperation } from './end-operation.ts'
import { cancelGoing } from './fail-task.ts'
import { goOn } from './timing.ts'
import { startApply } from './phases/apply.ts'
import { startRemove } from './phases/remove.ts'
import { startRevert } from './phases/revert.ts'
import { runOf, type Run } from './run.ts'
import { noWork } from './no-work.ts'
import type { Kind, Phase, RunningOptions } from './running.ts'
import { uuid } from '../chance.ts'
import { targetOf, type Target } from './target.ts'

/** A stack that has nothing yet is made. */
export function beginCreate(
  world: World,
  stack: StackState,
  desired: Desired,
  options: RunningOptions = {},
): OperationState {
  const target = targetOf(world, stack, desired)
  const run = begin(world, stack, 'CREATE_STACK', 'create', 'apply', options)
  if (stack.timeoutMinutes !== undefined) limit(run, stack.timeoutMinutes)
  return apply(run, desired, target)
}

function apply(run: Run, desired: Desired, target: Target): OperationState {
  run.stack.desired = desired
  run.running.target = target
  startApply(run)
  return run.stack.operations.at(-1)!
}

function limit({ world, stack }: Run, minutes: number): void {
  schedule(world, { at: world.now + minutes * 60_000, isLimit: true, stackId: stack.id, kind: 'timeout' })
}

/** A stack becomes what is desired. What it was is kept until that has succeeded. */
export function beginUpdate(
  world: World,
  stack: StackState,
  desired: Desired,
  options: RunningOptions = {},
): OperationState {
  const target = targetOf(world, stack, desired)
  if (stack.stable === undefined && stack.status.endsWith('_COMPLETE')) remember(stack)
  const run = begin(world, stack, 'UPDATE_STACK', 'update', 'apply', options)
  stack.updatedAt = world.now
  return apply(run, desired, target)
}

/** A stack takes over resources that exist; `options.imports` says which. */
export function beginImport(
  world: World,
  stack: StackState,
  desired: Desired,
  options: RunningOptions = {},
): OperationState {
  const target = targetOf(world, stack, desired)
  remember(stack)
  const type = stack.operations.some((one) => one.type !== 'CREATE_CHANGESET')
    ? 'UPDATE_STACK'
    : 'CREATE_STACK'
  const run = begin(world, stack, type, 'import', 'apply', options)
  return apply(run, desired, target)
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
  leaveOff(world, stack)
  const operation: OperationState = {
    id: uuid(world),
    type,
    startedAt: world.now,
    status: 'IN_PROGRESS',
    ...(options.token !== undefined && { token: options.token }),
  }
  stack.operations.push(operation)
  stack.running = { ...noWork(), operationId: operation.id, kind, phase, options }
  goOn(world, stack)
  return { world, stack, running: stack.running }
}

/** What was going on, or was held back for the parent stack, is over. */
function leaveOff(world: World, stack: StackState): void {
  const run = runOf(world, stack.id)
  if (run === undefined) return
  const isHeld = run.running.phase === 'hold'
  if (!isHeld) cancelGoing(run)
  endOperation(run, isHeld ? 'SUCCEEDED' : 'FAILED')
}
