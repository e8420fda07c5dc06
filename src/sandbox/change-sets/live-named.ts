import { findLive } from '../live.ts'
import { identifierOf } from '../types/identifier.ts'
import type { LiveResource, Place, World } from '../world.ts'

/** The resource that exists under a name, as `identifierOf` makes it; undefined when the name is free. */
export function liveNamed(
  world: World,
  { place, type, name }: { readonly place: Place; readonly type: string; readonly name: string },
): LiveResource | undefined {
  const isHere = ({ place: other }: LiveResource): boolean =>
    other.account === place.account && other.region === place.region
  return (
    findLive(world, { place, type, physicalId: name }) ??
    Object.values(world.live).find(
      (live) => live.type === type && isHere(live) && identifierOf(type, live.properties) === name,
    )
  )
}
