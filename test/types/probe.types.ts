import * as ec2 from 'cfstack/aws/ec2'
import * as lambda from 'cfstack/aws/lambda'
import * as iam from 'cfstack/aws/iam'
import * as ecs from 'cfstack/aws/ecs'
import { parameter, ifElse, condition, equals, noValue, importValue, split, sub, select, getAZs, join, override, findInMap } from 'cfstack'
const vpc = ec2.VPC('V', { CidrBlock: '10.0.0.0/16' })
const a = ec2.Subnet('A', { VpcId: vpc.ref, AvailabilityZone: select(0, getAZs()) })
const p = parameter('P', { Type: 'AWS::EC2::VPC::Id' })
const l = parameter('L', { Type: 'List<AWS::EC2::Subnet::Id>' })
const c = condition('C', equals(p.ref, 'x'))
ec2.Subnet('B', { VpcId: p.ref })
ec2.Subnet('B', { VpcId: ifElse(c, vpc.ref, p.ref) })
ec2.Subnet('B', { VpcId: ifElse(c, vpc.ref, noValue) })
ec2.Subnet('B', { VpcId: importValue('x'), CidrBlock: 'a' })
ec2.Subnet('B', { VpcId: vpc.att.VpcId, MapPublicIpOnLaunch: ifElse(c, true, false) })
ec2.Subnet('B', { VpcId: a.att.VpcId })
ec2.Subnet('B', { VpcId: sub`x${vpc.ref}` })
// @ts-expect-error
ec2.Subnet('X', { VpcId: a.ref })
// @ts-expect-error
vpc.att.Nope
// @ts-expect-error
ec2.Subnet('X', { VpcId: ifElse(c, vpc.ref, a.ref) })
// @ts-expect-error
ec2.Subnet('X', { VpcId: l.ref })
// @ts-expect-error
ec2.Subnet('X', { VpcId: [vpc.ref] })
const role = iam.Role('R', { AssumeRolePolicyDocument: {} })
// @ts-expect-error
lambda.Function('F', { Code: { ZipFile: 'x' }, Role: role.ref })
lambda.Function('F', { Code: { ZipFile: 'x' }, Role: role.att.Arn })
const cluster = ecs.Cluster('C')
ecs.Service('S', { Cluster: cluster.ref, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [a.ref] } } })
ecs.Service('S', { Cluster: cluster.att.Arn, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: l.ref } } })
// @ts-expect-error
ecs.Service('S', { Cluster: cluster.att.Arn, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [vpc.ref] } } })
// @ts-expect-error
ecs.Service('S', { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: 'a' } } })
// @ts-expect-error
ecs.Service('S', { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: vpc.ref } } })
ecs.Service('S', { DesiredCount: 1, LoadBalancers: ifElse(c, [{ ContainerName: 'x', ContainerPort: 80 }], noValue) })
ecs.Service('S', { DesiredCount: parameter('N', { Type: 'Number' }).ref, LaunchType: findInMap('a', 'b', 'c') })
// @ts-expect-error
ecs.Service('S', { DesiredCount: l.ref })
// @ts-expect-error
ecs.Service('S', { LaunchType: 'FARGET' })
ecs.Service('S', { LaunchType: ifElse(c, 'EC2', 'FARGATE'), SchedulingStrategy: split(',', 'x') && 'DAEMON' })
const net = { vpc, zones: [{ sub: a }] }
const o = override(net, { vpc: { Properties: { InstanceTenancy: 'dedicated' }, DeletionPolicy: 'Retain' }, zones: { 0: { sub: { Properties: { CidrBlock: 'x' } } } } })
o.vpc.ref
// @ts-expect-error
override(net, { nope: {} })
// @ts-expect-error
override(net, { vpc: { Properties: { Nope: 'dedicated' } } })
join(',', [vpc.ref, 'a'])
