import { itFinds } from '../finds.ts'

const of = (Resources: object): object => ({ Resources })
const resource = (Type: string, Properties: object): object => ({ Type, Properties })
const api = resource('AWS::ApiGateway::RestApi', { Name: 'a' })
const apis = { Api: api, Other: api }
const method = (properties: object): object =>
  resource('AWS::ApiGateway::Method', {
    RestApiId: { Ref: 'Api' },
    ResourceId: 'a',
    HttpMethod: 'GET',
    AuthorizationType: 'CUSTOM',
    AuthorizerId: { Ref: 'Z' },
    ...properties,
  })
const authorizer = (RestApiId: string): object =>
  resource('AWS::ApiGateway::Authorizer', {
    RestApiId: { Ref: RestApiId },
    Name: 'a',
    Type: 'TOKEN',
    AuthorizerUri: 'a',
    IdentitySource: 'a',
  })
const deployment = (RestApiId: string): object =>
  resource('AWS::ApiGateway::Deployment', { RestApiId: { Ref: RestApiId } })
const stage = resource('AWS::ApiGateway::Stage', {
  RestApiId: { Ref: 'Api' },
  DeploymentId: { Ref: 'D' },
  StageName: 'a',
})

const group = (MinSize: string, MaxSize: string): object =>
  resource('AWS::AutoScaling::AutoScalingGroup', {
    MinSize,
    MaxSize,
    LaunchConfigurationName: 'a',
    AvailabilityZones: { 'Fn::GetAZs': '' },
  })
const policy = resource('AWS::AutoScaling::ScalingPolicy', {
  AutoScalingGroupName: { Ref: 'G' },
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingConfiguration: {
    TargetValue: 50,
    PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
  },
})

const container = { Name: 'a', Image: 'a', Memory: 128 }
const task = (properties: object): object =>
  resource('AWS::ECS::TaskDefinition', { ContainerDefinitions: [container], ...properties })
const logged = (LogDriver: string): object =>
  task({
    NetworkMode: 'awsvpc',
    RequiresCompatibilities: ['EC2', { 'Fn::ImportValue': 'a' }],
    ContainerDefinitions: [{ ...container, LogConfiguration: { LogDriver } }],
  })
const network = { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-12345678'] } } }
const service = (properties: object): object =>
  resource('AWS::ECS::Service', { TaskDefinition: { Ref: 'T' }, ...properties })
const onFargate = service({ LaunchType: 'FARGATE', ...network })
const forFargate = task({
  RequiresCompatibilities: ['FARGATE'],
  NetworkMode: 'awsvpc',
  Cpu: '256',
  Memory: '512',
})

const rule = resource('AWS::ElasticLoadBalancingV2::ListenerRule', {
  ListenerArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/1/2',
  Priority: 1,
  Actions: [{ Type: 'forward', TargetGroupArn: { Ref: 'G' } }],
  Conditions: [{ Field: 'path-pattern', Values: ['/'] }],
})
const targets = (Protocol: string, Port: number): object =>
  resource('AWS::ElasticLoadBalancingV2::TargetGroup', { Protocol, Port, VpcId: 'vpc-12345678' })

const cluster = resource('AWS::RDS::DBCluster', {
  Engine: 'aurora-mysql',
  MasterUsername: 'a',
  MasterUserPassword: '{{resolve:secretsmanager:a}}',
  StorageEncrypted: true,
})
const member = (properties: object): object =>
  resource('AWS::RDS::DBInstance', {
    DBClusterIdentifier: { Ref: 'C' },
    DBInstanceClass: 'db.r5.large',
    Engine: 'aurora-mysql',
    ...properties,
  })

const queue = (properties: object): object => resource('AWS::SQS::Queue', properties)
const dead = { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['D', 'Arn'] }, maxReceiveCount: 3 } }
const reader = (properties: object): object =>
  resource('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::GetAtt': ['Q', 'Arn'] },
    FunctionName: { Ref: 'F' },
    ...properties,
  })
const lambda = (Timeout: number): object =>
  resource('AWS::Lambda::Function', {
    Role: 'arn:aws:iam::123456789012:role/a',
    Code: { S3Bucket: 'bucket', S3Key: 'key' },
    Handler: 'a.b',
    Runtime: 'nodejs22.x',
    Timeout,
  })

const vpc = (block: number): object => resource('AWS::EC2::VPC', { CidrBlock: `10.${block}.0.0/16` })
const launch = (group: string): object => ({
  V: vpc(0),
  W: vpc(1),
  S: resource('AWS::EC2::Subnet', { VpcId: { Ref: 'V' }, CidrBlock: '10.0.0.0/24' }),
  G: resource('AWS::EC2::SecurityGroup', { GroupDescription: 'a', VpcId: { Ref: group } }),
  L: resource('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: {
      SecurityGroupIds: [{ 'Fn::GetAtt': ['G', 'GroupId'] }],
      NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: { Ref: 'S' } }],
    },
  }),
})

describe('the rules about two resources', () => {
  itFinds([
    [
      'E3699',
      of({ ...apis, M: method({}), Z: authorizer('Other') }),
      of({ ...apis, M: method({}), Z: authorizer('Api') }),
    ],
    [
      'E3708',
      of({ ...apis, M: method({ AuthorizationType: 'COGNITO_USER_POOLS' }), Z: authorizer('Api') }),
      of({ ...apis, M: method({}), Z: authorizer('Api') }),
    ],
    [
      'E3698',
      of({ ...apis, S: stage, D: deployment('Other') }),
      of({ ...apis, S: stage, D: deployment('Api') }),
    ],
    ['E3706', of({ G: group('2', '1') }), of({ G: group('1', '1') })],
    ['E3712', of({ G: group('1', '1'), P: policy }), of({ G: group('1', '2'), P: policy })],
    [
      'E3052',
      of({ S: service({}), T: task({ NetworkMode: 'awsvpc' }) }),
      of({ S: service(network), T: task({ NetworkMode: 'awsvpc' }) }),
    ],
    ['E3054', of({ S: onFargate, T: task({}) }), of({ S: onFargate, T: forFargate })],
    ['E3713', of({ S: onFargate, T: logged('syslog') }), of({ S: onFargate, T: logged('splunk') })],
    ['E3711', of({ R: rule, G: targets('GENEVE', 6081) }), of({ R: rule, G: targets('HTTP', 80) })],
    [
      'E3707',
      of({ C: cluster, I: member({ Engine: 'aurora-postgresql' }) }),
      of({ C: cluster, I: member({}) }),
    ],
    [
      'E3709',
      of({ C: cluster, I: member({ StorageEncrypted: false }) }),
      of({ C: cluster, I: member({ StorageEncrypted: 'true' }) }),
    ],
    [
      'E3502',
      of({ Q: queue(dead), D: queue({ FifoQueue: true }) }),
      of({ Q: queue({ ...dead, FifoQueue: true }), D: queue({ FifoQueue: true }) }),
    ],
    [
      'E3705',
      of({ M: reader({ BatchSize: 11 }), Q: queue({ FifoQueue: true }), F: lambda(3) }),
      of({ M: reader({ BatchSize: 11 }), Q: queue({}), F: lambda(3) }),
    ],
    [
      'E3505',
      of({ M: reader({}), Q: queue({}), F: lambda(31) }),
      of({ M: reader({}), Q: queue({ VisibilityTimeout: 31 }), F: lambda(31) }),
    ],
    ['E3714', of(launch('W')), of(launch('V'))],
  ])
})
