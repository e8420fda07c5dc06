// References that CloudFormation would refuse, or take for something else: none of them compiles.
import * as apigateway from 'cfstack/aws/apigateway'
import * as apigatewayv2 from 'cfstack/aws/apigatewayv2'
import * as autoscaling from 'cfstack/aws/autoscaling'
import * as cloudtrail from 'cfstack/aws/cloudtrail'
import * as cognito from 'cfstack/aws/cognito'
import * as ec2 from 'cfstack/aws/ec2'
import * as ecs from 'cfstack/aws/ecs'
import * as efs from 'cfstack/aws/efs'
import * as elasticloadbalancing from 'cfstack/aws/elasticloadbalancing'
import * as elbv2 from 'cfstack/aws/elasticloadbalancingv2'
import * as iam from 'cfstack/aws/iam'
import * as kms from 'cfstack/aws/kms'
import * as lambda from 'cfstack/aws/lambda'
import * as logs from 'cfstack/aws/logs'
import * as rds from 'cfstack/aws/rds'
import * as route53 from 'cfstack/aws/route53'
import * as s3 from 'cfstack/aws/s3'
import * as sns from 'cfstack/aws/sns'
import * as stepfunctions from 'cfstack/aws/stepfunctions'
import { condition, equals, ifElse, region, select } from 'cfstack'

const vpc = ec2.VPC('Vpc', { CidrBlock: '10.0.0.0/16' })
const subnet = ec2.Subnet('Subnet', { VpcId: vpc.ref })
const group = ec2.SecurityGroup('Group', { GroupDescription: 'web', VpcId: vpc.ref })
const address = ec2.EIP('Address')
const role = iam.Role('Role', { AssumeRolePolicyDocument: {} })
const bucket = s3.Bucket('Bucket')
const key = kms.Key('Key')
const topic = sns.Topic('Topic')
const logGroup = logs.LogGroup('Logs')
const cluster = ecs.Cluster('Cluster')
const handler = lambda.Function('Handler', { Code: { ZipFile: '' }, Role: role.att.Arn })
const isLocal = condition('IsLocal', equals(region, 'us-east-1'))

