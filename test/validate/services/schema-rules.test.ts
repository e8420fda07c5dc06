import { itFinds, one, type Case } from '../finds.ts'

const role = 'arn:aws:iam::123456789012:role/a'
const none = { Ref: 'AWS::NoValue' }

/** A case of one type: what fails, and what passes, beside what both have. */
const of =
  (type: string, base: object) =>
  (code: string, failing: object, passing: object): Case => [
    code,
    one(type, { ...base, ...failing }),
    one(type, { ...base, ...passing }),
  ]

const rule = of('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-12345678', CidrIp: '10.0.0.0/8' })
const disk = (code: string, failing: object, passing: object): Case => {
  const instance = (mapping: object): object =>
    one('AWS::EC2::Instance', {
      ImageId: 'ami-12345678',
      BlockDeviceMappings: [{ DeviceName: '/dev/sdb', ...mapping }],
    })
  return [code, instance(failing), instance(passing)]
}
const instance = of('AWS::EC2::Instance', { ImageId: 'ami-12345678', PrivateIpAddress: '10.0.0.1' })
const gateway = of('AWS::EC2::VPNGateway', {})
const service = of('AWS::ECS::Service', { TaskDefinition: 'a', LaunchType: 'FARGATE' })
const container = { Name: 'a', Image: 'a', Memory: 128 }
const task = of('AWS::ECS::TaskDefinition', { ContainerDefinitions: [container] })
const logging = (Options: object): object => ({
  ContainerDefinitions: [{ ...container, LogConfiguration: { LogDriver: 'awslogs', Options } }],
})
const fargate = { RequiresCompatibilities: ['FARGATE'], NetworkMode: 'awsvpc', Cpu: '256', Memory: '512' }
const table = of('AWS::DynamoDB::Table', {
  AttributeDefinitions: [{ AttributeName: 'a', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'a', KeyType: 'HASH' }],
})
const throughput = { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } }
const cache = of('AWS::ElastiCache::CacheCluster', { CacheNodeType: 'cache.t3.micro', NumCacheNodes: 1 })
const replicas = of('AWS::ElastiCache::ReplicationGroup', { ReplicationGroupDescription: 'a' })
const cluster = of('AWS::RDS::DBCluster', { MasterUserPassword: '{{resolve:secretsmanager:a}}' })
const aurora = { Engine: 'aurora-mysql', MasterUsername: 'a' }
const database = of('AWS::RDS::DBInstance', { DBInstanceClass: 'db.r5.large' })
const mysql = { Engine: 'mysql', AllocatedStorage: '20', BackupRetentionPeriod: 1 }
const lambda = of('AWS::Lambda::Function', { Role: role })
const zip = { Code: { ZipFile: 'a' }, Handler: 'a.b' }
const packed = { Code: { S3Bucket: 'bucket', S3Key: 'key' }, Handler: 'a.b', Runtime: 'nodejs22.x' }
const mapping = of('AWS::Lambda::EventSourceMapping', { FunctionName: 'a' })
const stream = { EventSourceArn: 'arn:aws:kinesis:us-east-1:123456789012:stream/a' }
const queueArn = { EventSourceArn: 'arn:aws:sqs:us-east-1:123456789012:a' }
const classic = (listener: object): object => ({
  Listeners: [{ InstancePort: '80', LoadBalancerPort: '443', Protocol: 'HTTPS', ...listener }],
})
const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/a'
const listener = of('AWS::ElasticLoadBalancingV2::Listener', {
  LoadBalancerArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/1',
  Port: 443,
  DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
})
const balancer = of('AWS::ElasticLoadBalancingV2::LoadBalancer', {})
const group = of('AWS::ElasticLoadBalancingV2::TargetGroup', {})
const targets = { TargetType: 'ip', Port: 80, Protocol: 'HTTP', VpcId: 'vpc-12345678' }
const record = of('AWS::Route53::RecordSet', { HostedZoneId: 'Z1', Name: 'a.example.com' })
const target = { Type: 'A', AliasTarget: { HostedZoneId: 'Z2', DNSName: 'b.example.com' } }
const health = (config: object): object => ({ HealthCheckConfig: { Type: 'CLOUDWATCH_METRIC', ...config } })
const alarm = { AlarmIdentifier: { Name: 'a', Region: 'us-east-1' } }
const behaviour = (cookies: string): object => ({
  DistributionConfig: {
    Enabled: true,
    Origins: [
      { Id: 'a', DomainName: 'a.example.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } },
    ],
    DefaultCacheBehavior: {
      TargetOriginId: 'a',
      ViewerProtocolPolicy: 'https-only',
      ForwardedValues: { QueryString: true, Cookies: { Forward: cookies } },
    },
  },
})
const authorizer = of('AWS::ApiGateway::Authorizer', {
  RestApiId: 'a',
  Name: 'a',
  Type: 'TOKEN',
  AuthorizerUri: 'a',
  IdentitySource: 'a',
})
const stage = of('AWS::ApiGateway::Stage', { RestApiId: 'a', StageName: 'a' })
const setting = (ResourcePath: string): object => ({
  MethodSettings: [{ HttpMethod: '*', ResourcePath, MetricsEnabled: true }],
})
const alarmOf = of('AWS::CloudWatch::Alarm', {
  ComparisonOperator: 'GreaterThanThreshold',
  EvaluationPeriods: 1,
  MetricName: 'a',
  Namespace: 'a',
  Statistic: 'Sum',
  Threshold: 1,
})
const project = of('AWS::CodeBuild::Project', {
  ServiceRole: role,
  Source: { Type: 'NO_SOURCE', BuildSpec: 'a' },
  Environment: { ComputeType: 'BUILD_GENERAL1_SMALL', Image: 'a', Type: 'LINUX_CONTAINER' },
})
const files = of('AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE', SubnetIds: ['subnet-12345678'] })

