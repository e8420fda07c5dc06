import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import type { JsonObject, LiveResource } from '../world.ts'

/** What a service tells of a resource: the properties that it was given, and what identifies it, as the name of a bucket that got one. */
export function readProperties({
  type,
  physicalId,
  properties,
}: Pick<LiveResource, 'type' | 'physicalId' | 'properties'>): JsonObject {
  const identifier = typeCatalog().facts(type).primaryIdentifier ?? []
  const parts = identifier.length === 1 ? [physicalId] : physicalId.split('|')
  const identifying = identifier.flatMap((name, index) =>
    name.includes('/') || parts[index] === undefined || Object.hasOwn(properties, name)
      ? []
      : [[name, parts[index]] as const],
  )
  return identifying.length === 0 ? properties : { ...Object.fromEntries(identifying), ...properties }
}
