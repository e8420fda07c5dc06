import type { LiveResource } from '../world.ts'

/** What `Ref` yields of a resource. */
export function refOf({ type, physicalId }: Pick<LiveResource, 'type' | 'physicalId'>): string {
  const index = refParts[type]
  return index === undefined ? physicalId : (physicalId.split('|').at(index) ?? physicalId)
}

/** Types of which `Ref` yields one part of the physical id. */
const refParts: { readonly [type: string]: number } = {}
