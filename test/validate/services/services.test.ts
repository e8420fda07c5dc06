import { itFinds, type Case, one } from '../finds.ts'

const isProd = { Prod: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } }
const either = (whenProd: unknown, otherwise: unknown): object => ({
  'Fn::If': ['Prod', whenProd, otherwise],
})
const none = { Ref: 'AWS::NoValue' }
const of = (resources: object, more: object = {}): object => ({ Resources: resources, ...more })

const scaling = (HealthCheckType: string): object =>
  one('AWS::AutoScaling::AutoScalingGroup', {
    MinSize: '1',
    MaxSize: '1',
    LaunchConfigurationName: 'a',
    AvailabilityZones: { 'Fn::GetAZs': '' },
    HealthCheckType,
  })
const backup = (DeleteAfterDays: number): object =>
  one('AWS::Backup::BackupPlan', {
    BackupPlan: {
      BackupPlanName: 'a',
      BackupPlanRule: [
        {
          RuleName: 'a',
          TargetBackupVault: 'a',
          Lifecycle: { MoveToColdStorageAfterDays: 10, DeleteAfterDays },
        },
      ],
    },
  })
const certificate = (ValidationDomain: string): object =>
  one('AWS::CertificateManager::Certificate', {
    DomainName: 'www.example.com',
    DomainValidationOptions: [{ DomainName: 'www.example.com', ValidationDomain }],
  })
const distribution = (TargetOriginId: unknown, alias = 'example.com'): object =>
  one('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Enabled: true,
      Aliases: [alias],
      Origins: [
        {
          Id: 'site',
          DomainName: 'a.example.com',
          CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
        },
      ],
      DefaultCacheBehavior: { TargetOriginId, ViewerProtocolPolicy: 'https-only', CachePolicyId: 'a' },
    },
  })
const schedule = (ScheduleExpression: string): object =>
  one('AWS::Events::Rule', { ScheduleExpression, State: 'ENABLED' })
const project = (ServiceRole: object): object =>
  of({
    A: {
      Type: 'AWS::CodeBuild::Project',
      Properties: {
        ServiceRole,
        Artifacts: { Type: 'NO_ARTIFACTS' },
        Source: { Type: 'NO_SOURCE', BuildSpec: 'a' },
        Environment: { ComputeType: 'BUILD_GENERAL1_SMALL', Image: 'a', Type: 'LINUX_CONTAINER' },
      },
    },
    Builder: {
      Type: 'AWS::IAM::Role',
      Properties: { Path: '/build/', AssumeRolePolicyDocument: { Statement: [] } },
    },
  })
const filter = (LogGroupName: string): object => ({
  Type: 'AWS::Logs::SubscriptionFilter',
  Properties: { LogGroupName, FilterPattern: '', DestinationArn: 'a' },
})
const record = (Name: string, HostedZoneName: string): object =>
  one('AWS::Route53::RecordSet', {
    Name,
    HostedZoneName,
    Type: 'A',
    TTL: '60',
    ResourceRecords: ['10.0.0.1'],
  })
const tiering = (Days: number): object =>
  one('AWS::S3::Bucket', {
    IntelligentTieringConfigurations: [
      { Id: 'a', Status: 'Enabled', Tierings: [{ AccessTier: 'DEEP_ARCHIVE_ACCESS', Days }] },
    ],
  })
const lambda = (properties: object, more: object = {}): object =>
  of({
    A: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Role: 'arn:aws:iam::123456789012:role/a',
        Handler: 'a.b',
        Runtime: 'java21',
        Code: { S3Bucket: 'bucket', S3Key: 'key' },
        ...properties,
      },
    },
    ...more,
  })
const version = { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'A' } } }
const snap = { SnapStart: { ApplyOn: 'PublishedVersions' } }
const layer = (length: number): object =>
  lambda({ Layers: [`arn:aws:lambda:us-east-1:123456789012:layer:${'a'.repeat(length - 2)}:1`] })
const table = (defined: readonly string[], keys: readonly unknown[]): object =>
  of(
    {
      A: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: defined.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
          KeySchema: keys.map((key) =>
            typeof key === 'string' ? { AttributeName: key, KeyType: 'HASH' } : key,
          ),
        },
      },
    },
    { Conditions: isProd },
  )
const detector = (DataSources: object): object =>
  of(
    { A: { Type: 'AWS::GuardDuty::Detector', Properties: { Enable: true, DataSources, Features: [] } } },
    { Conditions: isProd },
  )

const logged = (...groups: readonly string[]): object => {
  const events = groups.map((LogGroupName, index) => [
    `E${index}`,
    { Type: 'CloudWatchLogs', Properties: { LogGroupName, FilterPattern: '' } },
  ])
  const properties = {
    CodeUri: 's3://bucket/key',
    Handler: 'a.b',
    Runtime: 'nodejs22.x',
    Events: Object.fromEntries(events),
  }
  return { Transform: 'AWS::Serverless-2016-10-31', ...one('AWS::Serverless::Function', properties) }
}

const single: readonly Case[] = [
  ['E3056', scaling('EC2,ELB'), scaling('ELB')],
  ['E3504', backup(99), backup(100)],
  ['E3503', certificate('example.org'), certificate('example.com')],
  ['E3013', distribution('site', 'Example'), distribution('site', '*.example.com')],
  ['E3013', distribution('site', 'a.*.example.com'), distribution('site')],
  ['E3057', distribution('sites'), distribution('site')],
  ['E3027', schedule('rate(1 hours)'), schedule('rate(1 hour)')],
  ['E3027', schedule('rate(5)'), schedule('rate(5 minutes)')],
  ['E3027', schedule('cron(0 10 * * * *)'), schedule('cron(0 10 * * ? *)')],
  ['E3027', schedule('every day'), schedule('rate(1 day)')],
  ['E3063', detector({}), detector(none)],
  ['E3050', project({ Ref: 'Builder' }), project({ 'Fn::GetAtt': ['Builder', 'Arn'] })],
  [
    'E2529',
    of({ A: filter('a'), B: filter('a'), C: filter('a') }),
    of({ A: filter('a'), B: filter('a'), C: filter('b') }),
  ],
  ['E3041', record('www.example.com', 'example.org.'), record('www.example.com', 'example.com.')],
  ['E3041', record('www.example.com', 'example.com'), record('example.com', 'example.com.')],
  ['E3061', tiering(90), tiering(180)],
  [
    'E3697',
    lambda({ Environment: { Variables: { AB: 'x'.repeat(4095) } } }),
    lambda({ Environment: { Variables: { AB: 'x'.repeat(4094) } } }),
  ],
  ['E3716', layer(160), layer(140)],
  ['E2530', lambda({ ...snap, Runtime: 'nodejs22.x' }, { V: version }), lambda(snap, { V: version })],
  ['W2530', lambda(snap), lambda(snap, { V: version })],
  ['E3039', table(['a'], ['b']), table(['a'], ['a'])],
  ['E3039', table(['a', 'b'], ['a']), table(['a', 'b'], ['a', { AttributeName: 'b', KeyType: 'RANGE' }])],
  [
    'E3039',
    table(['a'], ['a', either({ AttributeName: 'b', KeyType: 'RANGE' }, none)]),
    table(['a'], ['a', none]),
  ],
  ['E2529', logged('a', 'a', 'a'), logged('a', 'a', 'b')],
]

describe('the checks of services', () => {
  itFinds(single)
})
