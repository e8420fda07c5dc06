import * as ec2 from '../../aws/ec2.ts'
import { given } from '../../model/given.ts'
import { output } from '../../model/output.ts'
import type { Value } from '../../model/value.ts'
import { after, idOf, idsOf, type After, type Handle } from '../handle.ts'
import { instanceRole } from './instance-role.ts'
import { amazonLinux, architectureOf } from '../cluster/machine-image.ts'
import { nameTag } from '../name-tag.ts'

export interface BastionOptions {
  /** An external subnet. */
  readonly subnet: Handle<'AWS::EC2::Subnet'>
  /** Groups that decide who may open SSH. */
  readonly securityGroups: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** The default is `t4g.micro`. */
  readonly instanceType?: Value<string>
  /** The default is the newest Amazon Linux 2023 for the instance type; a newer one replaces the instance. */
  readonly imageId?: Value<string>
  /** Name of a key pair for SSH; without one, Session Manager is the only way in. */
  readonly keyName?: Value<string>
  /** Size of the root volume in GiB. The default is 8. */
  readonly volumeSize?: Value<number>
  /** The default is a role of its own that only lets Session Manager in. */
  readonly instanceProfile?: Handle<'AWS::IAM::InstanceProfile'>
  /** Whether its address outlives it. The default is true; without, it has the one that the subnet gives. */
  readonly elasticIp?: boolean
  /** The attachment of the internet gateway, when it is made in the same stack. */
  readonly after?: After
}

/**
 * The host by which people get into the network: by `aws ssm start-session`, or by SSH for whom its security groups let in
 * (`ssh -J ec2-user@BASTION ec2-user@HOST` reaches the hosts behind it). Its address is the output `<name>Ip`.
 *
 * @example
 * bastion('Bastion', { subnet: net.externalSubnets[0], securityGroups: [groups.externalSsh], after: net.attachment })
 */
export function bastion(name: string, options: BastionOptions) {
  const { instanceType = 't4g.micro', elasticIp = true } = options
  const own = options.instanceProfile === undefined ? instanceRole(name, { ecs: false }) : undefined
  const profile = options.instanceProfile ?? own?.profile
  const instance = ec2.Instance(
    `${name}Instance`,
    {
      ImageId: options.imageId ?? amazonLinux(architectureOf(instanceType)),
      InstanceType: instanceType,
      ...given({ KeyName: options.keyName, IamInstanceProfile: profile && idOf(profile) }),
      SubnetId: idOf(options.subnet),
      SecurityGroupIds: idsOf(options.securityGroups),
      Monitoring: true,
      MetadataOptions: { HttpTokens: 'required' },
      BlockDeviceMappings: [
        {
          DeviceName: '/dev/xvda',
          Ebs: { Encrypted: true, VolumeSize: options.volumeSize ?? 8, VolumeType: 'gp3' },
        },
      ],
      Tags: nameTag(name),
    },
    after(options.after),
  )
  const address = elasticIp
    ? ec2.EIP(
        `${name}Address`,
        { Domain: 'vpc', InstanceId: instance.ref, Tags: nameTag(name) },
        after(options.after),
      )
    : undefined
  const publicIp = address?.ref ?? instance.att.PublicIp
  return {
    ...own,
    instance,
    ...given({ address }),
    ip: output(`${name}Ip`, publicIp, { description: 'Address of the bastion' }),
    publicIp,
  }
}
