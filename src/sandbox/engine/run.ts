import type { StackState, World } from '../world.ts'
import type { Running, Task } from './running.ts'

/** An operation that is going on, with what it works on. */
export interface Run {
  readonly world: World
  readonly stack: StackState
  readonly running: Running
}

/** The operation that goes on in a stack; undefined when none does. */
export function runOf(world: World, stackId: string): Run | undefined {
  const stack = world.stacks[stackId]
  return stack?.running === undefined ? undefined : { world, stack, running: stack.running }
}

/** The task of that key. */
export function taskOf(run: Run, key: string): Task {
  const task = run.running.tasks[key]
  if (task === undefined) throw new Error(`The operation on ${run.stack.name} has no task ${key}`)
  return task
}
