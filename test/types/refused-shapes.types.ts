// Values of the wrong shape, names that are not there, properties that are missing: none of them compiles.
import * as autoscaling from 'cfstack/aws/autoscaling'
import * as cloudwatch from 'cfstack/aws/cloudwatch'
import * as dynamodb from 'cfstack/aws/dynamodb'
import * as ec2 from 'cfstack/aws/ec2'
import * as ecs from 'cfstack/aws/ecs'
import * as elbv2 from 'cfstack/aws/elasticloadbalancingv2'
import * as events from 'cfstack/aws/events'
import * as iam from 'cfstack/aws/iam'
import * as lambda from 'cfstack/aws/lambda'
import * as s3 from 'cfstack/aws/s3'
import * as sqs from 'cfstack/aws/sqs'
import {
  condition,
  equals,
  ifElse,
  mapping,
  override,
  parameter,
  region,
  split,
  stackName,
  sub,
} from 'cfstack'

const vpc = ec2.VPC('Vpc', { CidrBlock: '10.0.0.0/16' })
const subnet = ec2.Subnet('Subnet', { VpcId: vpc.ref })
const subnets = parameter('Subnets', { Type: 'List<AWS::EC2::Subnet::Id>' })
const sizes = mapping('Sizes', { staging: { Count: 1 }, production: { Count: 3 } })
const isLocal = condition('IsLocal', equals(region, 'us-east-1'))

// @ts-expect-error a VPC has no such attribute
output('X', vpc.att.Nope)
// @ts-expect-error attributes are spelled as AWS spells them
output('X', vpc.att.cidrBlock)
// @ts-expect-error a bucket has no such attribute
output('X', s3.Bucket('X').att.QueueName)
// @ts-expect-error a list parameter is no single id
ec2.Subnet('X', { VpcId: subnets.ref })
// @ts-expect-error a list is no single id
ec2.Subnet('X', { VpcId: [vpc.ref] })
// @ts-expect-error the parts of a text are a list
ec2.Subnet('X', { VpcId: split(',', 'a,b') })
// @ts-expect-error the subnets are a list
ecs.Service('X', { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: 'subnet-1' } } })
// @ts-expect-error one subnet is no list of subnets
ecs.Service('X', { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: subnet.ref } } })
// @ts-expect-error a text is no list
elbv2.LoadBalancer('X', { Subnets: sub`${stackName}-subnet` })
// @ts-expect-error the list holds texts
autoscaling.AutoScalingGroup('X', { MinSize: '1', MaxSize: '1', AvailabilityZones: [1, 2] })
// @ts-expect-error a number of tasks is no text
ecs.Service('X', { DesiredCount: 'two' })
// @ts-expect-error a number of tasks is no list
ecs.Service('X', { DesiredCount: subnets.ref })
// @ts-expect-error a switch is no text
ec2.VPC('X', { CidrBlock: '10.0.0.0/16', EnableDnsHostnames: 'yes' })
// @ts-expect-error no such launch type
ecs.Service('X', { LaunchType: 'FARGET' })
// @ts-expect-error no such launch type in one branch
ecs.Service('X', { LaunchType: ifElse(isLocal, 'EC2', ['FARGATE']) })
// @ts-expect-error no such choice in a nested property
ecs.Service('X', { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [], AssignPublicIp: 'YES' } } })
// @ts-expect-error no such access control list
s3.Bucket('X', { AccessControl: 'Secret' })
// @ts-expect-error the security group has no description
ec2.SecurityGroup('X', { VpcId: vpc.ref })
// @ts-expect-error the properties are missing altogether
ec2.SecurityGroup('X')
// @ts-expect-error the role has no trust policy
iam.Role('X', { RoleName: 'deploy' })
// @ts-expect-error the container has no name
ecs.TaskDefinition('X', { ContainerDefinitions: [{ Image: 'nginx' }] })
// @ts-expect-error the attribute has no type
dynamodb.Table('X', { KeySchema: [], AttributeDefinitions: [{ AttributeName: 'id' }] })
// @ts-expect-error no such property
ec2.VPC('X', { CidrBlok: '10.0.0.0/16' })
// @ts-expect-error no such nested property
ecs.Service('X', { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [], PublicIp: 'ENABLED' } } })
const source = { Code: { ZipFile: '' }, Role: '' }
// @ts-expect-error no such nested property in a list
lambda.Function('X', { ...source, FileSystemConfigs: [{ Arn: '', LocalMountPath: '', Path: '' }] })
// @ts-expect-error the target has no ARN
events.Rule('X', { Targets: [{ Id: 'one' }] })
// @ts-expect-error a nested object, not a text
s3.Bucket('X', { VersioningConfiguration: 'Enabled' })
// @ts-expect-error tags are a list of keys and values
sqs.Queue('X', { Tags: { Team: 'web' } })
// @ts-expect-error a number of periods is no list
cloudwatch.Alarm('X', { ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: [1] })
// @ts-expect-error no such deletion policy
ec2.VPC('X', { CidrBlock: '10.0.0.0/16' }, { DeletionPolicy: 'Keep' })
// @ts-expect-error the name of a parameter is no condition
ec2.VPC('X', { CidrBlock: '10.0.0.0/16' }, { Condition: subnets })
// @ts-expect-error the function has no code
lambda.Function('X', { Role: '' })
// @ts-expect-error no such type of parameter
parameter('X', { Type: 'AWS::EC2::Vpc::Id' })
// @ts-expect-error the mapping has no such key
sizes.get('staging', 'Size')
// @ts-expect-error the fragment has no such handle
override({ vpc }, { network: {} })
// @ts-expect-error a VPC has no such property
override({ vpc }, { vpc: { Properties: { Cidr: '10.0.0.0/8' } } })
