import { bareStack } from '../bare-stack.ts'
import { uuid } from '../chance.ts'
import type { Desired, Place, StackState, StackStatus, World } from '../world.ts'

/** What a stack has from its beginning. */
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
    ...bareStack({ id, name, place, status, createdAt: world.now, desired }),
    ...(parent && { parentId: parent.id, rootId: parent.rootId ?? parent.id }),
  }
  world.stacks[id] = stack
  return stack
}
