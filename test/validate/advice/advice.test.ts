import { itFinds, one } from '../finds.ts'

const of = (Resources: object, more: object = {}): object => ({ Resources, ...more })
const bucket = { Type: 'AWS::S3::Bucket' }
const isProd = { Prod: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } }
const database = (MasterUserPassword: unknown, more: object = {}): object => ({
  Parameters: { Secret: { Type: 'String', ...more } },
  Resources: {
    A: {
      Type: 'AWS::Redshift::Cluster',
      Properties: {
        ClusterType: 'single-node',
        DBName: 'a',
        MasterUsername: 'a',
        NodeType: 'ra3.large',
        MasterUserPassword,
        ClusterIdentifier: { Ref: 'Secret' },
      },
    },
  },
})
const kept = '{{resolve:secretsmanager:a:SecretString:b}}'
const shown = (NoEcho: boolean): object => ({
  Parameters: { P: { Type: 'String', NoEcho } },
  Resources: { B: bucket },
  Outputs: { O: { Value: { Ref: 'P' } } },
})
const volume = (AvailabilityZone: unknown): object => one('AWS::EC2::Volume', { AvailabilityZone, Size: 1 })
const topic = (TopicName: unknown, more: object = {}): object => one('AWS::SNS::Topic', { TopicName }, more)
const image = (Type: string): object => ({
  ...one('AWS::EC2::Instance', { ImageId: { Ref: 'Image' } }),
  Parameters: { Image: { Type } },
})
const managed = (Version: string): object =>
  one('AWS::IAM::ManagedPolicy', { PolicyDocument: { Version, Statement: [] } })
const lambda = (properties: object): object =>
  one('AWS::Lambda::Function', {
    Role: 'arn:aws:iam::123456789012:role/a',
    Code: { S3Bucket: 'bucket', S3Key: 'key' },
    ...properties,
  })
const disk = (VolumeType: string): object =>
  one('AWS::EC2::Instance', {
    ImageId: 'ami-12345678',
    BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { VolumeType, Iops: 3000 } }],
  })
const device = (more: object): object =>
  one('AWS::EC2::Instance', {
    ImageId: 'ami-12345678',
    BlockDeviceMappings: [{ DeviceName: '/dev/sdb', VirtualName: 'ephemeral0', ...more }],
  })
const replica = (Engine: string): object =>
  one('AWS::RDS::DBInstance', {
    Engine,
    DBInstanceClass: 'db.m5.large',
    AllocatedStorage: '20',
    BackupRetentionPeriod: 1,
    ReplicaMode: 'mounted',
  })
const policies = (more: object): object => of({ B: { ...bucket, ...more } })
const waits = (DependsOn: unknown): object =>
  of({
    B: bucket,
    C: bucket,
    A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'B' } }, DependsOn },
  })
const topicOf = (DisplayName: unknown): object => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName } })
const imported = (Value: unknown): object => ({ Resources: { B: bucket }, Outputs: { O: { Value } } })
const equal = (...values: readonly unknown[]): object => ({
  ...of({ B: { ...bucket, Condition: 'Prod' } }),
  Conditions: { Prod: { 'Fn::Equals': values } },
})

const told = (config: object): object => of({ B: bucket }, { Metadata: { 'cfn-lint': { config } } })
/** Of the two places, one is in a resource with a condition, the other in a branch. */
const branches = (condition: string): object => ({
  ...of({
    A: { ...topicOf({ 'Fn::If': [condition, 'a', 'b'] }), Condition: 'Prod' },
    B: topicOf({ 'Fn::If': ['Prod', { 'Fn::If': [condition, 'a', 'b'] }, 'c'] }),
  }),
  Conditions: {
    ...isProd,
    Test: { 'Fn::Equals': [{ Ref: 'AWS::StackName' }, 'test'] },
    NotProd: { 'Fn::Not': [{ Condition: 'Prod' }] },
  },
})
const permission = (properties: object): object =>
  of({
    B: bucket,
    A: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'a',
        Principal: 's3.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': ['B', 'Arn'] },
        SourceAccount: { Ref: 'AWS::AccountId' },
        ...properties,
      },
    },
  })
const subscription = (Endpoint: unknown): object =>
  of({
    B: bucket,
    Q: { Type: 'AWS::SQS::Queue' },
    A: {
      Type: 'AWS::SNS::Subscription',
      Properties: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:a', Protocol: 'sqs', Endpoint },
    },
  })
const behaviour = (more: object): object =>
  one('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Enabled: true,
      Origins: [
        { Id: 'a', DomainName: 'a.example.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } },
      ],
      DefaultCacheBehavior: {
        TargetOriginId: 'a',
        ViewerProtocolPolicy: 'https-only',
        CachePolicyId: 'a',
        ...more,
      },
    },
  })
