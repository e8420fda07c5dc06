import { expect } from 'chai'
import { validate } from '../../src/validate/validate.ts'
import { expectCodes } from './expect-codes.ts'

const Transform = 'AWS::Serverless-2016-10-31'
const plain = { Handler: 'index.handler', Runtime: 'nodejs22.x', CodeUri: './src' }
const resource = (Type: string, Properties: object, more: object = {}): object => ({
  Transform,
  Resources: { F: { Type, Properties }, ...more },
})
const lambda = (more: object, others: object = {}): object =>
  resource('AWS::Serverless::Function', { ...plain, ...more }, others)
const event = (Type: string, Properties: object, others: object = {}): object =>
  lambda({ Events: { E: { Type, Properties } } }, others)
const logs = (count: number): object => {
  const one = { Type: 'CloudWatchLogs', Properties: { LogGroupName: 'g', FilterPattern: '' } }
  return lambda({
    Events: Object.fromEntries(Array.from({ length: count }, (_, index) => [`E${index}`, one])),
  })
}
const api = (UsagePlan: object): object =>
  resource('AWS::Serverless::Api', { StageName: 'a', Auth: { ApiKeyRequired: true, UsagePlan } })
const layer = (attribute: string): object =>
  resource(
    'AWS::Serverless::LayerVersion',
    { ContentUri: './a' },
    { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::GetAtt': ['F', attribute] } } } },
  )
const told = (Destination: unknown): object =>
  lambda({ EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: 'SQS', Destination } } } })
const bucket = { B: { Type: 'AWS::S3::Bucket' } }

describe('serverless templates', () => {
  expectCodes([
    ['E0001', resource('AWS::Serverless::Function', { CodeUri: '.' }), lambda({})],
    [
      'E0001',
      lambda({ DeploymentPreference: { Type: 'AllAtOnce' } }),
      lambda({ DeploymentPreference: { Type: 'AllAtOnce' }, AutoPublishAlias: 'live' }),
    ],
    ['E3006', resource('AWS::Serverless::Table', {}), resource('AWS::Serverless::SimpleTable', {})],
    ['E0001', event('Apis', {}), event('Api', { Path: '/', Method: 'get' })],
    ['E0001', event('Api', { Path: '/' }), event('Schedule', { Schedule: 'rate(1 day)' })],
    [
      'E0001',
      event('S3', { Bucket: 'b', Events: 's3:ObjectCreated:*' }),
      event('S3', { Bucket: { Ref: 'B' }, Events: 's3:ObjectCreated:*' }, bucket),
    ],
    [
      'E0001',
      resource('AWS::Serverless::StateMachine', {}),
      resource('AWS::Serverless::StateMachine', { DefinitionUri: 's.json' }),
    ],
    [
      'E0001',
      resource('AWS::Serverless::Application', {}),
      resource('AWS::Serverless::Application', { Location: './a.yaml' }),
    ],
    ['E0001', api({ CreateUsagePlan: 'SINGLE' }), api({ CreateUsagePlan: 'PER_API' })],
    ['E0001', api({}), api({ CreateUsagePlan: { Ref: 'AWS::StackName' } })],
    [
      'E0001',
      api({ CreateUsagePlan: 'NONE', UsagePlanId: 'a' }),
      api({ CreateUsagePlan: 'SHARED', UsagePlanName: 'a' }),
    ],
    ['E1010', layer('Arn'), layer('LayerVersionArn')],
    ['E3031', told('queue'), told('arn:aws:sqs:us-east-1:123456789012:queue')],
    ['E3031', told('queue'), told({ Ref: 'AWS::StackName' })],
    [
      'E2530',
      lambda({ Runtime: 'python3.11', SnapStart: { ApplyOn: 'PublishedVersions' } }),
      lambda({ Runtime: 'python3.13', SnapStart: { ApplyOn: 'PublishedVersions' } }),
    ],
    ['E2529', logs(3), logs(2)],
    ['E3030', lambda({ Runtime: 'nodejs22' }), lambda({ Runtime: 'nodejs22.x' })],
    ['E3034', lambda({ EphemeralStorage: { Size: 1 } }), lambda({ EphemeralStorage: { Size: '512' } })],
    ['E1161', lambda({ CodeUri: 's3://<bucket>/a.zip' }), lambda({ CodeUri: 's3://bucket/a.zip' })],
  ])

  it('take what functions share from Globals', () => {
    const template = {
      Transform,
      Globals: { Function: { Handler: 'a.b', Runtime: 'nodejs22.x', Timeout: 5 } },
      Resources: { F: { Type: 'AWS::Serverless::Function', Properties: { CodeUri: '.' } } },
    }
    expect(validate(template)).to.deep.equal([])
  })

  it('know what the transform makes, and nothing else', () => {
    const Outputs = {
      Role: { Value: { 'Fn::GetAtt': ['FRole', 'Arn'] } },
      Alias: { Value: { Ref: 'FAliaslive' } },
      Api: { Value: { 'Fn::Sub': '${ServerlessRestApi}.x' } },
      Wrong: { Value: { Ref: 'GRole' } },
    }
    const found = validate({ ...lambda({ AutoPublishAlias: 'live' }), Outputs })
    expect(found.map(({ code, path }) => `${code} ${path.join('/')}`)).to.deep.equal([
      'E6101 Outputs/Wrong/Value/Ref',
    ])
  })

  it('go in no circle by events', () => {
    const B = { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': '${F}-b' } } }
    expect(
      validate(event('S3', { Bucket: { Ref: 'B' }, Events: 's3:ObjectCreated:*' }, { B })).filter(
        ({ code }) => code === 'E3004',
      ),
    ).to.deep.equal([])
  })

  it('go in a circle when a function hears from a bucket that its role names', () => {
    const B = { Type: 'AWS::S3::Bucket' }
    const Events = { E: { Type: 'S3', Properties: { Bucket: { Ref: 'B' }, Events: 's3:ObjectCreated:*' } } }
    const Policies = [{ S3ReadPolicy: { BucketName: { Ref: 'B' } } }]
    const circles = (more: object): readonly string[] =>
      validate(lambda({ Events, Policies, ...more }, { B }))
        .filter(({ code }) => code === 'E3004')
        .map(({ path }) => path.join('/'))
    expect(circles({})).to.deep.equal(['Resources/F', 'Resources/B'])
    expect(circles({ Policies: [{ S3ReadPolicy: { BucketName: 'b' } }] })).to.deep.equal([])
    expect(circles({ Role: 'arn:aws:iam::123456789012:role/r' })).to.deep.equal([])
  })

  it('go in no circle by the alarms of a deployment', () => {
    const Dimensions = [{ Name: 'FunctionName', Value: { Ref: 'F' } }]
    const A = {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        Namespace: 'AWS/Lambda',
        MetricName: 'Errors',
        Dimensions,
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
      },
    }
    const circles = (more: object): readonly string[] =>
      validate(lambda(more, { A }))
        .filter(({ code }) => code === 'E3004')
        .map(({ path }) => path.join('/'))
    const DeploymentPreference = { Type: 'AllAtOnce', Alarms: [{ Ref: 'A' }] }
    expect(circles({ AutoPublishAlias: 'live', DeploymentPreference })).to.deep.equal([])
    expect(circles({ Description: { Ref: 'A' } })).to.deep.equal(['Resources/F', 'Resources/A'])
  })
})
