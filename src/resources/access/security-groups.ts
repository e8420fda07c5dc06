import * as ec2 from '../../aws/ec2.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'
import { nameTag } from '../name-tag.ts'

type GroupName = 'internalLoadBalancer' | 'externalLoadBalancer' | 'externalSsh' | 'internalSsh'

export interface SecurityGroupsOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** The network's block, whose hosts may reach internal load balancers: `net.vpc.att.CidrBlock`. */
  readonly cidr: Value<string>
  /** Blocks that may open SSH to the bastion. The default is none: use Session Manager. */
  readonly sshFrom?: readonly Value<string>[]
  /** Blocks that may reach public load balancers, on 80 and 443; `0.0.0.0/0` opens them to the world. The default is none. */
  readonly publicFrom?: readonly Value<string>[]
  /** Rules besides the ones above, by group. */
  readonly extra?: { readonly [Group in GroupName]?: readonly ec2.SecurityGroup.Ingress[] }
}

/**
 * The four groups of a network: internal load balancers take port 80 from the network, public ones 80 and 443 from `publicFrom`,
 * the bastion takes SSH from `sshFrom`, and hosts take SSH from the bastion. Nothing is open to the world unless asked for.
 *
 * @example
 * const groups = securityGroups('Net', { vpc: net.vpc, cidr: net.vpc.att.CidrBlock, sshFrom: ['203.0.113.0/24'] })
 */
export function securityGroups(name: string, options: SecurityGroupsOptions) {
  const { cidr, sshFrom = [], publicFrom = [], extra = {} } = options
  const group = (
    id: string,
    GroupDescription: string,
    ingress: readonly ec2.SecurityGroup.Ingress[],
    own: Own = {},
  ) =>
    ec2.SecurityGroup(`${name}${id}`, {
      GroupDescription,
      VpcId: idOf(options.vpc),
      ...(ingress.length > 0 && { SecurityGroupIngress: ingress }),
      ...own,
      Tags: nameTag(`${name}${id}`),
    })
  const internalLoadBalancer = group('InternalLoadBalancer', 'Load balancers for the network', [
    tcp(80, { CidrIp: cidr }),
    ...(extra.internalLoadBalancer ?? []),
  ])
  const externalLoadBalancer = group('ExternalLoadBalancer', 'Load balancers for the public', [
    ...publicFrom.flatMap((CidrIp) => [tcp(80, { CidrIp }), tcp(443, { CidrIp })]),
    ...(extra.externalLoadBalancer ?? []),
  ])
  const externalSsh = group('ExternalSsh', 'SSH from outside to the bastion', [
    ...sshFrom.map((CidrIp) => tcp(22, { CidrIp })),
    ...(extra.externalSsh ?? []),
  ])
  const internalSsh = group(
    'InternalSsh',
    'SSH from the bastion to hosts',
    [tcp(22, { SourceSecurityGroupId: externalSsh.ref }), ...(extra.internalSsh ?? [])],
    { SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 0, ToPort: 65535, CidrIp: cidr }] },
  )
  return { internalLoadBalancer, externalLoadBalancer, externalSsh, internalSsh }
}

type Own = Pick<ec2.SecurityGroup.Properties, 'SecurityGroupEgress'>

function tcp(port: number, source: Partial<ec2.SecurityGroup.Ingress>): ec2.SecurityGroup.Ingress {
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, ...source }
}
