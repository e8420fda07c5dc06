import { isDeepStrictEqual } from 'node:util'
import type { LiveResource, World } from '../world.ts'

/** A resource that is not as it was before an operation. */
export interface Difference {
  /** Absent for a resource that no stack has. */
  readonly logicalId?: string
  readonly type: string
  readonly physicalId: string
  /**
   * `new`: it was made and belongs to the stack; `left`: it exists and belongs to no stack; `changed`: its properties are not those of
   * before; `gone`: it does not exist any more.
   */
  readonly state: 'new' | 'left' | 'changed' | 'gone'
}

/** How a stack's resources, and those that nobody's stack has, differ between two moments of a world. */
export function differences(before: World, after: World, stackId: string): readonly Difference[] {
  const found: Difference[] = []
  for (const [key, live] of Object.entries(after.live)) {
    const state = stateOf(before.live[key], live, stackId)
    const logicalId = live.owner?.logicalId ?? before.live[key]?.owner?.logicalId
    if (state !== undefined) found.push(difference(live, state, logicalId))
  }
  for (const [key, live] of Object.entries(before.live)) {
    if (live.owner?.stackId === stackId && after.live[key] === undefined)
      found.push(difference(live, 'gone', live.owner.logicalId))
  }
  return found
}

function stateOf(
  was: LiveResource | undefined,
  live: LiveResource,
  stackId: string,
): Difference['state'] | undefined {
  if (live.owner === undefined)
    return was === undefined || was.owner?.stackId === stackId ? 'left' : undefined
  if (live.owner.stackId !== stackId) return undefined
  if (was === undefined) return 'new'
  return isDeepStrictEqual(was.properties, live.properties) ? undefined : 'changed'
}

function difference(
  { type, physicalId }: LiveResource,
  state: Difference['state'],
  logicalId: string | undefined,
): Difference {
  return { ...(logicalId !== undefined && { logicalId }), type, physicalId, state }
}
