import { validationError } from './service-error.ts'
import type { JsonObject, LiveResource, Place, World } from './world.ts'
import { textAt } from './types/fill-form.ts'
import { identifierOf } from './types/identifier.ts'
import { readProperties } from './types/read-properties.ts'
import { resourceShape } from './types/resource-shape.ts'

/**
 * What is enough to find a resource. Properties tell apart resources of one physical id (stages of two APIs); the owner makes sure that
 * it has not been taken over by somebody else.
 */
export type WantedLive = Pick<LiveResource, 'place' | 'type' | 'physicalId'> &
  Partial<Pick<LiveResource, 'properties' | 'owner'>>

/** Resources of these services exist once in an account, in all regions. */
const globalServices = /^AWS::(CloudFront|GlobalAccelerator|IAM|Organizations|Route53)::/

/** Where a resource is kept in `world.live`: buckets' names are unique everywhere, those of global services in the account. */
export function liveKey({ place, type, physicalId, properties }: WantedLive): string {
  return `${scopeOf(place, type)}/${[physicalId, ...besides(type, properties)].join('|')}`
}

/** The resource; undefined when there is none. */
export function findLive(world: World, wanted: WantedLive): LiveResource | undefined {
  const { place, type, physicalId, owner } = wanted
  const found = world.live[liveKey(wanted)]
  if (found || besides(type).length === 0) return found
  const scope = scopeOf(place, type)
  const alike = Object.values(world.live).filter(
    (live) => live.type === type && live.physicalId === physicalId && scopeOf(live.place, type) === scope,
  )
  return alike.find((live) => isOwnedBy(live, owner)) ?? alike[0]
}

/** The resource that has the name which these properties give; undefined when they give none, or nobody has it. */
export function findNamed(world: World, wanted: Named): LiveResource | undefined {
  const name = nameKey(wanted)
  const found = name === undefined ? undefined : namesOf(world).get(name)
  // What was removed or renamed from outside has left its name behind.
  return found && world.live[liveKey(found)] === found && nameOf(found) === name ? found : undefined
}

type Named = Pick<LiveResource, 'place' | 'type' | 'properties'>

/**
 * Makes a resource. Fails with CloudFormation's words when another of the same id or name is there; where making one that exists
 * overwrites it (alarms, dashboards), that is what happens.
 */
export function makeLive(world: World, resource: Omit<LiveResource, 'createdAt'>): LiveResource {
  const overwrites = resourceShape(resource.type)?.overwrites === true
  const other = overwrites ? undefined : (findNamed(world, resource) ?? world.live[liveKey(resource)])
  if (other) throw collision(other, resource)
  const live: LiveResource = { ...resource, createdAt: world.now }
  put(world, live)
  return live
}

/** Gives a resource other properties, and attributes if they are given. */
export function changeLive(
  world: World,
  live: LiveResource,
  { properties, attributes }: { readonly properties: JsonObject; readonly attributes?: JsonObject },
): void {
  if (attributes) live.attributes = attributes
  const after = { ...live, properties }
  const staysWhereItIs = liveKey(after) === liveKey(live) && nameOf(after) === nameOf(live)
  if (!staysWhereItIs) takeOut(world, live)
  live.properties = properties
  if (!staysWhereItIs) put(world, live)
}

/** Removes a resource; nothing happens when it is gone, or somebody else's by now. */
export function removeLive(world: World, wanted: WantedLive): void {
  const found = findLive(world, wanted)
  if (!found) return
  if (wanted.owner === undefined || isOwnedBy(found, wanted.owner)) takeOut(world, found)
}

function isOwnedBy({ owner }: LiveResource, wanted: LiveResource['owner']): boolean {
  return owner?.stackId === wanted?.stackId && owner?.logicalId === wanted?.logicalId
}

function put(world: World, live: LiveResource): void {
  world.live[liveKey(live)] = live
  const name = nameOf(live)
  if (name !== undefined) namesOf(world).set(name, live)
}

function takeOut(world: World, live: LiveResource): void {
  const name = nameOf(live)
  if (name !== undefined) namesOf(world).delete(name)
  delete world.live[liveKey(live)]
}

/** Live resources by name, made anew for a world that was read from a file. */
const names = new WeakMap<World['live'], Map<string, LiveResource>>()

function namesOf(world: World): Map<string, LiveResource> {
  const known = names.get(world.live)
  if (known) return known
  const made = new Map<string, LiveResource>()
  for (const live of Object.values(world.live)) {
    const name = nameOf(live)
    if (name !== undefined) made.set(name, live)
  }
  names.set(world.live, made)
  return made
}

/** Also a name that was made for a resource is taken. */
function nameOf(live: LiveResource): string | undefined {
  return nameKey({ ...live, properties: readProperties(live) })
}

function nameKey({ place, type, properties }: Named): string | undefined {
  const name = identifierOf(type, properties)
  return name === undefined ? undefined : `${scopeOf(place, type)}/${name}`
}

function scopeOf(place: Place, type: string): string {
  if (type === 'AWS::S3::Bucket') return `${place.partition}/${type}`
  return `${place.account}/${globalServices.test(type) ? 'global' : place.region}/${type}`
}

function besides(type: string, properties: JsonObject = {}): readonly string[] {
  return (resourceShape(type)?.besides ?? []).map((name) => textAt(properties, name.split('.')) ?? '')
}

function collision({ owner }: LiveResource, resource: Omit<LiveResource, 'createdAt'>): Error {
  const { type, physicalId, properties } = resource
  if (type === 'AWS::Route53::RecordSet')
    return validationError(
      `[Tried to create resource record set [name='${physicalId}', type='${textAt(properties, ['Type'])}'] but it already exists]`,
    )
  if (type === 'AWS::S3::BucketPolicy')
    return validationError(`The bucket policy already exists on bucket ${physicalId}.`)
  const name = identifierOf(type, properties) ?? physicalId
  return validationError(
    owner ? `${name} already exists in stack ${owner.stackId}` : `${name} already exists`,
  )
}