describe('the rules that are schemas', () => {
  itFinds([
    rule('E3687', { IpProtocol: 'tcp', FromPort: 80 }, { IpProtocol: 'tcp', FromPort: 80, ToPort: 80 }),
    rule('W3687', { IpProtocol: '-1', FromPort: 80, ToPort: 80 }, { IpProtocol: '-1' }),
    rule(
      'E3688',
      { IpProtocol: 'tcp', FromPort: 80, ToPort: -1 },
      { IpProtocol: 'icmp', FromPort: 8, ToPort: -1 },
    ),
    disk('E3671', { Ebs: { VolumeType: 'io1' } }, { Ebs: { VolumeType: 'io1', Iops: 100 } }),
    disk('E3715', { VirtualName: 'disk' }, { VirtualName: 'ephemeral0' }),
    instance(
      'E3674',
      { PrivateIpAddresses: [], NetworkInterfaces: [{ DeviceIndex: '0', PrivateIpAddress: '10.0.0.2' }] },
      { NetworkInterfaces: [{ DeviceIndex: '0' }] },
    ),
    gateway('W3703', { Type: 'ipsec.2' }, { Type: 'ipsec.1' }),
    task(
      'E3042',
      { ContainerDefinitions: [{ ...container, Essential: false }] },
      { ContainerDefinitions: [container, { ...container, Name: 'b', Essential: false }] },
    ),
    service('E3044', { SchedulingStrategy: 'DAEMON' }, { SchedulingStrategy: 'REPLICA' }),
    task(
      'E3046',
      logging({ 'awslogs-group': 'a' }),
      logging({ 'awslogs-group': 'a', 'awslogs-region': 'us-east-1' }),
    ),
    task('E3047', { ...fargate, Memory: '4096' }, fargate),
    task(
      'E3048',
      { ...fargate, NetworkMode: 'bridge' },
      { ...fargate, NetworkMode: { 'Fn::ImportValue': 'a' } },
    ),
    table(
      'E3638',
      { ...throughput, BillingMode: 'PAY_PER_REQUEST' },
      { ProvisionedThroughput: none, BillingMode: 'PAY_PER_REQUEST' },
    ),
    table('E3639', { BillingMode: 'PROVISIONED' }, { ...throughput, BillingMode: 'PROVISIONED' }),
    cache('E3695', { Engine: 'redis', EngineVersion: '1.0' }, { Engine: 'redis', EngineVersion: '7.1' }),
    replicas('E3704', { Engine: 'valkey' }, { Engine: 'valkey', TransitEncryptionEnabled: true }),
    cluster(
      'E3686',
      { ...aurora, EngineMode: 'provisioned', ScalingConfiguration: {} },
      { ...aurora, EngineMode: 'serverless', ScalingConfiguration: {} },
    ),
    cluster(
      'E3689',
      { ...aurora, MonitoringRoleArn: role },
      { ...aurora, MonitoringRoleArn: role, MonitoringInterval: 60 },
    ),
    cluster('E3690', { ...aurora, EngineVersion: '1.0' }, aurora),
    cluster(
      'E3692',
      { Engine: 'mysql', MasterUsername: 'a' },
      {
        Engine: 'mysql',
        MasterUsername: 'a',
        AllocatedStorage: 100,
        DBClusterInstanceClass: 'db.r6gd.xlarge',
        Iops: 1000,
        StorageType: 'io1',
      },
    ),
    cluster('E3693', { ...aurora, AllocatedStorage: 10 }, aurora),
    cluster(
      'W3688',
      { ...aurora, SnapshotIdentifier: 'a' },
      { Engine: 'aurora-mysql', MasterUserPassword: none, SnapshotIdentifier: 'a' },
    ),
    cluster(
      'W3689',
      { ...aurora, SourceDBClusterIdentifier: 'a' },
      { Engine: 'aurora-mysql', MasterUserPassword: none, SourceDBClusterIdentifier: 'a' },
    ),
    cluster('W3690', { ...aurora, EngineVersion: '5.7.mysql_aurora.2.03.2' }, aurora),
    cluster('W3693', { ...aurora, EngineMode: 'serverless', PerformanceInsightsEnabled: true }, aurora),
    database('E3682', { Engine: 'aurora-mysql', AllocatedStorage: '20' }, { Engine: 'aurora-mysql' }),
    database('E3691', { ...mysql, EngineVersion: '1.0' }, { ...mysql, Engine: 'MySQL' }),
    database('E3719', { ...mysql, BackupRetentionPeriod: 36 }, mysql),
    database(
      'E3720',
      { ...mysql, KmsKeyId: 'alias/a' },
      { ...mysql, KmsKeyId: 'alias/a', StorageEncrypted: true },
    ),
    database(
      'E3721',
      { ...mysql, Engine: 'oracle-ee', ReplicaMode: 'open' },
      { ...mysql, Engine: 'oracle-ee', ReplicaMode: 'mounted' },
    ),
    database('W3691', { ...mysql, EngineVersion: '5.5.62' }, mysql),
    lambda(
      'E3663',
      { ...packed, Environment: { Variables: { AWS_REGION: 'a' } } },
      { ...packed, Environment: { Variables: { REGION: 'a' } } },
    ),
    lambda('E3677', { ...zip, Runtime: 'java21' }, { ...zip, Runtime: 'nodejs22.x' }),
    lambda('E3678', zip, { ...zip, Runtime: 'python3.13' }),
    lambda(
      'E3685',
      { PackageType: 'Image', Code: { ImageUri: 'a' }, Handler: 'a.b' },
      { PackageType: 'Image', Code: { ImageUri: 'a' } },
    ),
    lambda(
      'E3696',
      { ...packed, LoggingConfig: { LogFormat: 'Text', SystemLogLevel: 'WARN' } },
      { ...packed, LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN' } },
    ),
    lambda('E3717', { ...packed, Timeout: 901 }, { ...packed, Timeout: 900 }),
    lambda(
      'W3702',
      { ...packed, Layers: ['arn:aws:lambda:::awslayer:a'] },
      { ...packed, Layers: ['arn:aws:lambda:us-east-1:123456789012:layer:a:1'] },
    ),
    mapping('E3633', stream, { ...stream, StartingPosition: 'LATEST' }),
    mapping('E3634', { ...queueArn, StartingPosition: 'LATEST' }, queueArn),
    of('AWS::ElasticLoadBalancing::LoadBalancer', { AvailabilityZones: { 'Fn::GetAZs': '' } })(
      'E3679',
      classic({}),
      classic({ SSLCertificateId: certificate }),
    ),
    listener(
      'E3676',
      { Protocol: 'HTTPS' },
      { Protocol: 'HTTPS', Certificates: [{ CertificateArn: certificate }] },
    ),
    balancer('E3680', { Subnets: ['subnet-12345678'] }, { Subnets: ['subnet-12345678', 'subnet-87654321'] }),
    balancer(
      'E3680',
      { Type: 'application', Subnets: ['subnet-12345678'] },
      { Type: 'network', Subnets: ['subnet-12345678'] },
    ),
    group('E3681', { ...targets, TargetType: 'lambda' }, targets),
    group('E3683', { ...targets, Protocol: 'GENEVE' }, { ...targets, Protocol: 'GENEVE', Port: 6081 }),
    group(
      'E3684',
      { ...targets, HealthCheckProtocol: 'TCP', Matcher: { HttpCode: '200' } },
      { ...targets, HealthCheckProtocol: 'HTTP', Matcher: { HttpCode: '200' } },
    ),
    record(
      'E3023',
      { Type: 'A', TTL: '60', ResourceRecords: ['a'] },
      { Type: 'A', TTL: '60', ResourceRecords: ['10.0.0.1'] },
    ),
    record(
      'E3023',
      { Type: 'CNAME', TTL: '60', ResourceRecords: ['a', 'b'] },
      { Type: 'TXT', TTL: '60', ResourceRecords: ['"a"', '"b"'] },
    ),
    record('E3029', { ...target, TTL: '60' }, target),
    of('AWS::Route53::HealthCheck', {})('E3661', health({}), health(alarm)),
    of('AWS::CloudFront::Distribution', {})('E3722', behaviour('some'), behaviour('none')),
    of('AWS::ApiGateway::RestApi', {})('E3660', {}, { Name: 'a' }),
    authorizer('E3718', { AuthorizerResultTtlInSeconds: 3601 }, { AuthorizerResultTtlInSeconds: 0 }),
    stage('E3723', setting('*'), setting('/*')),
    of('AWS::S3::Bucket', { AccessControl: 'PublicRead' })(
      'E3045',
      {},
      { OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } },
    ),
    of('AWS::SQS::Queue', { FifoQueue: true })('E3501', { QueueName: 'a' }, { QueueName: 'a.fifo' }),
    alarmOf('E3615', { Period: 45 }, { Period: 120 }),
    project('E3636', { Artifacts: { Type: 'S3' } }, { Artifacts: { Type: 'S3', Location: 'bucket' } }),
    files('E3725', { StorageCapacity: 32 }, { StorageCapacity: 1200 }),
  ])
})
