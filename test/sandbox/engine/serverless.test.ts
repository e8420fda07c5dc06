import { assert } from 'chai'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { messageOf } from '../template/message-of.ts'
import { scene } from './scene.ts'

const serverless = {
  Transform: 'AWS::Serverless-2016-10-31',
  Resources: {
    Hello: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        Handler: 'a.b',
        Runtime: 'nodejs22.x',
        CodeUri: 's3://bucket/k',
        AutoPublishAlias: 'live',
        FunctionUrlConfig: { AuthType: 'NONE' },
        DeploymentPreference: { Type: 'AllAtOnce' },
        Events: {
          Get: { Type: 'Api', Properties: { Path: '/', Method: 'get' } },
          Http: { Type: 'HttpApi', Properties: { Path: '/h', Method: 'get' } },
          Cron: { Type: 'Schedule', Properties: { Schedule: 'rate(1 day)' } },
          Later: { Type: 'ScheduleV2', Properties: { ScheduleExpression: 'rate(1 day)' } },
          Object: { Type: 'S3', Properties: { Bucket: { Ref: 'Bucket' }, Events: 's3:ObjectCreated:*' } },
        },
      },
    },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Table: { Type: 'AWS::Serverless::SimpleTable' },
    Layer: { Type: 'AWS::Serverless::LayerVersion', Properties: { ContentUri: 's3://bucket/l' } },
    Machine: {
      Type: 'AWS::Serverless::StateMachine',
      Properties: {
        Definition: { StartAt: 'A', States: {} },
        Events: { Cron: { Type: 'Schedule', Properties: { Schedule: 'rate(1 day)' } } },
      },
    },
  },
  Outputs: { Url: { Value: { 'Fn::Sub': 'https://${ServerlessRestApi}/Prod/' } } },
}

describe('a serverless stack', () => {
  it('is made of the resources that its transform yields, by way of a change set', () => {
    const { call, play, stack } = scene()
    const input: JsonObject = {
      StackName: 'web',
      ChangeSetName: 'first',
      ChangeSetType: 'CREATE',
      TemplateBody: JSON.stringify(serverless),
    }
    assert.equal(
      messageOf(() => call('CreateChangeSet', input)),
      'Requires capabilities : [CAPABILITY_IAM]',
    )
    play('CreateChangeSet', { ...input, Capabilities: ['CAPABILITY_IAM'] })
    play('ExecuteChangeSet', { StackName: 'web', ChangeSetName: 'first' })
    const { status, resources, outputs } = stack()
    assert.equal(status, 'CREATE_COMPLETE')
    assert.lengthOf(Object.keys(resources), 29)
    assert.deepEqual(outputs, [
      { key: 'Url', value: `https://${resources['ServerlessRestApi']?.physicalId}/Prod/` },
    ])
    const { TemplateBody: body } = call('GetTemplate', { StackName: 'web', TemplateStage: 'Processed' })
    assert.sameMembers(
      Object.keys((JSON.parse(String(body)) as { Resources: object }).Resources),
      Object.keys(resources),
    )
    play('DeleteStack', { StackName: 'web' })
    assert.equal(stack().status, 'DELETE_COMPLETE')
  })
})
