import type { Case } from '../../finds.ts'
import { att, ifWide, ref, switchable, vpc } from './parts.ts'

const cidr = (index: number, bits: number, block: unknown = att('Vpc', 'CidrBlock'), count = 4): object => ({
  'Fn::Select': [index, { 'Fn::Cidr': [block, count, bits] }],
})
const subnets = (a: unknown, b: unknown, others: object = {}, more: object = {}): object => ({
  ...others,
  Resources: {
    Vpc: vpc,
    A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: a } },
    B: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: b } },
    ...more,
  },
})
const blockParameter = (Default?: string): object => ({
  Type: 'String',
  ...(Default !== undefined && { Default }),
})
const Mappings = { Blocks: { Vpc: { One: '10.0.16.0/20', Two: '10.0.24.0/24', Far: '10.1.0.0/24' } } }
const mapped = (key: string): object => ({ 'Fn::FindInMap': ['Blocks', 'Vpc', key] })
const second = (CidrBlock: string): object => ({
  More: { Type: 'AWS::EC2::VPCCidrBlock', Properties: { VpcId: ref('Vpc'), CidrBlock } },
})
/** A VPC whose block only the parameter knows. */
const unknownVpc = (a: unknown, b: unknown): object => ({
  Parameters: { Block: blockParameter() },
  Resources: {
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: ref('Block') } },
    A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: a } },
    B: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: b } },
  },
})
const peered = (CidrBlock: unknown, others: object = {}): object => ({
  ...others,
  Resources: {
    Vpc: vpc,
    Other: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock } },
    Peering: {
      Type: 'AWS::EC2::VPCPeeringConnection',
      Properties: { VpcId: ref('Vpc'), PeerVpcId: ref('Other') },
    },
  },
})

export const addressRangeFaults: readonly Case[] = [
  [
    'CFS2101',
    subnets('10.0.0.0/24', mapped('Far'), { Mappings }),
    subnets('10.0.0.0/24', mapped('Two'), { Mappings }),
  ],
  [
    'CFS2101',
    subnets('10.0.0.0/24', mapped('Far'), { Mappings }, second('10.2.0.0/16')),
    subnets('10.0.0.0/24', mapped('Far'), { Mappings }, second('10.1.0.0/16')),
  ],
  [
    'CFS2101',
    subnets('10.0.0.0/24', cidr(0, 8, '10.1.0.0/16')),
    subnets('10.0.0.0/24', cidr(1, 8, '10.0.0.0/16')),
  ],
  [
    'CFS2101',
    subnets('10.0.0.0/24', ref('Block'), { Parameters: { Block: blockParameter('192.168.0.0/24') } }),
    subnets('10.0.0.0/24', ref('Block'), { Parameters: { Block: blockParameter() } }),
  ],
  [
    'CFS2102',
    subnets(mapped('One'), mapped('Two'), { Mappings }),
    subnets(mapped('One'), '10.0.32.0/24', { Mappings }),
  ],
  ['CFS2102', subnets(cidr(1, 8), '10.0.1.128/25'), subnets(cidr(1, 8), '10.0.2.128/25')],
  // Blocks of a VPC that is not known here can still be told apart.
  [
    'CFS2102',
    unknownVpc(cidr(1, 8), cidr(4, 6, ref('Block'), 64)),
    unknownVpc(cidr(1, 8), cidr(8, 6, ref('Block'), 64)),
  ],
  ['CFS2102', unknownVpc(cidr(0, 8), cidr(0, 8)), unknownVpc(cidr(0, 8), { 'Fn::ImportValue': 'block' })],
  [
    'CFS2102',
    subnets(ifWide(mapped('One'), '10.0.0.0/24'), ifWide('10.0.16.0/24', '10.0.1.0/24'), {
      ...switchable,
      Mappings,
    }),
    subnets(ifWide(mapped('One'), '10.0.0.0/24'), ifWide('10.0.1.0/24', '10.0.16.0/24'), {
      ...switchable,
      Mappings,
    }),
  ],
  ['CFS2103', peered('10.0.128.0/20'), peered('10.1.0.0/16')],
  [
    'CFS2103',
    peered(ref('Block'), { Parameters: { Block: blockParameter('10.0.0.0/8') } }),
    peered(ref('Block'), { Parameters: { Block: blockParameter('172.16.0.0/16') } }),
  ],
]
