import type { Case } from '../../finds.ts'
import { attachment, gateway, ifWide, noValue, ref, subnet, switchable, vpc, zone } from './parts.ts'

const balancer = (Subnets: readonly unknown[], more: object = {}): object => ({
  Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  Properties: { Subnets, Scheme: 'internal', ...more },
})
const zones = (a: unknown, b: unknown, more: object = {}): object => ({
  Resources: {
    Vpc: vpc,
    A: subnet(0, { AvailabilityZone: a }),
    B: subnet(1, { AvailabilityZone: b }),
    Balancer: balancer([ref('A'), ref('B')], more),
  },
})
const unnamed = (groups: object): object => ({
  Resources: { Vpc: vpc, A: subnet(0), B: subnet(1), ...groups },
})
const group = (SubnetIds: readonly unknown[]): object => ({
  Type: 'AWS::RDS::DBSubnetGroup',
  Properties: { DBSubnetGroupDescription: 'databases', SubnetIds },
})
/** Zones by parameter, and a third subnet in some cases. */
const wide = (thirdZone: unknown): object => ({
  ...switchable,
  Parameters: { ...switchable.Parameters, First: { Type: 'AWS::EC2::AvailabilityZone::Name' } },
  Resources: {
    Vpc: vpc,
    Gateway: gateway,
    Attachment: attachment,
    A: subnet(0, { AvailabilityZone: ref('First') }),
    B: subnet(1, { AvailabilityZone: zone(1) }),
    C: { ...subnet(2, { AvailabilityZone: thirdZone }), Condition: 'IsWide' },
    Balancer: {
      ...balancer([ref('A'), ref('B'), ifWide(ref('C'), noValue)], { Scheme: 'internet-facing' }),
      DependsOn: 'Attachment',
    },
  },
})

export const zoneFaults: readonly Case[] = [
  ['CFS0601', zones(zone(0), zone('0')), zones(zone(0), zone(1))],
  ['CFS0601', zones('eu-west-1a', 'eu-west-1a'), zones('eu-west-1a', 'eu-west-1b')],
  // Only one zone is enough for a network load balancer, and not for an application load balancer; two subnets in it are not.
  [
    'CFS0602',
    zones(zone(0), zone(0), { Type: 'network' }),
    zones(zone(0), ref('AWS::NoValue'), { Type: 'network' }),
  ],
  ['CFS0602', wide(ref('First')), wide(zone(2))],
  ['CFS0602', wide({ 'Fn::Select': ['1', { 'Fn::GetAZs': ref('AWS::Region') }] }), wide(zone(0))],
  [
    'CFS0603',
    unnamed({ Balancer: balancer([ref('A'), ref('B')]) }),
    unnamed({ Balancer: balancer(['subnet-12345678', 'subnet-87654321']) }),
  ],
  [
    'CFS0601',
    {
      Resources: {
        Vpc: vpc,
        A: subnet(0, { AvailabilityZone: zone(0) }),
        B: subnet(1, { AvailabilityZone: zone(0) }),
        Group: group([ref('A'), ref('B')]),
      },
    },
    {
      Resources: {
        Vpc: vpc,
        A: subnet(0, { AvailabilityZone: zone(0) }),
        Group: group([ref('A'), { 'Fn::ImportValue': 'network-b' }]),
      },
    },
  ],
]
