import { EC2, Fn, Refs, ResourceTag, StringParameter } from 'cloudform'
import { compose, condition, equals, ifElse, join, output, parameter, stack, sub } from 'cfstack'
import * as ec2 from 'cfstack/aws/ec2'
import * as elbv2 from 'cfstack/aws/elasticloadbalancingv2'
import * as ecs from 'cfstack/aws/ecs'
import { expect } from 'chai'

/** The example of cloudform's README, with a literal for the constant that it leaves to the reader. */
const readme = {
  DeployEnv: new StringParameter({
    Description: 'Deploy environment name',
    AllowedValues: ['stage', 'production'],
  }),
  VPC: new EC2.VPC({
    CidrBlock: '10.0.0.0/16',
    EnableDnsHostnames: true,
    Tags: [
      new ResourceTag('Application', Refs.StackName),
      new ResourceTag('Network', 'Public'),
      new ResourceTag('Name', Fn.Join('-', [Refs.StackId, 'VPC'])),
    ],
  }),
  Instance: new EC2.Instance({
    InstanceType: Fn.If('IsProduction', 't3.large', 't3.small'),
    ImageId: 'ami-a85480c7',
  }).dependsOn('VPC'),
}

const templateOf = (fragments: object): unknown => {
  const [built] = compose([stack('mixed', {}, fragments)])
  return JSON.parse(built?.text ?? '')
}

describe('compose() with the cloudform package', () => {
  it('prints its resources and parameters beside ours, references between them included', () => {
    const isProduction = condition('IsProduction', Fn.Equals(Fn.Ref('DeployEnv'), 'production'))
    const subnet = ec2.Subnet('Subnet', {
      VpcId: Fn.Ref('VPC'),
      CidrBlock: Fn.Select(0, Fn.Split(',', '10.0.0.0/24,10.0.1.0/24')),
      AvailabilityZone: Fn.Select(0, Fn.GetAZs(Refs.Region)),
    })
    const address = new EC2.EIP({ InstanceId: Fn.Ref('Instance') })
    const out = output('Where', join('/', [Refs.StackName, Fn.GetAtt('VPC', 'CidrBlock'), subnet.ref]))
    expect(
      templateOf({ old: readme, isProduction, ours: { subnet, out }, Address: address }),
    ).to.deep.include({
      Parameters: {
        DeployEnv: {
          Type: 'String',
          Description: 'Deploy environment name',
          AllowedValues: ['stage', 'production'],
        },
      },
      Conditions: { IsProduction: { 'Fn::Equals': [{ Ref: 'DeployEnv' }, 'production'] } },
      Resources: {
        VPC: {
          Type: 'AWS::EC2::VPC',
          Properties: {
            CidrBlock: '10.0.0.0/16',
            EnableDnsHostnames: true,
            Tags: [
              { Key: 'Application', Value: { Ref: 'AWS::StackName' } },
              { Key: 'Network', Value: 'Public' },
              { Key: 'Name', Value: { 'Fn::Join': ['-', [{ Ref: 'AWS::StackId' }, 'VPC']] } },
            ],
          },
        },
        Instance: {
          Type: 'AWS::EC2::Instance',
          DependsOn: 'VPC',
          Properties: {
            InstanceType: { 'Fn::If': ['IsProduction', 't3.large', 't3.small'] },
            ImageId: 'ami-a85480c7',
          },
        },
        Subnet: {
          Type: 'AWS::EC2::Subnet',
          Properties: {
            VpcId: { Ref: 'VPC' },
            CidrBlock: { 'Fn::Select': [0, { 'Fn::Split': [',', '10.0.0.0/24,10.0.1.0/24'] }] },
            AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': { Ref: 'AWS::Region' } }] },
          },
        },
        Address: { Type: 'AWS::EC2::EIP', Properties: { InstanceId: { Ref: 'Instance' } } },
      },
      Outputs: {
        Where: {
          Value: {
            'Fn::Join': [
              '/',
              [{ Ref: 'AWS::StackName' }, { 'Fn::GetAtt': ['VPC', 'CidrBlock'] }, { Ref: 'Subnet' }],
            ],
          },
        },
      },
    })
  })

  it('takes its values wherever a property takes one of ours', () => {
    const environment = parameter('Environment')
    const isSmall = condition('IsSmall', equals(environment.ref, Refs.StackName))
    const service = ecs.Service('Web', {
      DesiredCount: Fn.FindInMap('Sizes', Refs.StackName, 'Count'),
      LaunchType: Fn.If('IsSmall', 'EC2', 'FARGATE'),
      LoadBalancers: ifElse(isSmall, [{ ContainerPort: 80 }], Refs.NoValue),
    })
    const balancer = elbv2.LoadBalancer('Balancer', {
      Subnets: Fn.Split(',', Fn.ImportValue('network-Subnets')),
      Name: sub`${Refs.StackName}-web`,
    })
    expect(
      [service.Properties, balancer.Properties].map((one) => JSON.parse(JSON.stringify(one))),
    ).to.deep.equal([
      {
        DesiredCount: { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::StackName' }, 'Count'] },
        LaunchType: { 'Fn::If': ['IsSmall', 'EC2', 'FARGATE'] },
        LoadBalancers: { 'Fn::If': ['IsSmall', [{ ContainerPort: 80 }], { Ref: 'AWS::NoValue' }] },
      },
      {
        Subnets: { 'Fn::Split': [',', { 'Fn::ImportValue': 'network-Subnets' }] },
        Name: { 'Fn::Sub': ['${Value1}-web', { Value1: { Ref: 'AWS::StackName' } }] },
      },
    ])
  })

  it('finds the references inside its resources: one that leads nowhere is an error', () => {
    const lost = { Instance: new EC2.Instance({ SubnetId: Fn.Ref('Missing') }) }
    expect(() => templateOf(lost)).to.throw('Missing')
  })
})
