import { bareStack } from '../bare-stack.ts'
import type { Place, StackState } from '../world.ts'

/** A stack that is not there yet, to work out what making it would do. */
export function draftStack(name: string, place: Place, id = ''): StackState {
  const drafted = `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${name}/draft`
  return bareStack({
    id: id || drafted,
    name,
    place,
    status: 'REVIEW_IN_PROGRESS',
    createdAt: 0,
    desired: { body: '', parameters: [], tags: [], capabilities: [], topics: [] },
  })
}
