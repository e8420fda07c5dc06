import type * as ecs from '../../aws/ecs.ts'
import { CfstackError } from '../../model/error.ts'
import { isResource } from '../../model/resource.ts'
import type { Id } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'
import type { TaskPlacement } from './task-network.ts'

/** A capacity provider: by name, as a resource, or of a cluster that has one, what `cluster` or `clusterCapacity` returns. */
export type CapacityHandle = Handle<'AWS::ECS::CapacityProvider'> | ClusterCapacity

interface ClusterCapacity {
  readonly capacityProvider?: ecs.CapacityProvider
  readonly capacityProviders?: ecs.ClusterCapacityProviderAssociations
}

/** The provider's name, and what makes the cluster know it. Throws `E_OPTION` for a cluster that has none. */
export function capacityOf(name: string, handle: CapacityHandle | undefined) {
  if (handle === undefined) return {}
  if (!isClusterCapacity(handle)) return { provider: idOf(handle) }
  if (handle.capacityProvider !== undefined)
    return { provider: handle.capacityProvider.ref, after: handle.capacityProviders }
  throw new CfstackError(
    'E_OPTION',
    `Cannot make service "${name}": the cluster that is to provide its capacity has no capacity provider`,
    { hint: 'Give the cluster `managedScaling: true`' },
  )
}

function isClusterCapacity(handle: CapacityHandle): handle is ClusterCapacity {
  if (typeof handle !== 'object' || isResource(handle)) return false
  return 'capacityProvider' in handle || 'cluster' in handle
}

/** Where copies run: on Fargate, on the cluster's hosts, or wherever the provider has room. */
export function room({ fargate = false }: TaskPlacement, provider?: Id<'AWS::ECS::CapacityProvider'>) {
  if (provider === undefined) return { LaunchType: fargate ? 'FARGATE' : 'EC2' } as const
  return { CapacityProviderStrategy: [{ CapacityProvider: provider, Weight: 1 }] }
}

/** On hosts, copies are spread over zones and then over hosts; Fargate spreads them itself. */
export function placement({ fargate = false }: TaskPlacement) {
  if (fargate) return {}
  const spread = (Field: string) => ({ Type: 'spread', Field }) as const
  return { PlacementStrategies: [spread('attribute:ecs.availability-zone'), spread('instanceId')] }
}

/** Refuses what ECS would. Throws `E_OPTION`. */
export function checkPlacement(
  name: string,
  { fargate, network, role }: TaskPlacement & { readonly role?: unknown },
): void {
  const refuse = (state: string, hint: string) => {
    throw new CfstackError('E_OPTION', `Cannot make service "${name}": ${state}`, { hint })
  }
  if (fargate === true && network === undefined)
    refuse('it runs on Fargate and has no network', 'Give `network: { subnets, securityGroups }`')
  if (network !== undefined && role !== undefined)
    refuse(
      'it has a service role, and its copies have addresses of their own',
      'Leave the role out: ECS uses the service-linked one',
    )
}
