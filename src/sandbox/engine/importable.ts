import { identifierOf } from '../types/identifier.ts'
import type { JsonObject, LiveResource, Place, World } from '../world.ts'

interface Sought {
  readonly place: Place
  readonly type: string
}

/** What exists under an identifier, as imports give it: properties by name, in their order. */
export function identified(world: World, sought: Sought, identifier: JsonObject): LiveResource | undefined {
  const values = Object.values(identifier).map(String)
  const id = values.join('|')
  return search(world, sought, (live) => {
    if (live.physicalId === id || identifierOf(live.type, live.properties) === id) return true
    return Object.entries(identifier).every(
      ([name, value]) => String(live.properties[name] ?? live.attributes[name]) === String(value),
    )
  })
}

/** What exists under the name that properties give, and belongs to no stack. */
export function adoptable(world: World, sought: Sought, properties: JsonObject): LiveResource | undefined {
  const name = identifierOf(sought.type, properties)
  if (name === undefined) return undefined
  return search(
    world,
    sought,
    (live) => live.owner === undefined && identifierOf(live.type, live.properties) === name,
  )
}

function search(
  world: World,
  { place, type }: Sought,
  isIt: (live: LiveResource) => boolean,
): LiveResource | undefined {
  return Object.values(world.live).find(
    (live) =>
      live.type === type &&
      live.place.account === place.account &&
      live.place.region === place.region &&
      isIt(live),
  )
}
