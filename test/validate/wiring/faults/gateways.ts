import type { Case } from '../../finds.ts'
import {
  att,
  attachment,
  gateway,
  ifWide,
  noValue,
  ref,
  route,
  routeTable,
  subnet,
  switchable,
  vpc,
  zone,
} from './parts.ts'

const nat = (Properties: object, others: object = {}): object => ({
  ...switchable,
  Resources: {
    Address: { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } },
    Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: 'subnet-12345678', ...Properties } },
  },
  Outputs: { Address: { Value: ref('Address') } },
  ...others,
})
const network = (resources: object): object => ({
  Resources: { Vpc: vpc, Gateway: gateway, Table: routeTable, ...resources },
})
const toGateway = { GatewayId: ref('Gateway') }
/** A NAT gateway whose address may wait for the attachment. */
const attachedNat = (address: object): object =>
  network({
    Attachment: attachment,
    Public: subnet(0),
    Address: { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' }, ...address },
    Nat: {
      Type: 'AWS::EC2::NatGateway',
      Properties: { SubnetId: ref('Public'), AllocationId: att('Address', 'AllocationId') },
    },
  })
/** A load balancer that waits for the route in front of the attachment, or for nothing. */
const balancer = (others: object): object =>
  network({
    Attachment: attachment,
    Default: route(toGateway, { DependsOn: ['Attachment'] }),
    A: subnet(0, { AvailabilityZone: zone(0) }),
    B: subnet(1, { AvailabilityZone: zone(1) }),
    Balancer: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: { Subnets: [ref('A'), ref('B')] },
      ...others,
    },
  })

export const gatewayFaults: readonly Case[] = [
  // A load balancer in a VPC from elsewhere, whose gateway is attached there.
  [
    'CFS0803',
    balancer({}),
    {
      Resources: {
        Balancer: {
          Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
          Properties: { Subnets: [{ 'Fn::ImportValue': 'a' }, { 'Fn::ImportValue': 'b' }] },
        },
      },
    },
  ],
  // The attachment waits for the route: neither can be made.
  [
    'CFS0802',
    network({ Attachment: { ...attachment, DependsOn: 'Default' }, Default: route(toGateway) }),
    network({ Attachment: attachment, Default: route(toGateway, { DependsOn: 'Attachment' }) }),
  ],
  // A regional gateway finds its addresses by itself.
  ['CFS0701', nat({}), nat({ AvailabilityMode: 'regional', SubnetId: noValue, VpcId: 'vpc-12345678' })],
  ['CFS0701', nat({}), nat({ ConnectivityType: 'private' })],
  [
    'CFS0701',
    nat({ AllocationId: ifWide(att('Address', 'AllocationId'), noValue) }),
    nat({
      AllocationId: ifWide(att('Address', 'AllocationId'), noValue),
      ConnectivityType: ifWide('public', 'private'),
    }),
  ],
  [
    'CFS0702',
    nat({ AllocationId: att('Address', 'AllocationId'), ConnectivityType: 'private' }),
    nat({ AllocationId: att('Address', 'AllocationId') }),
  ],
  [
    'CFS0801',
    network({ Default: route(toGateway) }),
    network({ Default: route(toGateway, { DependsOn: 'Attachment' }), Attachment: attachment }),
  ],
  // A nested stack is given the gateway, and may attach it.
  [
    'CFS0801',
    network({}),
    network({
      Nested: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: 'https://example.com/vpc.json', Parameters: { Gateway: ref('Gateway') } },
      },
    }),
  ],
  [
    'CFS0802',
    network({ Attachment: attachment, Default: route(toGateway) }),
    network({ Attachment: attachment, Default: route({ GatewayId: { 'Fn::ImportValue': 'gateway' } }) }),
  ],
  ['CFS0803', attachedNat({}), attachedNat({ DependsOn: 'Attachment' })],
  ['CFS0803', balancer({}), balancer({ DependsOn: ['Default'] })],
]
