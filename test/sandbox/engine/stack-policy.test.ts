import { assert } from 'chai'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { eventsOf, scene, template, type Scene } from './scene.ts'

const allow = { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' }
const deny = (more: JsonObject): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Resource: 'LogicalResourceId/Q',
  ...more,
})
const policy = (...Statement: JsonObject[]): string => JSON.stringify({ Statement })
const queue = (Properties: JsonObject): JsonObject => ({ Q: { Type: 'AWS::SQS::Queue', Properties } })

function guarded(StackPolicyBody: string): Scene {
  const here = scene()
  here.play('CreateStack', { ...template(queue({ QueueName: 'a' })), StackPolicyBody })
  return here
}

function updated(here: Scene, Properties: JsonObject, more: JsonObject = {}): string {
  here.play('UpdateStack', { ...template(queue(Properties)), ...more })
  return eventsOf(here.stack()).find((one) => one.startsWith('Q UPDATE_FAILED')) ?? here.stack().status
}

describe('a stack policy', () => {
  it('denies what it says, and nothing else', () => {
    const here = guarded(policy(allow, deny({ Action: 'Update:Replace' })))
    assert.equal(updated(here, { QueueName: 'a', DelaySeconds: 1 }), 'UPDATE_COMPLETE')
    assert.equal(
      updated(here, { QueueName: 'b' }),
      'Q UPDATE_FAILED: Action denied by stack policy: Statement [#2] does not allow [Update:Replace] for resource [LogicalResourceId/Q];',
    )
    assert.equal(here.stack().status, 'UPDATE_ROLLBACK_COMPLETE')
  })

  it('denies what it does not allow', () => {
    const here = guarded(policy({ ...allow, NotResource: 'LogicalResourceId/Q', Resource: undefined }))
    assert.match(updated(here, { QueueName: 'a', DelaySeconds: 1 }), /Action not allowed by stack policy/)
  })

  it('goes by types', () => {
    const Condition = { StringLike: { ResourceType: ['AWS::SQS::*'] } }
    const here = guarded(policy(allow, deny({ Action: 'Update:Modify', Resource: '*', Condition })))
    assert.match(
      updated(here, { QueueName: 'a', DelaySeconds: 1 }),
      /Statement \[#2\] does not allow \[Update:Modify\]/,
    )
  })

  it('keeps resources from being removed', () => {
    const here = guarded(policy(allow, deny({ Action: 'Update:Delete' })))
    here.play('UpdateStack', template({ T: { Type: 'AWS::SNS::Topic' } }))
    assert.equal(here.stack().status, 'UPDATE_ROLLBACK_COMPLETE')
    assert.hasAllKeys(here.stack().resources, ['Q'])
  })

  it('gives way to one for the update alone', () => {
    const here = guarded(policy(deny({ Action: 'Update:*' })))
    const StackPolicyDuringUpdateBody = policy(allow)
    assert.equal(updated(here, { QueueName: 'b' }, { StackPolicyDuringUpdateBody }), 'UPDATE_COMPLETE')
    assert.deepEqual(here.call('GetStackPolicy', { StackName: 'web' }), {
      StackPolicyBody: policy(deny({ Action: 'Update:*' })),
    })
  })

  it('must be one', () => {
    const here = guarded(policy(allow))
    for (const StackPolicyBody of ['nonsense', '{}', policy({ Effect: 'Maybe' })])
      assert.throws(
        () => here.call('SetStackPolicy', { StackName: 'web', StackPolicyBody }),
        /^Error validating stack policy/,
      )
  })
})
