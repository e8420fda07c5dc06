// What CloudFormation accepts and the types must not stand in the way of: all of it compiles.
import * as autoscaling from 'cfstack/aws/autoscaling'
import * as cloudformation from 'cfstack/aws/cloudformation'
import * as cloudwatch from 'cfstack/aws/cloudwatch'
import * as ec2 from 'cfstack/aws/ec2'
import * as ecs from 'cfstack/aws/ecs'
import * as events from 'cfstack/aws/events'
import * as iam from 'cfstack/aws/iam'
import * as kms from 'cfstack/aws/kms'
import * as lambda from 'cfstack/aws/lambda'
import * as route53 from 'cfstack/aws/route53'
import * as s3 from 'cfstack/aws/s3'
import * as sam from 'cfstack/aws/sam'
import * as sns from 'cfstack/aws/sns'
import * as sqs from 'cfstack/aws/sqs'
import * as elbv2 from 'cfstack/aws/elasticloadbalancingv2'
import {
  base64,
  cidr,
  condition,
  equals,
  findInMap,
  getAtt,
  getAZs,
  getStackOutput,
  ifElse,
  importValue,
} from 'cfstack'
import {
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
const topic = sns.Topic('Topic')
const queue = sqs.Queue('Queue')
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

// Lists that the specification leaves open, and names where services take names and ARNs
cloudwatch.Alarm('E', {
  ComparisonOperator: 'LessThanThreshold',
  EvaluationPeriods: 1,
  AlarmActions: [topic.ref, handler.att.Arn, queue.att.Arn],
})
ec2.SecurityGroupIngress('E', {
  IpProtocol: 'tcp',
  CidrIp: vpc.att.CidrBlock,
  GroupId: vpc.att.DefaultSecurityGroup,
})
ecs.Service('E', { Cluster: ecs.Cluster('Cluster').att.Arn })
events.Rule('E', {
  Targets: [
    { Id: 'one', Arn: queue.att.Arn },
    { Id: 'two', Arn: topic.ref },
  ],
})
kms.Alias('E', { AliasName: 'alias/data', TargetKeyId: kms.Key('Key').att.Arn })
lambda.Permission('E', {
  Action: 'lambda:InvokeFunction',
  FunctionName: handler.ref,
  Principal: 's3.amazonaws.com',
  SourceArn: s3.Bucket('Bucket').att.Arn,
})
lambda.EventSourceMapping('E', {
  FunctionName: sam.Function('Serverless').att.Arn,
  EventSourceArn: queue.att.Arn,
})
route53.RecordSet('E', {
  Name: 'a',
  Type: 'A',
  AliasTarget: {
    DNSName: elbv2.LoadBalancer('L').att.DNSName,
    HostedZoneId: elbv2.LoadBalancer('L').att.CanonicalHostedZoneID,
  },
})
sns.Subscription('E', { Protocol: 'sqs', TopicArn: topic.ref, Endpoint: queue.att.Arn })
ec2.Instance('E', {
  LaunchTemplate: {
    LaunchTemplateId: ref('Template'),
    Version: ec2.LaunchTemplate('T', { LaunchTemplateData: {} }).att.LatestVersionNumber,
  },
})

// Changes of a fragment
const net = { vpc, zones: [{ subnet }] }
override(net, {
  vpc: { DeletionPolicy: 'Retain', Properties: { InstanceTenancy: 'dedicated' } },
  zones: { 0: { subnet: { Properties: { CidrBlock: text.ref } } } },
})
override(net, { vpc: (original) => ({ Metadata: { was: original.id } }) }).vpc.att.CidrBlock
