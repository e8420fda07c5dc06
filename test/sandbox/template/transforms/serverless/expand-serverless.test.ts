import { expect } from 'chai'
import type { JsonObject } from '../../../../../src/sandbox/world.ts'
import { processedWith } from '../../env-of.ts'
import { messageOf } from '../../message-of.ts'

const Transform = 'AWS::Serverless-2016-10-31'
const code = { Handler: 'a.b', Runtime: 'nodejs22.x', CodeUri: 's3://bucket/key' }

function fn(properties: object, more: object = {}): object {
  return { Type: 'AWS::Serverless::Function', Properties: { ...code, ...properties }, ...more }
}

/** Digests change with what they stand for. */
function masked<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value).replace(/(Version|Deployment|Layer|id: )[0-9a-f]{10}(?![0-9a-f])/g, '$1#'),
  ) as T
}

function expand(Resources: object, more: object = {}): JsonObject {
  return masked(processedWith({ Transform, Resources, ...more }).root)
}

function typesIn(root: JsonObject): object {
  return Object.fromEntries(
    Object.entries(root['Resources'] as JsonObject).map(([id, one]) => [id, (one as JsonObject)['Type']]),
  )
}

describe('processTemplate(), of a serverless template', () => {
  it('makes of a function and its events what the serverless application model makes of them', () => {
    const root = expand(
      {
        Hello: fn({
          AutoPublishAlias: 'live',
          FunctionUrlConfig: { AuthType: 'NONE' },
          DeploymentPreference: { Type: 'AllAtOnce' },
          Events: {
            Get: { Type: 'Api', Properties: { Path: '/hello/{id}', Method: 'get' } },
            Own: { Type: 'Api', Properties: { Path: '/', Method: 'any', RestApiId: { Ref: 'Rest' } } },
            Http: { Type: 'HttpApi', Properties: { Path: '/h', Method: 'post' } },
            Cron: { Type: 'Schedule', Properties: { Schedule: 'rate(1 day)' } },
            Rule: { Type: 'EventBridgeRule', Properties: { Pattern: { source: ['aws.ec2'] } } },
            Q: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] }, BatchSize: 5 } },
            T: { Type: 'SNS', Properties: { Topic: { Ref: 'Topic' } } },
            Obj: { Type: 'S3', Properties: { Bucket: { Ref: 'Bucket' }, Events: 's3:ObjectCreated:*' } },
            Later: { Type: 'ScheduleV2', Properties: { ScheduleExpression: 'rate(1 day)' } },
          },
        }),
        Rest: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'v1' } },
        Queue: { Type: 'AWS::SQS::Queue' },
        Topic: { Type: 'AWS::SNS::Topic' },
        Bucket: { Type: 'AWS::S3::Bucket' },
      },
      { Outputs: { O: { Value: { 'Fn::Sub': '${Hello.Version} ${ServerlessRestApi.Stage}' } } } },
    )
    expect(typesIn(root)).to.deep.equal({
      Queue: 'AWS::SQS::Queue',
      Topic: 'AWS::SNS::Topic',
      Bucket: 'AWS::S3::Bucket',
      Hello: 'AWS::Lambda::Function',
      'HelloVersion#': 'AWS::Lambda::Version',
      HelloAliaslive: 'AWS::Lambda::Alias',
      ServerlessDeploymentApplication: 'AWS::CodeDeploy::Application',
      CodeDeployServiceRole: 'AWS::IAM::Role',
      HelloDeploymentGroup: 'AWS::CodeDeploy::DeploymentGroup',
      HelloUrl: 'AWS::Lambda::Url',
      HelloUrlPublicPermissions: 'AWS::Lambda::Permission',
      HelloURLInvokeAllowPublicAccess: 'AWS::Lambda::Permission',
      HelloRole: 'AWS::IAM::Role',
      HelloGetPermissionProd: 'AWS::Lambda::Permission',
      HelloOwnPermissionv1: 'AWS::Lambda::Permission',
      HelloHttpPermission: 'AWS::Lambda::Permission',
      HelloCron: 'AWS::Events::Rule',
      HelloCronPermission: 'AWS::Lambda::Permission',
      HelloRule: 'AWS::Events::Rule',
      HelloRulePermission: 'AWS::Lambda::Permission',
      HelloQ: 'AWS::Lambda::EventSourceMapping',
      HelloTPermission: 'AWS::Lambda::Permission',
      HelloT: 'AWS::SNS::Subscription',
      HelloObjPermission: 'AWS::Lambda::Permission',
      HelloLater: 'AWS::Scheduler::Schedule',
      HelloLaterRole: 'AWS::IAM::Role',
      Rest: 'AWS::ApiGateway::RestApi',
      'RestDeployment#': 'AWS::ApiGateway::Deployment',
      Restv1Stage: 'AWS::ApiGateway::Stage',
      ServerlessRestApi: 'AWS::ApiGateway::RestApi',
      'ServerlessRestApiDeployment#': 'AWS::ApiGateway::Deployment',
      ServerlessRestApiProdStage: 'AWS::ApiGateway::Stage',
      ServerlessHttpApi: 'AWS::ApiGatewayV2::Api',
      ServerlessHttpApiApiGatewayDefaultStage: 'AWS::ApiGatewayV2::Stage',
    })
    const { Bucket, HelloGetPermissionProd: permission, HelloQ } = root['Resources'] as JsonObject
    expect({ Bucket, permission, HelloQ, outputs: root['Outputs'] }).to.deep.equal({
      Bucket: {
        Type: 'AWS::S3::Bucket',
        DependsOn: ['HelloObjPermission'],
        Properties: {
          NotificationConfiguration: {
            LambdaConfigurations: [{ Function: { Ref: 'HelloAliaslive' }, Event: 's3:ObjectCreated:*' }],
          },
        },
      },
      permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: { Ref: 'HelloAliaslive' },
          Principal: 'apigateway.amazonaws.com',
          SourceArn: {
            'Fn::Sub': [
              'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/GET/hello/*',
              { __ApiId__: { Ref: 'ServerlessRestApi' }, __Stage__: '*' },
            ],
          },
        },
      },
      HelloQ: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          BatchSize: 5,
          EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
          FunctionName: { Ref: 'HelloAliaslive' },
        },
      },
      outputs: { O: { Value: { 'Fn::Sub': '${HelloVersion#} ${ServerlessRestApiProdStage}' } } },
    })
  })

  it('merges globals into functions, and hands conditions on', () => {
    const root = expand(
      {
        A: fn(
          {
            Environment: { Variables: { OWN: '1' } },
            Timeout: 9,
            Tags: { Team: 'a' },
            Policies: ['AmazonS3ReadOnlyAccess'],
          },
          { Condition: 'C', Metadata: { m: 1 } },
        ),
      },
      {
        Conditions: { C: { 'Fn::Equals': ['a', 'a'] } },
        Globals: { Function: { Timeout: 5, MemorySize: 256, Environment: { Variables: { ALL: '2' } } } },
      },
    )
    const Tags = [
      { Key: 'Team', Value: 'a' },
      { Key: 'lambda:createdBy', Value: 'SAM' },
    ]
    expect(root).to.deep.equal({
      Conditions: { C: { 'Fn::Equals': ['a', 'a'] } },
      Resources: {
        A: {
          Type: 'AWS::Lambda::Function',
          Condition: 'C',
          Metadata: { m: 1 },
          Properties: {
            Code: { S3Bucket: 'bucket', S3Key: 'key' },
            Environment: { Variables: { ALL: '2', OWN: '1' } },
            Handler: 'a.b',
            MemorySize: 256,
            Role: { 'Fn::GetAtt': ['ARole', 'Arn'] },
            Runtime: 'nodejs22.x',
            Tags,
            Timeout: 9,
          },
        },
        ARole: {
          Type: 'AWS::IAM::Role',
          Condition: 'C',
          Properties: {
            AssumeRolePolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Action: ['sts:AssumeRole'],
                  Effect: 'Allow',
                  Principal: { Service: ['lambda.amazonaws.com'] },
                },
              ],
            },
            ManagedPolicyArns: [
              'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
              'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
            ],
            Tags,
          },
        },
      },
    })
  })

  it('expands tables, layers, state machines and applications', () => {
    const root = expand({
      Table: {
        Type: 'AWS::Serverless::SimpleTable',
        Properties: { PrimaryKey: { Name: 'at', Type: 'Number' } },
      },
      Layer: { Type: 'AWS::Serverless::LayerVersion', Properties: { ContentUri: 's3://b/k?versionId=3' } },
      Machine: {
        Type: 'AWS::Serverless::StateMachine',
        Properties: { Role: 'arn:role', Definition: { StartAt: { Ref: 'Table' }, States: {} } },
      },
      App: {
        Type: 'AWS::Serverless::Application',
        Properties: { Location: 'https://s3/x', Parameters: { L: { Ref: 'Layer' } } },
      },
    })
    expect(root['Resources']).to.deep.equal({
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          DefinitionString: '{"StartAt":"${definition_substitution_1}","States":{}}',
          DefinitionSubstitutions: { definition_substitution_1: { Ref: 'Table' } },
          RoleArn: 'arn:role',
          Tags: [{ Key: 'stateMachine:createdBy', Value: 'SAM' }],
        },
      },
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          AttributeDefinitions: [{ AttributeName: 'at', AttributeType: 'N' }],
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: [{ AttributeName: 'at', KeyType: 'HASH' }],
        },
      },
      'Layer#': {
        Type: 'AWS::Lambda::LayerVersion',
        DeletionPolicy: 'Retain',
        Properties: { Content: { S3Bucket: 'b', S3Key: 'k', S3ObjectVersion: '3' }, LayerName: 'Layer' },
      },
      App: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: {
          Parameters: { L: { Ref: 'Layer#' } },
          Tags: [{ Key: 'lambda:createdBy', Value: 'SAM' }],
          TemplateURL: 'https://s3/x',
        },
      },
    })
  })

  it('names all that it cannot expand', () => {
    expect(
      messageOf(() =>
        expand({
          Local: fn({ CodeUri: './src' }),
          Odd: fn({ Events: { E: { Type: 'AlexaSkill' } } }),
          Link: { Type: 'AWS::Serverless::Connector' },
        }),
      ),
    ).to.equal(
      "Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification document. Number of errors found: 3. Resource with id [Local] is invalid. 'CodeUri' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter. Resource with id [Odd] is invalid. Event with id [E] is invalid. The sandbox does not expand events of the type AlexaSkill. Resource with id [Link] is invalid. The sandbox does not expand AWS::Serverless::Connector.",
    )
  })
})
