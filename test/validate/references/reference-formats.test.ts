import { itFinds } from '../finds.ts'

const of = (Resources: object): object => ({ Resources })
const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } }
const subnet = { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'V' }, CidrBlock: '10.0.0.0/24' } }
const group = (more: object): object => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { GroupDescription: 'a', ...more },
})
const instance = (properties: object): object => ({
  Type: 'AWS::EC2::Instance',
  Properties: { ImageId: 'ami-12345678', ...properties },
})
const inVpc = group({ VpcId: { Ref: 'V' } })
const network = { V: vpc, S: subnet, G: inVpc }
const custom = { Type: 'Custom::Finder', Properties: { ServiceToken: 'a' } }

describe('referenceFormats', () => {
  itFinds([
    [
      'E1041',
      of({ ...network, I: instance({ SubnetId: { Ref: 'G' } }) }),
      of({ ...network, I: instance({ SubnetId: { Ref: 'S' } }) }),
    ],
    [
      'E1041',
      of({
        G: group({}),
        I: {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: { IpProtocol: '-1', CidrIp: '10.0.0.0/8', GroupId: { Ref: 'G' } },
        },
      }),
      of({
        ...network,
        I: {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: { IpProtocol: '-1', CidrIp: '10.0.0.0/8', GroupId: { Ref: 'G' } },
        },
      }),
    ],
    [
      'E1041',
      of({ ...network, I: instance({ SubnetId: { Ref: 'V' } }) }),
      of({ ...network, C: custom, I: instance({ SubnetId: { Ref: 'C' } }) }),
    ],
    [
      'E1040',
      of({ ...network, I: instance({ SubnetId: { 'Fn::GetAtt': ['G', 'GroupId'] } }) }),
      of({ ...network, I: instance({ SubnetId: { 'Fn::GetAtt': ['S', 'SubnetId'] } }) }),
    ],
    [
      'E1040',
      of({ ...network, I: instance({ SubnetId: { 'Fn::GetAtt': 'S.VpcId' } }) }),
      of({ ...network, C: custom, I: instance({ SubnetId: { 'Fn::GetAtt': 'C.Subnet' } }) }),
    ],
  ])
})