// @ts-expect-error a subnet is no VPC
ec2.Subnet('X', { VpcId: subnet.ref })
// @ts-expect-error a CIDR block is no VPC id
ec2.Subnet('X', { VpcId: vpc.att.CidrBlock })
// @ts-expect-error one branch is a subnet
ec2.Subnet('X', { VpcId: ifElse(isLocal, vpc.ref, subnet.ref) })
// @ts-expect-error a subnet selected from a list is still a subnet
ec2.Subnet('X', { VpcId: select(0, [subnet.ref]) })
// @ts-expect-error a NAT gateway takes the allocation id of an address, Ref is the address itself
ec2.NatGateway('X', { SubnetId: subnet.ref, AllocationId: address.ref })
// @ts-expect-error a route table is no gateway
ec2.Route('X', { RouteTableId: 'rtb-1', GatewayId: ec2.RouteTable('Table', { VpcId: vpc.ref }).ref })
// @ts-expect-error an instance profile is made of a role, and is not the role
ec2.Instance('X', { IamInstanceProfile: role.ref })
// @ts-expect-error a VPC is no security group
ec2.Instance('X', { SecurityGroupIds: [vpc.ref] })
const configuration = autoscaling.LaunchConfiguration('Configuration', { ImageId: '', InstanceType: '' })
const sizes = { MinSize: '1', MaxSize: '1' }
// @ts-expect-error a launch configuration is no launch template
ec2.Instance('X', { LaunchTemplate: { Version: '1', LaunchTemplateId: configuration.ref } })
const classic = elasticloadbalancing.LoadBalancer('Classic', { Listeners: [] })
// @ts-expect-error a classic load balancer has no target groups
autoscaling.AutoScalingGroup('X', { ...sizes, TargetGroupARNs: [classic.ref] })
// @ts-expect-error a function wants the ARN of its role, Ref is the name
lambda.Function('X', { Code: { ZipFile: '' }, Role: role.ref })
const layer = lambda.LayerVersion('Layer', { Content: { S3Bucket: '', S3Key: '' } })
// @ts-expect-error a layer is no function
lambda.Alias('X', { Name: 'live', FunctionVersion: '1', FunctionName: layer.ref })
// @ts-expect-error a topic is no bucket
lambda.Function('X', { Code: { S3Bucket: topic.ref, S3Key: 'code.zip' }, Role: role.att.Arn })
// @ts-expect-error a role is no function
lambda.Permission('X', { Action: 'lambda:InvokeFunction', Principal: '*', FunctionName: role.ref })
// @ts-expect-error a security group is no subnet
ecs.Service('X', { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [group.ref] } } })
// @ts-expect-error a service is no cluster
ecs.Service('X', { Cluster: ecs.Service('Other').ref })
const listener = elbv2.Listener('Listener', { DefaultActions: [], LoadBalancerArn: '' })
// @ts-expect-error a listener is no target group
ecs.Service('X', { LoadBalancers: [{ ContainerPort: 80, TargetGroupArn: listener.ref }] })
// @ts-expect-error a task wants the ARN of its execution role, Ref is the name
ecs.TaskDefinition('X', { ExecutionRoleArn: role.ref })
// @ts-expect-error a cluster is no task definition
ecs.Service('X', { TaskDefinition: cluster.ref })
// @ts-expect-error a target group is no load balancer
elbv2.Listener('X', { DefaultActions: [], LoadBalancerArn: elbv2.TargetGroup('T').ref })
// @ts-expect-error a subnet is no security group
elbv2.LoadBalancer('X', { SecurityGroups: [subnet.ref] })
// @ts-expect-error a policy takes its own kind of group
iam.ManagedPolicy('X', { PolicyDocument: {}, Groups: [group.ref] })
// @ts-expect-error a role takes managed policies, not functions
iam.Role('X', { AssumeRolePolicyDocument: {}, ManagedPolicyArns: [handler.att.Arn] })
// @ts-expect-error a log group wants the ARN of the key, Ref is the id
logs.LogGroup('X', { KmsKeyId: key.ref })
// @ts-expect-error a bucket is no log group
logs.SubscriptionFilter('X', { DestinationArn: handler.att.Arn, FilterPattern: '', LogGroupName: bucket.ref })
const onCreate: Omit<s3.Bucket.LambdaConfiguration, 'Function'> = { Event: 's3:ObjectCreated:*' }
const lambdas = (...LambdaConfigurations: s3.Bucket.LambdaConfiguration[]) => ({ LambdaConfigurations })
// @ts-expect-error notifications go to the ARN of a function, Ref is the name
s3.Bucket('X', { NotificationConfiguration: lambdas({ ...onCreate, Function: handler.ref }) })
// @ts-expect-error a key is no bucket
s3.BucketPolicy('X', { Bucket: key.ref, PolicyDocument: {} })
// @ts-expect-error a bucket is no topic
sns.Subscription('X', { Protocol: 'email', TopicArn: bucket.ref })
// @ts-expect-error a topic is no bucket
cloudtrail.Trail('X', { IsLogging: true, S3BucketName: topic.att.TopicName })
// @ts-expect-error a subnet is no security group
rds.DBInstance('X', { VPCSecurityGroups: [subnet.ref] })
// @ts-expect-error a security group is no subnet group
rds.DBInstance('X', { DBSubnetGroupName: group.ref })
// @ts-expect-error a HTTP API is no REST API
apigateway.Resource('X', { ParentId: '', PathPart: 'a', RestApiId: apigatewayv2.Api('Http').ref })
// @ts-expect-error a REST API is no HTTP API
apigatewayv2.Route('X', { RouteKey: '$default', ApiId: apigateway.RestApi('Rest').ref })
const identities = cognito.IdentityPool('Identities', { AllowUnauthenticatedIdentities: false })
// @ts-expect-error a user pool client belongs to a user pool, not to an identity pool
cognito.UserPoolClient('X', { UserPoolId: identities.ref })
// @ts-expect-error a VPC is no file system
efs.MountTarget('X', { FileSystemId: vpc.ref, SecurityGroups: [group.ref], SubnetId: subnet.ref })
// @ts-expect-error query logs go to the ARN of a log group, Ref is the name
route53.HostedZone('X', { QueryLoggingConfig: { CloudWatchLogsLogGroupArn: logGroup.ref } })
// @ts-expect-error a state machine wants the ARN of its role, Ref is the name
stepfunctions.StateMachine('X', { RoleArn: role.ref })
