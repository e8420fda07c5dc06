import { ruleOf, type SchemaRule } from './schema-rule.ts'

const group = 'AWS::EC2::SecurityGroup'
const instance = 'AWS::EC2::Instance'

/** Where the rules of a security group stand. */
const traffic = {
  'AWS::EC2::SecurityGroup': ['SecurityGroupIngress.*', 'SecurityGroupEgress.*'],
  'AWS::EC2::SecurityGroupEgress': [''],
  'AWS::EC2::SecurityGroupIngress': [''],
}

/** Where disks of instances are described. */
const disks = {
  'AWS::AutoScaling::LaunchConfiguration': ['BlockDeviceMappings.*'],
  'AWS::EC2::Instance': ['BlockDeviceMappings.*'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.BlockDeviceMappings.*'],
  'AWS::EC2::SpotFleet': ['SpotFleetRequestConfigData.LaunchSpecifications.*.BlockDeviceMappings.*'],
  'AWS::OpsWorks::Instance': ['BlockDeviceMappings.*'],
}
const volumes = Object.fromEntries(
  Object.entries(disks).map(([type, paths]) => [type, paths.map((path) => `${path}.Ebs`)]),
)

/** What EC2 and Auto Scaling refuse. */
export const computerRules: readonly SchemaRule[] = [
  {
    ...ruleOf('E3687', group, 'protocols_and_port_ranges_include', {
      title: 'Rules of security groups for TCP, UDP and ICMP name ports',
      help: 'With these protocols EC2 wants "FromPort" and "ToPort" (for ICMP: type and code). 0 and 65535 are all ports, -1 and -1 all of ICMP.',
    }),
    at: traffic,
  },
  {
    ...ruleOf('W3687', group, 'protocols_and_port_ranges_exclude', {
      title: 'Rules of security groups for other protocols name no ports',
      help: 'Only TCP, UDP and ICMP have ports; with "-1" or any other protocol all traffic of it is let through, whatever the ports say.',
      message: 'Ports do nothing for this protocol: all of its traffic is let through',
    }),
    at: traffic,
  },
  {
    ...ruleOf('E3688', group, 'all_to_and_from_ports', {
      title: 'When one port of a rule is -1, the other is too',
      help: '-1 stands for all, and goes with -1 only. For all ports of TCP or UDP use 0 and 65535.',
    }),
    at: traffic,
  },
  {
    ...ruleOf('E3671', instance, 'blockdevicemappings', {
      title: 'Volumes have the input and output operations that their type takes',
      help: 'io1 and io2 need "Iops" (100 to 64,000 and to 256,000), gp3 takes 3,000 to 16,000.',
    }),
    at: volumes,
  },
  {
    ...ruleOf('E3715', instance, 'virtualname_ephemeral', {
      title: 'Instance store volumes are named ephemeral0 to ephemeral23',
      help: 'A "VirtualName" without "Ebs" is a volume of the instance store, and these have fixed names.',
    }),
    at: disks,
  },
  {
    ...ruleOf('E3674', instance, 'privateipaddress', {
      title: 'The primary private address is given once',
      help: 'With "PrivateIpAddress", no network interface and no address in "PrivateIpAddresses" may be the primary one.',
    }),
    at: { [instance]: [''], 'AWS::EC2::NetworkInterface': [''] },
  },
  ruleOf(
    'W3703',
    'AWS::EC2::VPNGateway',
    'type_enum',
    { title: 'VPN gateways are of type ipsec.1', help: 'It is the only type that there is.' },
    { at: ['Type'] },
  ),
]