const stage = (setting: object): object =>
  one('AWS::ApiGateway::Stage', {
    RestApiId: 'a',
    StageName: 'a',
    MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ...setting }],
  })
const api = (properties: object): object =>
  of({
    A: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'a', ...properties } },
    R: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: { RestApiId: { Ref: 'A' }, ParentId: 'a', PathPart: 'a' },
    },
  })

describe('the advice', () => {
  itFinds([
    ['W2501', database('secret'), database(kept)],
    ['W2501', database('{{resolve:ssm:a}}'), database('{{resolve:ssm-secure:a}}')],
    ['W2501', database({ Ref: 'Secret' }), database({ Ref: 'Secret' }, { NoEcho: true })],
    ['W1011', database({ Ref: 'Secret' }, { NoEcho: true }), database(kept)],
    ['W2010', shown(true), shown(false)],
    ['W3010', volume('eu-west-1a'), volume({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] })],
    [
      'I3042',
      topic({ 'Fn::Sub': 'arn:aws:sns:${AWS::Region}:a:b' }),
      topic({ 'Fn::Sub': 'arn:${AWS::Partition}:sns:${AWS::Region}:a:b' }),
    ],
    ['W2506', image('String'), image('AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>')],
    ['W2511', managed('2008-10-17'), managed('2012-10-17')],
    [
      'W3045',
      one('AWS::S3::Bucket', { AccessControl: 'Private' }),
      one('AWS::S3::Bucket', { AccessControl: { Ref: 'AWS::NoValue' } }),
    ],
    ['W2533', lambda({ Handler: 'a.b' }), lambda({ Handler: 'a.b', Runtime: 'nodejs22.x' })],
    [
      'E2533',
      lambda({ Handler: 'a.b', Runtime: 'python2.7' }),
      lambda({ Handler: 'a.b', Runtime: { 'Fn::ImportValue': 'a' } }),
    ],
    ['W3664', permission({ Principal: 'sns.amazonaws.com' }), permission({})],
    ['W3663', permission({ SourceAccount: { Ref: 'AWS::NoValue' } }), permission({})],
    ['W3694', subscription({ 'Fn::GetAtt': ['B', 'Arn'] }), subscription({ 'Fn::GetAtt': ['Q', 'Arn'] })],
    ['W3704', behaviour({ ForwardedValues: { QueryString: true } }), behaviour({})],
    ['W3705', stage({}), stage({ MetricsEnabled: true })],
    ['W3660', api({ Body: {} }), api({})],
    [
      'W3002',
      lambda({ Code: './src', Handler: 'a.b', Runtime: 'nodejs22.x' }),
      lambda({ Handler: 'a.b', Runtime: 'nodejs22.x' }),
    ],
    ['W3671', disk('gp2'), disk('gp3')],
    ['W3698', device({ Ebs: { VolumeSize: 8 } }), device({})],
    ['W4005', told({ ignore_checks: 'W' }), told({ ignore_checks: ['W'] })],
    ['W4005', told({ ignore_cheks: [] }), told({ include_checks: ['I'] })],
    ['W1028', branches('Prod'), branches('Test')],
    ['W1028', branches('NotProd'), branches('Test')],
    ['W3699', replica('mysql'), replica('oracle-ee')],
    ['W3700', one('AWS::EC2::EIP', { Domain: 'vpcs' }), one('AWS::EC2::EIP', { Domain: 'vpc' })],
    [
      'W3701',
      one('AWS::SSM::Parameter', { Name: '/aws/a', Type: 'String', Value: 'a' }),
      one('AWS::SSM::Parameter', { Name: '/app/aws', Type: 'String', Value: 'a' }),
    ],
    [
      'W3011',
      policies({ DeletionPolicy: 'Retain' }),
      policies({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    ],
    ['W3011', policies({ UpdateReplacePolicy: 'Retain' }), policies({ DeletionPolicy: 'Delete' })],
    ['W3005', waits(['C', 'B']), waits('C')],
    ['W1020', topic({ 'Fn::Sub': 'news' }), topic({ 'Fn::Sub': '${!News}' })],
    ['W1019', topic({ 'Fn::Sub': ['${A}', { A: 'a', B: 'b' }] }), topic({ 'Fn::Sub': ['${A}', { A: 'a' }] })],
    ['W1054', topic('AWS::Region'), topic({ Ref: 'AWS::Region' })],
    ['W8003', equal('a', 'b'), equal({ Ref: 'AWS::Region' }, 'b')],
    [
      'W8003',
      equal({ Ref: 'AWS::Region' }, { Ref: 'AWS::Region' }),
      { ...of({ B: { ...bucket, Condition: 'Prod' } }), Conditions: isProd },
    ],
    [
      'W6001',
      imported({ 'Fn::ImportValue': 'a' }),
      imported({ 'Fn::Sub': ['${A}/b', { A: { 'Fn::ImportValue': 'a' } }] }),
    ],
  ])
})
