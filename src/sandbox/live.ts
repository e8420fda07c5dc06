import { validationError } from './service-error.ts'
import type { JsonObject, LiveResource, Place, World } from './world.ts'
import { identifierOf } from './types/identifier.ts'

/** Resources of these services exist once in an account, in all regions. */
const globalServices = /^AWS::(CloudFront|IAM|Organizations|Route53|GlobalAccelerator|WorkSpacesThinClient)::/

/** Where a resource is found in `world.live`: buckets' names are unique everywhere, those of global services in the account. */
export function liveKey(place: Place, type: string, physicalId: string): string {
  if (type === 'AWS::S3::Bucket') return `${place.partition}/${type}/${physicalId}`
  const region = globalServices.test(type) ? 'global' : place.region
  return `${place.account}/${region}/${type}/${physicalId}`
}

/** The resource of this id; undefined when there is none. */
export function findLive(
  world: World,
  { place, type, physicalId }: Pick<LiveResource, 'place' | 'type' | 'physicalId'>,
): LiveResource | undefined {
  return world.live[liveKey(place, type, physicalId)]
}

/** Makes a resource. Fails with CloudFormation's words when another of the same id or name is there. */
export function makeLive(world: World, resource: Omit<LiveResource, 'createdAt'>): LiveResource {
  const { place, type, physicalId, properties } = resource
  const name = nameKey(place, type, properties)
  const other = findLive(world, resource) ?? (name === undefined ? undefined : namesOf(world).get(name))
  if (other) throw collision(other, resource)
  const live: LiveResource = { ...resource, createdAt: world.now }
  world.live[liveKey(place, type, physicalId)] = live
  if (name !== undefined) namesOf(world).set(name, live)
  return live
}

/** Gives a resource other properties, and attributes if they are given. */
export function changeLive(
  world: World,
  live: LiveResource,
  { properties, attributes }: { readonly properties: JsonObject; readonly attributes?: JsonObject },
): void {
  const names = namesOf(world)
  const before = nameKey(live.place, live.type, live.properties)
  if (before !== undefined) names.delete(before)
  live.properties = properties
  if (attributes) live.attributes = attributes
  const after = nameKey(live.place, live.type, properties)
  if (after !== undefined) names.set(after, live)
}

/** Removes a resource; nothing happens when it is gone. */
export function removeLive(world: World, live: Pick<LiveResource, 'place' | 'type' | 'physicalId'>): void {
  const key = liveKey(live.place, live.type, live.physicalId)
  const found = world.live[key]
  if (!found) return
  const name = nameKey(found.place, found.type, found.properties)
  if (name !== undefined) namesOf(world).delete(name)
  delete world.live[key]
}

/** Live resources by name, made anew for a world that was read from a file. */
const names = new WeakMap<World['live'], Map<string, LiveResource>>()

function namesOf(world: World): Map<string, LiveResource> {
  const known = names.get(world.live)
  if (known) return known
  const made = new Map<string, LiveResource>()
  for (const live of Object.values(world.live)) {
    const name = nameKey(live.place, live.type, live.properties)
    if (name !== undefined) made.set(name, live)
  }
  names.set(world.live, made)
  return made
}

function nameKey(place: Place, type: string, properties: JsonObject): string | undefined {
  const name = identifierOf(type, properties)
  return name === undefined ? undefined : liveKey(place, type, name)
}

function collision(
  { owner }: LiveResource,
  { type, physicalId, properties }: Omit<LiveResource, 'createdAt'>,
): Error {
  const name = identifierOf(type, properties) ?? physicalId
  return validationError(
    owner ? `${name} already exists in stack ${owner.stackId}` : `${name} already exists`,
  )
}
