// References that CloudFormation accepts: all of them compile.
import * as apigateway from 'cfstack/aws/apigateway'
import * as autoscaling from 'cfstack/aws/autoscaling'
import * as cloudtrail from 'cfstack/aws/cloudtrail'
import * as cloudwatch from 'cfstack/aws/cloudwatch'
import * as ec2 from 'cfstack/aws/ec2'
import * as ecs from 'cfstack/aws/ecs'
import * as efs from 'cfstack/aws/efs'
import * as elasticloadbalancing from 'cfstack/aws/elasticloadbalancing'
import * as events from 'cfstack/aws/events'
import * as iam from 'cfstack/aws/iam'
import * as kinesisfirehose from 'cfstack/aws/kinesisfirehose'
import * as kms from 'cfstack/aws/kms'
import * as lambda from 'cfstack/aws/lambda'
import * as route53 from 'cfstack/aws/route53'
import * as s3 from 'cfstack/aws/s3'
import * as sam from 'cfstack/aws/sam'
import * as secretsmanager from 'cfstack/aws/secretsmanager'
import * as sns from 'cfstack/aws/sns'
import * as sqs from 'cfstack/aws/sqs'
import * as elbv2 from 'cfstack/aws/elasticloadbalancingv2'
import { ref } from 'cfstack'

const vpc = ec2.VPC('Vpc', { CidrBlock: '10.0.0.0/16' })
const subnet = ec2.Subnet('Subnet', { VpcId: vpc.ref })
const role = iam.Role('Role', { AssumeRolePolicyDocument: { Statement: [] } })
const topic = sns.Topic('Topic')
const queue = sqs.Queue('Queue')
const handler = lambda.Function('Handler', { Code: { ZipFile: '' }, Role: role.att.Arn })
const api = sam.Api('Api', { StageName: 'live' })
const stream = kinesisfirehose.DeliveryStream('Stream')
const classic = elasticloadbalancing.LoadBalancer('Classic', { Listeners: [] })
const rotated = secretsmanager.SecretTargetAttachment('Rotated', {
  SecretId: '',
  TargetId: '',
  TargetType: '',
})

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

// Attributes that identify another resource, and what stands for another type
ec2.SubnetNetworkAclAssociation('F', { SubnetId: subnet.ref, NetworkAclId: vpc.att.DefaultNetworkAcl })
ec2.TransitGatewayRouteTableAssociation('F', {
  TransitGatewayAttachmentId: ec2.TransitGatewayVpcAttachment('Attached', {
    SubnetIds: [subnet.ref],
    TransitGatewayId: ec2.TransitGateway('Hub').ref,
    VpcId: vpc.ref,
  }).ref,
  TransitGatewayRouteTableId: 'tgw-rtb-1',
})
apigateway.Resource('F', { ParentId: api.att.RootResourceId, PathPart: 'a', RestApiId: api.ref })
secretsmanager.ResourcePolicy('F', { ResourcePolicy: {}, SecretId: rotated.ref })
ec2.FlowLog('F', { ResourceId: vpc.ref, ResourceType: 'VPC', LogDestination: stream.att.Arn })
efs.FileSystem('F', { KmsKeyId: kms.Key('Key').ref })
cloudtrail.Trail('F', { IsLogging: true, S3BucketName: 'logs', SnsTopicName: topic.ref })
autoscaling.AutoScalingGroup('F', { MinSize: '1', MaxSize: '1', LoadBalancerNames: [classic.ref] })
lambda.Url('F', { AuthType: 'AWS_IAM', TargetFunctionArn: handler.ref })
lambda.Permission('F', {
  Action: 'lambda:InvokeFunction',
  FunctionName: lambda.Alias('Live', { Name: 'live', FunctionName: handler.ref, FunctionVersion: '1' }).ref,
  Principal: '*',
})
