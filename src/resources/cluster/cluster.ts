import * as ecs from '../../aws/ecs.ts'
import * as ec2 from '../../aws/ec2.ts'
import { given } from '../../model/given.ts'
import { stackName } from '../../model/pseudo.ts'
import { checkNumber, checkOrder } from '../check-number.ts'
import { clusterCapacity } from './cluster-capacity.ts'
import { clusterHosts } from './cluster-hosts.ts'
import type { ClusterOptions } from './cluster-options.ts'
import { clusterScaling } from './cluster-scaling.ts'
import { idOf } from '../handle.ts'
import { instanceRole } from '../access/instance-role.ts'
import { nameTag } from '../name-tag.ts'
import type { UserDataPart } from './user-data.ts'

/**
 * An ECS cluster on an auto-scaling group: hosts join by themselves, are replaced one at a time when their template changes, and
 * become more when nine tenths of the cluster's CPU or memory are reserved, fewer at one tenth; or as ECS sees fit, with
 * `managedScaling`. Throws `E_OPTION` for sizes that contradict each other.
 *
 * @example
 * const main = cluster('Main', { vpc: net.vpc, subnets: net.internalSubnets, after: net.routesOut })
 */
export function cluster(name: string, options: ClusterOptions) {
  const sizes = checkedSizes(name, options)
  const own = options.instanceProfile === undefined ? instanceRole(`${name}Host`) : undefined
  const profile = options.instanceProfile ?? own?.profile
  const made = ecs.Cluster(`${name}Cluster`, {
    ...given({ ClusterName: options.clusterName }),
    Tags: nameTag(name),
  })
  const securityGroup = ec2.SecurityGroup(`${name}HostSecurityGroup`, {
    GroupDescription: 'Hosts of the cluster',
    VpcId: idOf(options.vpc),
    SecurityGroupIngress: (options.reachableFrom ?? []).map((group) => ({
      IpProtocol: '-1',
      SourceSecurityGroupId: idOf(group),
    })),
    Tags: nameTag(`${name}-host`),
  })
  const hosts = clusterHosts(name, {
    ...options,
    ...sizes,
    cluster: made.ref,
    ...(profile !== undefined && { profile }),
    securityGroups: [securityGroup, ...(options.securityGroups ?? [])],
    environment: options.environment ?? stackName,
    extra: extraPart(options),
  })
  const scaling: Scaling = options.managedScaling
    ? clusterCapacity(name, { ...options, cluster: made, group: hosts.group })
    : clusterScaling(name, { ...options, cluster: made, group: hosts.group })
  return { ...own, cluster: made, securityGroup, ...hosts, ...scaling }
}

/** The one or the other, as `managedScaling` says. */
type Scaling = Partial<ReturnType<typeof clusterScaling>> & Partial<ReturnType<typeof clusterCapacity>>

function checkedSizes(name: string, options: ClusterOptions) {
  const { minSize = 3, maxSize = 100, desiredCapacity = 3 } = options
  const what = `cluster "${name}"`
  checkNumber(`${what} with this minSize`, minSize, 0, 10000)
  checkNumber(`${what} with this maxSize`, maxSize, 1, 10000)
  checkOrder(what, ['minSize', minSize], ['maxSize', maxSize])
  checkOrder(what, ['minSize', minSize], ['desiredCapacity', desiredCapacity])
  checkOrder(what, ['desiredCapacity', desiredCapacity], ['maxSize', maxSize])
  return { minSize, maxSize, desiredCapacity }
}

function extraPart({ extraCloudConfig }: ClusterOptions): UserDataPart | undefined {
  return extraCloudConfig && { type: 'text/cloud-config', ...extraCloudConfig }
}
