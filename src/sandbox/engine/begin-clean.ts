import type { StackState, World } from '../world.ts'
import { noWork } from './no-work.ts'
import { startClean } from './phases/clean.ts'
import { runOf, type Run } from './run.ts'
import { targetOf } from './target.ts'
import { goOn } from './timing.ts'

/** A nested stack cleans up after an update that its parent has held back. */
export function beginClean(world: World, stack: StackState): void {
  const run = runOf(world, stack.id) ?? resume(world, stack)
  startClean(run, 'clean')
  goOn(world, stack)
}

/** Its last operation goes on. */
function resume(world: World, stack: StackState): Run {
  const { id, token } = stack.operations.at(-1)!
  stack.running = { ...noWork(), operationId: id, kind: 'update', phase: 'hold', options: { token } }
  stack.running.target = targetOf(world, stack, stack.desired)
  return { world, stack, running: stack.running }
}
