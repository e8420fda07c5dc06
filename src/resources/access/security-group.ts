import * as ec2 from '../../aws/ec2.ts'
import type { Value } from '../../model/value.ts'
import { idOf, idsOf, type Handle } from '../handle.ts'
import { nameTag } from '../name-tag.ts'

export interface SecurityGroupOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** Groups whose members are let in. */
  readonly from?: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** Blocks that are let in. */
  readonly fromBlocks?: readonly Value<string>[]
  /** TCP ports on which they are. */
  readonly ports: readonly Value<number>[]
  /** What the console says of it. The default is `Who may reach <name>`. */
  readonly description?: string
}

/**
 * A security group that lets some in, on some ports: for tasks with addresses of their own, or whatever has none yet.
 *
 * @example
 * const apiTasks = securityGroup('Api', { vpc: net.vpc, from: [groups.externalLoadBalancer], ports: [3000] })
 */
export function securityGroup(name: string, options: SecurityGroupOptions) {
  const { from = [], fromBlocks = [], ports } = options
  const ingress = ports.flatMap((port): readonly ec2.SecurityGroup.Ingress[] => {
    const rule = { IpProtocol: 'tcp', FromPort: port, ToPort: port }
    return [
      ...idsOf(from).map((group) => ({ ...rule, SourceSecurityGroupId: group })),
      ...fromBlocks.map((CidrIp) => ({ ...rule, CidrIp })),
    ]
  })
  return ec2.SecurityGroup(`${name}SecurityGroup`, {
    GroupDescription: options.description ?? `Who may reach ${name}`,
    VpcId: idOf(options.vpc),
    ...(ingress.length > 0 && { SecurityGroupIngress: ingress }),
    Tags: nameTag(name),
  })
}
