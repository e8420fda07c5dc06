import { parts } from '../parts.ts'
import type { Place, World } from '../world.ts'

/** Plays what goes on with a stack to its end. Limits run out, too: nobody sends what is waited for. */
export function playToEnd(world: World, stackId: string): void {
  parts.settle(world)
  while (world.stacks[stackId]?.status.endsWith('_IN_PROGRESS') === true && world.due[0] !== undefined) {
    parts.advance(world, world.due[0].at)
    parts.settle(world)
  }
}

/** Who plays. */
export function callerOf({ account, partition }: Place): string {
  return `arn:${partition}:iam::${account}:user/rehearsal`
}
