import type { JsonObject, LiveResource, StackState, World } from '../world.ts'
import { findLive } from '../live.ts'

interface Physical {
  readonly type: string
  readonly physicalId?: string | undefined
  /** Some types need them to tell apart what has one physical id. */
  readonly properties?: JsonObject | undefined
}

/** What really exists of a resource; undefined when nothing does. */
export function liveOf(
  world: World,
  stack: StackState,
  { type, physicalId, properties = {} }: Physical,
): LiveResource | undefined {
  if (physicalId === undefined) return undefined
  return findLive(world, { place: stack.place, type, physicalId, properties })
}
