import type { Case } from '../../finds.ts'
import { ifWide, noValue, ref, subnet, switchable, vpc } from './parts.ts'

const image = {
  Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/aws/service/ami' },
}
const instance = (Properties: object, others: object = {}): object => ({
  Type: 'AWS::EC2::Instance',
  Properties: { InstanceType: 'm7g.large', ImageId: 'ami-12345678', ...Properties },
  ...others,
})
const network = (resources: object, Parameters: object = {}): object => ({
  Parameters,
  Resources: { Vpc: vpc, Net: subnet(0), ...resources },
})
const fixed = (PrivateIpAddress: unknown, more: object = {}): object => ({
  SubnetId: ref('Net'),
  PrivateIpAddress,
  ...more,
})
const volume = {
  Type: 'AWS::EC2::Volume',
  DeletionPolicy: 'Snapshot',
  UpdateReplacePolicy: 'Snapshot',
  Properties: { AvailabilityZone: 'us-east-1a', Size: 10, VolumeType: 'io2', Iops: 100 },
}
const shared = { ...volume, Properties: { ...volume.Properties, MultiAttachEnabled: true } }
const attach = (InstanceId: string, Device: string, others: object = {}): object => ({
  Type: 'AWS::EC2::VolumeAttachment',
  Properties: { VolumeId: ref('Data'), InstanceId: ref(InstanceId), Device },
  ...others,
})
const mapping = (DeviceName: unknown): object => ({ DeviceName, Ebs: { VolumeSize: 10, VolumeType: 'gp3' } })
const alternatives = (condition: string): object => ({
  ...switchable,
  Conditions: { ...switchable.Conditions, IsNarrow: { 'Fn::Not': [{ Condition: 'IsWide' }] } },
  Resources: {
    Vpc: vpc,
    Net: subnet(0),
    A: instance(fixed('10.0.0.9'), { Condition: 'IsWide' }),
    B: instance(fixed('10.0.0.9'), { Condition: condition }),
  },
})

/** A volume that is attached to one of two instances, by a condition. */
const moving = (condition: string): object => ({
  ...alternatives(condition),
  Resources: {
    A: instance({}),
    B: instance({}),
    Data: volume,
    One: attach('A', '/dev/sdf', { Condition: 'IsWide' }),
    Two: attach('B', '/dev/sdf', { Condition: condition }),
  },
})

export const instanceFaults: readonly Case[] = [
  [
    'CFS1801',
    network({ A: instance(fixed('10.0.0.9', { ImageId: ref('Image') })) }, image),
    network({ A: instance(fixed('10.0.0.9')) }),
  ],
  [
    'CFS1801',
    network({
      A: instance({
        ImageId: '{{resolve:ssm:/images/web}}',
        NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: { 'Fn::ImportValue': 'interface' } }],
      }),
    }),
    network({
      A: instance({
        ImageId: '{{resolve:ssm:/images/web:3}}',
        NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: { 'Fn::ImportValue': 'interface' } }],
      }),
    }),
  ],
  [
    'CFS1801',
    network({ A: instance({ ImageId: ref('Image') }), Data: volume, Attach: attach('A', '/dev/sdf') }, image),
    network({ A: instance({ ImageId: ref('Image') }), Data: volume }, image),
  ],
  [
    'CFS1802',
    network({ A: instance(fixed('10.0.0.9')), B: instance(fixed('10.0.0.9')) }),
    network({ A: instance(fixed('10.0.0.9')), B: instance(fixed('10.0.0.10')) }),
  ],
  // Only one of the two is made, whichever it is.
  ['CFS1802', alternatives('IsWide'), alternatives('IsNarrow')],
  [
    'CFS1803',
    network({ A: instance({ BlockDeviceMappings: [mapping('/dev/sdf'), mapping('/dev/sdf')] }) }),
    network({ A: instance({ BlockDeviceMappings: [mapping('/dev/sdf'), mapping('/dev/sdg')] }) }),
  ],
  [
    'CFS1803',
    network({
      A: instance({ BlockDeviceMappings: [mapping('/dev/sdf')] }),
      Data: volume,
      Attach: attach('A', '/dev/sdf'),
    }),
    network({
      A: instance({ BlockDeviceMappings: [mapping('/dev/sdf')] }),
      Data: volume,
      Attach: attach('A', '/dev/sdg'),
    }),
  ],
  [
    'CFS1803',
    {
      ...network({
        A: instance({
          BlockDeviceMappings: [
            ifWide(mapping('/dev/sdf'), noValue),
            mapping(ifWide('/dev/sdf', '/dev/sdg')),
          ],
        }),
      }),
      ...switchable,
    },
    {
      ...network({
        A: instance({
          BlockDeviceMappings: [
            ifWide(mapping('/dev/sdf'), noValue),
            mapping(ifWide('/dev/sdg', '/dev/sdf')),
          ],
        }),
      }),
      ...switchable,
    },
  ],
  [
    'CFS1804',
    network({
      A: instance({}),
      B: instance({}),
      Data: volume,
      One: attach('A', '/dev/sdf'),
      Two: attach('B', '/dev/sdf'),
    }),
    network({
      A: instance({}),
      B: instance({}),
      Data: shared,
      One: attach('A', '/dev/sdf'),
      Two: attach('B', '/dev/sdf'),
    }),
  ],
  // The two attachments are never there together.
  ['CFS1804', moving('IsWide'), moving('IsNarrow')],
  ['CFS2104', network({ A: instance(fixed('10.0.1.9')) }), network({ A: instance(fixed('10.0.0.254')) })],
  ['CFS2104', network({ A: instance(fixed('10.0.0.3')) }), network({ A: instance(fixed('10.0.0.4')) })],
  [
    'CFS2104',
    network(
      { A: instance(fixed(ref('Address')), {}), B: instance(fixed('10.0.0.255')) },
      { Address: { Type: 'String' } },
    ),
    network({ A: instance(fixed(ref('Address'))) }, { Address: { Type: 'String' } }),
  ],
]
