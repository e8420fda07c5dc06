import type * as ecs from '../../aws/ecs.ts'
import * as servicediscovery from '../../aws/servicediscovery.ts'
import { CfstackError } from '../../model/error.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'
import { hasOwnAddress, type TaskPlacement } from './task-network.ts'
import { kebab } from '../text.ts'

export interface DiscoveryOptions {
  /** A namespace of Cloud Map, in which each running copy is put, by its address; besides the load balancer's name in DNS. */
  readonly namespace?: Handle<'AWS::ServiceDiscovery::PrivateDnsNamespace'>
  /** The service's name in the namespace. The default is the fragment's name, `user-api` of `UserApi`. */
  readonly discoveryName?: Value<string>
}

/**
 * The registry of a service in Cloud Map, and what the service says of it: addresses where copies have their own, else hosts and
 * ports. Throws `E_OPTION` for copies that have neither.
 */
export function serviceRegistry(
  name: string,
  options: DiscoveryOptions & TaskPlacement,
  target: Pick<ecs.Service.LoadBalancer, 'ContainerName' | 'ContainerPort'> | undefined,
) {
  const { namespace, discoveryName = kebab(name) } = options
  if (namespace === undefined) return {}
  const byAddress = hasOwnAddress(options)
  if (!byAddress && target?.ContainerPort === undefined)
    throw new CfstackError(
      'E_OPTION',
      `Cannot register service "${name}" in the namespace: its copies have no address of their own and no port`,
      { hint: 'Give `network: { subnets, securityGroups }`' },
    )
  const registry = servicediscovery.Service(`${name}Registry`, {
    Name: discoveryName,
    DnsConfig: {
      NamespaceId: idOf(namespace),
      RoutingPolicy: 'MULTIVALUE',
      DnsRecords: [{ Type: byAddress ? 'A' : 'SRV', TTL: 10 }],
    },
    HealthCheckCustomConfig: { FailureThreshold: 1 },
  })
  const place = byAddress || target === undefined ? {} : placeOf(target)
  return { registry, properties: { ServiceRegistries: [{ RegistryArn: registry.att.Arn, ...place }] } }
}

function placeOf({
  ContainerName,
  ContainerPort,
}: Pick<ecs.Service.LoadBalancer, 'ContainerName' | 'ContainerPort'>) {
  return {
    ...(ContainerName !== undefined && { ContainerName }),
    ...(ContainerPort !== undefined && { ContainerPort }),
  }
}
