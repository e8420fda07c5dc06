import type { CallContext } from '../operation.ts'
import { validationError } from '../service-error.ts'
import type { StackState } from '../world.ts'

/** The stack of a name or id in the caller's account and region. A name means a stack that is there, an id a deleted one too. */
export function findStack({ world, place }: CallContext, nameOrId: string): StackState | undefined {
  const isHere = ({ place: other }: StackState): boolean =>
    other.account === place.account && other.region === place.region
  if (nameOrId.startsWith('arn:')) {
    const stack = Object.hasOwn(world.stacks, nameOrId) ? world.stacks[nameOrId] : undefined
    return stack !== undefined && isHere(stack) ? stack : undefined
  }
  return Object.values(world.stacks).findLast(
    (stack) => stack.name === nameOrId && stack.status !== 'DELETE_COMPLETE' && isHere(stack),
  )
}

/** The stack of a name or id; fails in the words of DescribeStacks when there is none. */
export function stackWithId(context: CallContext, nameOrId: string): StackState {
  const stack = findStack(context, nameOrId)
  if (stack === undefined) throw validationError(`Stack with id ${nameOrId} does not exist`)
  return stack
}

/** The stack of a name or id; fails in the words of most operations when there is none. */
export function namedStack(context: CallContext, nameOrId: string): StackState {
  const stack = findStack(context, nameOrId)
  if (stack === undefined) throw validationError(`Stack [${nameOrId}] does not exist`)
  return stack
}

/** Every stack of the caller's account and region, oldest first, deleted ones too. */
export function stacksHere({ world, place }: CallContext): readonly StackState[] {
  return Object.values(world.stacks).filter(
    (stack) => stack.place.account === place.account && stack.place.region === place.region,
  )
}
