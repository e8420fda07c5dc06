import type { LiveResource } from '../world.ts'

/** What `Ref` yields of a resource: CloudFormation calls the physical id what `Ref` yields, also where the service knows it by more. */
export function refOf({ physicalId }: Pick<LiveResource, 'physicalId'>): string {
  return physicalId
}
