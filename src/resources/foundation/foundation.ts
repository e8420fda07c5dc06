import type { Value } from '../../model/value.ts'
import { bastion, type BastionOptions } from '../access/bastion.ts'
import { cluster } from '../cluster/cluster.ts'
import type { ClusterOptions } from '../cluster/cluster-options.ts'
import { dhcpOptions } from '../network/dhcp-options.ts'
import { dnsZone } from '../network/dns-zone.ts'
import { foundationOutputs } from './foundation-outputs.ts'
import type { Handle } from '../handle.ts'
import { instanceRole, type InstanceRoleOptions } from '../access/instance-role.ts'
import { logBucket, type LogBucketOptions } from '../load-balancer/log-bucket.ts'
import { network, type NetworkOptions } from '../network/network.ts'
import { securityGroups, type SecurityGroupsOptions } from '../access/security-groups.ts'
import { serviceRole } from '../access/service-role.ts'

export interface FoundationOptions {
  /** What hosts call their environment. The default is the stack's name. */
  readonly environment?: Value<string>
  /** Name of a key pair for SSH to bastion and hosts. The default is none: Session Manager is the way in. */
  readonly keyName?: Value<string>
  /** Domain of the private zone, which hosts search. The default is `stack.local`. */
  readonly domainName?: Value<string>
  /** Name servers of hosts, by address. The default is the network's own. */
  readonly nameServers?: readonly Value<string>[]
  /** Groups whose members may reach the cluster's hosts, besides those of load balancers and the bastion. */
  readonly hostsReachableFrom?: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** Options of the parts, for what is not said above. */
  readonly network?: NetworkOptions
  readonly access?: Pick<SecurityGroupsOptions, 'sshFrom' | 'publicFrom' | 'extra'>
  readonly bastion?: Partial<BastionOptions>
  readonly hostRole?: InstanceRoleOptions
  readonly cluster?: Partial<Omit<ClusterOptions, 'reachableFrom'>>
  readonly logs?: LogBucketOptions
}

/** What services are put on: what `foundation` returns. */
export type Foundation = ReturnType<typeof foundation>

/**
 * All that services need, in one call: network, DNS, security groups, bastion, roles, an ECS cluster and a bucket for access logs,
 * with outputs for other stacks and people. An empty name keeps logical ids short, where a stack has one foundation.
 *
 * @example
 * const base = foundation('', { environment: 'production', network: { cidr: '10.31.0.0/16', nat: 'single' } })
 */
export function foundation(name: string, options: FoundationOptions = {}) {
  const { domainName = 'stack.local', keyName, nameServers } = options
  const net = network(`${name}Net`, options.network)
  const dhcp = dhcpOptions(`${name}Dhcp`, {
    vpc: net.vpc,
    domainName,
    ...(nameServers && { servers: nameServers }),
  })
  const zone = dnsZone(`${name}Zone`, { domainName, vpc: net.vpc })
  const groups = securityGroups(`${name}Net`, {
    vpc: net.vpc,
    cidr: net.vpc.att.CidrBlock,
    ...options.access,
  })
  const key = keyName === undefined ? {} : { keyName }
  const gate = bastion(`${name}Bastion`, {
    subnet: net.zones[0]?.external.subnet ?? '',
    securityGroups: [groups.externalSsh, groups.internalSsh],
    after: net.attachment,
    ...key,
    ...options.bastion,
  })
  const hosts = instanceRole(`${name}Host`, options.hostRole)
  const services = serviceRole(`${name}Services`)
  const logs = logBucket(`${name}Logs`, options.logs)
  const main = cluster(`${name}Main`, {
    vpc: net.vpc,
    subnets: net.internalSubnets,
    reachableFrom: [
      groups.internalSsh,
      groups.internalLoadBalancer,
      groups.externalLoadBalancer,
      ...(options.hostsReachableFrom ?? []),
    ],
    instanceProfile: hosts.profile,
    after: net.routesOut,
    ...(options.environment !== undefined && { environment: options.environment }),
    ...key,
    ...options.cluster,
  })
  const base = { net, dhcp, zone, groups, gate, hosts, services, logs, main }
  return { ...base, outputs: foundationOutputs(name, base, options.environment) }
}
