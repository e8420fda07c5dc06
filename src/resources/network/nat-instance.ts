import * as ec2 from '../../aws/ec2.ts'
import { base64, join } from '../../model/functions.ts'
import { given } from '../../model/given.ts'
import type { Value } from '../../model/value.ts'
import { after, idOf, type After, type Handle } from '../handle.ts'
import { amazonLinux, architectureOf } from '../cluster/machine-image.ts'
import { nameTag } from '../name-tag.ts'

export interface NatInstanceOptions {
  /** The default is `t4g.nano`. */
  readonly instanceType?: Value<string>
  /** Whether each instance has an address that outlives it, to be named in other people's firewalls. The default is false. */
  readonly elasticIp?: boolean
  /** Name of a key pair for SSH. */
  readonly keyName?: Value<string>
  /** An image that has dnf and systemd. The default is the newest Amazon Linux 2023; a newer one replaces the instance. */
  readonly imageId?: Value<string>
}

interface Place {
  readonly subnet: Handle<'AWS::EC2::Subnet'>
  readonly securityGroup: Handle<'AWS::EC2::SecurityGroup'>
  readonly after?: After
}

/**
 * An instance that translates addresses for the internal subnets: source and destination check off, forwarding set up by its
 * user data. `target` is what a route to it says.
 *
 * @example
 * const nat = natInstance('Nat', { subnet: net.externalSubnets[0], securityGroup: group, after: net.defaultRoute })
 */
export function natInstance(name: string, options: NatInstanceOptions & Place) {
  const { instanceType = 't4g.nano', elasticIp = false } = options
  const instance = ec2.Instance(
    `${name}Instance`,
    {
      ImageId: options.imageId ?? amazonLinux(architectureOf(instanceType)),
      InstanceType: instanceType,
      ...given({ KeyName: options.keyName }),
      SubnetId: idOf(options.subnet),
      SecurityGroupIds: [idOf(options.securityGroup)],
      SourceDestCheck: false,
      MetadataOptions: { HttpTokens: 'required' },
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 8, VolumeType: 'gp3' } },
      ],
      UserData: base64(join('\n', forwarding)),
      Tags: nameTag(name),
    },
    after(options.after),
  )
  const target = { InstanceId: instance.ref }
  if (!elasticIp) return { instance, target, publicIp: instance.att.PublicIp }
  const address = ec2.EIP(`${name}Address`, { Domain: 'vpc', Tags: nameTag(name) }, after(options.after))
  const association = ec2.EIPAssociation(`${name}AddressAssociation`, {
    AllocationId: address.att.AllocationId,
    InstanceId: instance.ref,
  })
  return { instance, address, association, target, publicIp: address.ref }
}

/** Lets the internal subnets send through NAT instances, TCP and UDP to anywhere. */
export function natSecurityGroup(name: string, vpc: Handle<'AWS::EC2::VPC'>, from: readonly Value<string>[]) {
  return ec2.SecurityGroup(`${name}SecurityGroup`, {
    GroupDescription: 'NAT instances: traffic from the internal subnets',
    VpcId: idOf(vpc),
    SecurityGroupIngress: from.flatMap((CidrIp) =>
      ['tcp', 'udp'].map((IpProtocol) => ({ IpProtocol, FromPort: 0, ToPort: 65535, CidrIp })),
    ),
    Tags: nameTag(name),
  })
}

const forwarding = [
  '#!/bin/bash',
  'set -euo pipefail',
  'echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-nat.conf',
  'sysctl --system',
  'for attempt in {1..30}; do dnf install -y iptables-services && break; sleep 10; done',
  "interface=$(ip -o -4 route show to default | awk '{ print $5; exit }')",
  'systemctl enable --now iptables',
  'iptables -F FORWARD',
  'iptables -t nat -A POSTROUTING -o "$interface" -j MASQUERADE',
  'service iptables save',
  '',
]
