// Values that CloudFormation accepts and the types must not stand in the way of: all of it compiles.
import * as autoscaling from 'cfstack/aws/autoscaling'
import * as cloudformation from 'cfstack/aws/cloudformation'
import * as ec2 from 'cfstack/aws/ec2'
import * as ecs from 'cfstack/aws/ecs'
import * as iam from 'cfstack/aws/iam'
import * as lambda from 'cfstack/aws/lambda'
import * as elbv2 from 'cfstack/aws/elasticloadbalancingv2'
import {
  base64,
  cidr,
  condition,
  equals,
  findInMap,
  getAZs,
  getAtt,
  getStackOutput,
  ifElse,
  importValue,
  join,
  mapping,
  noValue,
  override,
  parameter,
  raw,
  ref,
  select,
  split,
  stackName,
  sub,
  transform,
} from 'cfstack'

const vpc = ec2.VPC('Vpc', { CidrBlock: '10.0.0.0/16' })
const subnet = ec2.Subnet('Subnet', { VpcId: vpc.ref })
const group = ec2.SecurityGroup('Group', { GroupDescription: 'web', VpcId: vpc.ref })
const role = iam.Role('Role', { AssumeRolePolicyDocument: { Statement: [] } })
const handler = lambda.Function('Handler', { Code: { ZipFile: '' }, Role: role.att.Arn })
const small = condition('Small', equals(stackName, 'small'))

// Parameters of every kind of type
const text = parameter('Text')
const number = parameter('Number', { Type: 'Number' })
const list = parameter('List', { Type: 'CommaDelimitedList' })
const subnets = parameter('Subnets', { Type: 'List<AWS::EC2::Subnet::Id>' })
const image = parameter('Image', { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>' })
ec2.Subnet('A', {
  VpcId: text.ref,
  CidrBlock: text.ref,
  MapPublicIpOnLaunch: text.ref,
  Ipv4NetmaskLength: number.ref,
})
ec2.Subnet('A', { VpcId: parameter('VpcId', { Type: 'AWS::EC2::VPC::Id' }).ref })
ec2.Instance('A', { ImageId: image.ref, SecurityGroupIds: list.ref, InstanceType: text.ref })
ecs.Service('A', {
  DesiredCount: number.ref,
  LaunchType: text.ref,
  NetworkConfiguration: { AwsvpcConfiguration: { Subnets: subnets.ref } },
})
ecs.Service('A', {
  NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [text.ref, select(0, subnets.ref)] } },
})
autoscaling.AutoScalingGroup('A', { MinSize: number.ref, MaxSize: text.ref, VPCZoneIdentifier: subnets.ref })

// Literals, text made of parts, and values from elsewhere
ec2.Subnet('B', { VpcId: 'vpc-1' })
ec2.Subnet('B', { VpcId: sub`${text.ref}-vpc` })
ec2.Subnet('B', { VpcId: join('-', ['vpc', text.ref, 1]) })
ec2.Subnet('B', { VpcId: select(1, split('|', text.ref)) })
ec2.Subnet('B', { VpcId: importValue('network-VpcId'), CidrBlock: select(0, cidr(vpc.att.CidrBlock, 4, 8)) })
ec2.Subnet('B', { VpcId: importValue(sub`${stackName}-VpcId`) })
ec2.Subnet('B', { VpcId: getStackOutput({ StackName: 'network', OutputName: 'VpcId' }) })
ec2.Subnet('B', { VpcId: findInMap('Networks', text.ref, 'Vpc'), AvailabilityZone: select(0, getAZs()) })
ec2.Subnet('B', { VpcId: ref('Vpc') })
ec2.Subnet('B', { VpcId: getAtt('Vpc', 'VpcId') })
ec2.Subnet('B', { VpcId: raw({ 'Fn::New': [] }) })
ec2.Subnet('B', { VpcId: transform('Lookup', { Kind: 'vpc' }) })
ec2.Subnet('B', { VpcId: subnet.att.VpcId })
ec2.Subnet('B', { VpcId: cloudformation.Stack('Nested', { TemplateURL: '' }).att['Outputs.VpcId'] })
ec2.Subnet('B', {
  VpcId: cloudformation.CustomResource('Custom', { ServiceToken: handler.att.Arn, Any: [1] }).att.VpcId,
})
elbv2.LoadBalancer('B', {
  Subnets: split(',', importValue('network-Subnets')),
  SecurityGroups: [group.ref, group.att.GroupId],
})
ecs.Service('B', { DesiredCount: mapping('Sizes', { one: { Count: 1 } }).get(stackName, 'Count') })
ec2.Instance('B', { UserData: base64(sub`#!/bin/sh\necho ${stackName}`) })

// Conditions
ec2.Subnet('C', { VpcId: ifElse(small, vpc.ref, text.ref) })
ec2.Subnet('C', { VpcId: ifElse(small, vpc.ref, ifElse('Other', text.ref, 'vpc-1')) })
ec2.Subnet('C', {
  VpcId: vpc.ref,
  CidrBlock: ifElse(small, '10.0.0.0/24', noValue),
  MapPublicIpOnLaunch: ifElse(small, true, false),
})
ecs.Service('C', { LaunchType: ifElse(small, 'EC2', 'FARGATE'), DesiredCount: ifElse(small, 1, number.ref) })
ecs.Service('C', { LoadBalancers: ifElse(small, [{ ContainerPort: 80 }], noValue) })
ec2.Instance('C', { SecurityGroupIds: [ifElse(small, group.ref, noValue), 'sg-1'] })
ec2.Instance(
  'C',
  { Tags: ifElse(small, [{ Key: 'Size', Value: 'small' }], noValue) },
  { Condition: small, DependsOn: [vpc, 'Other'] },
)
ec2.Subnet('C', {
  VpcId: vpc.ref,
  Tags: [{ Key: 'a', Value: 'b' }, ifElse(small, { Key: 'Size', Value: 'small' }, noValue)],
})

// Changes of a fragment
const net = { vpc, zones: [{ subnet }] }
override(net, {
  vpc: { DeletionPolicy: 'Retain', Properties: { InstanceTenancy: 'dedicated' } },
  zones: { 0: { subnet: { Properties: { CidrBlock: text.ref } } } },
})
const changed = override(net, { vpc: (original) => ({ Metadata: { was: original.id } }) })
ec2.Subnet('G', { VpcId: changed.vpc.ref })
