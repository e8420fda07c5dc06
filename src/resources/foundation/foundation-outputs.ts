import { join } from '../../model/functions.ts'
import { output } from '../../model/output.ts'
import { region, stackName } from '../../model/pseudo.ts'
import type { Resource } from '../../model/resource.ts'
import type { Value } from '../../model/value.ts'
import type { cluster } from '../cluster/cluster.ts'
import type { dnsZone } from '../network/dns-zone.ts'
import type { instanceRole } from '../access/instance-role.ts'
import type { logBucket } from '../load-balancer/log-bucket.ts'
import type { Network } from '../network/network.ts'
import type { securityGroups } from '../access/security-groups.ts'

interface Base {
  readonly net: Network
  readonly zone: ReturnType<typeof dnsZone>
  readonly groups: ReturnType<typeof securityGroups>
  readonly hosts: ReturnType<typeof instanceRole>
  readonly logs: ReturnType<typeof logBucket>
  readonly main: ReturnType<typeof cluster>
}

/** What other stacks and people need to know of a foundation. */
export function foundationOutputs(name: string, base: Base, environment: Value<string> = stackName) {
  const { net, zone, groups, hosts, logs, main } = base
  const ids = (resources: readonly Resource[]) =>
    join(
      ',',
      resources.map((resource) => resource.ref),
    )
  const named = (id: string, value: Value<string>, description?: string) =>
    output(`${name}${id}`, value, description === undefined ? {} : { description })
  return [
    named('Region', region),
    named('AvailabilityZones', join(',', net.availabilityZones)),
    named('Environment', environment),
    named('DomainName', zone.domainName),
    named('ZoneId', zone.zone.ref),
    named('VpcId', net.vpc.ref),
    named('VpcSecurityGroup', net.vpc.att.DefaultSecurityGroup, "The network's default group"),
    named('InternalSubnets', ids(net.internalSubnets)),
    named('ExternalSubnets', ids(net.externalSubnets)),
    named('InternalRouteTables', ids(net.internalRouteTables)),
    named('ExternalRouteTable', net.externalRouteTable.ref),
    named('NatAddresses', join(',', net.natAddresses), 'Where internal hosts seem to come from'),
    named('InternalLoadBalancerGroup', groups.internalLoadBalancer.ref, 'For internal load balancers'),
    named('ExternalLoadBalancerGroup', groups.externalLoadBalancer.ref, 'For public load balancers'),
    named('HostRole', hosts.role.ref, "Name of the hosts' role, to attach policies to"),
    named('HostRoleArn', hosts.role.att.Arn),
    named('LogBucket', logs.bucket.ref),
    named('ClusterName', main.cluster.ref),
    named('ClusterHostGroup', main.securityGroup.ref, 'The security group of the hosts'),
  ]
}
