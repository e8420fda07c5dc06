import { assert } from 'chai'
import { messageOf } from '../template/message-of.ts'
import { eventsOf, scene, template } from './scene.ts'

const queue = { Type: 'AWS::SQS::Queue' }
const nope = {
  Queue: queue,
  Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::GetAtt': ['Queue', 'Nope'] } } },
}

describe('a template that cannot be deployed', () => {
  it('is found out before any resource is touched, when an attribute does not exist', () => {
    const { play, stack } = scene()
    play('CreateStack', template(nope))
    const reason = 'Requested attribute Nope does not exist in schema for AWS::SQS::Queue'
    assert.deepEqual(eventsOf(stack()), [
      'web CREATE_IN_PROGRESS: User Initiated',
      `web ROLLBACK_IN_PROGRESS: ${reason} Rollback requested by user.`,
      'web ROLLBACK_COMPLETE',
    ])
    play('DeleteStack', { StackName: 'web' })
    play('CreateStack', template({ Queue: queue }))
    const before = stack().events.length
    play('UpdateStack', template(nope))
    assert.deepEqual(eventsOf(stack(), before), [
      'web UPDATE_IN_PROGRESS: User Initiated',
      `web UPDATE_ROLLBACK_IN_PROGRESS: ${reason}`,
      'web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'web UPDATE_ROLLBACK_COMPLETE',
    ])
  })

  it('leaves no stack behind when it is refused at once', () => {
    const { call, world } = scene()
    const missing = template(
      { Queue: { ...queue, Properties: { QueueName: { 'Fn::FindInMap': ['M', 'a', 'b'] } } } },
      { Mappings: { M: {} } },
    )
    assert.equal(
      messageOf(() => call('CreateStack', missing)),
      'Template error: Unable to get mapping for M::a::b',
    )
    assert.deepEqual(world.stacks, {})
  })

  it('fails the stack or the change set when its transform fails', () => {
    const { play, stack, call } = scene()
    const macro = { ...template({ Queue: queue }, { Transform: 'Mine' }) }
    assert.equal(
      messageOf(() => call('CreateStack', macro)),
      'Requires capabilities : [CAPABILITY_AUTO_EXPAND]',
    )
    play('CreateStack', { ...macro, Capabilities: ['CAPABILITY_AUTO_EXPAND'] })
    assert.deepEqual(eventsOf(stack()), [
      'web CREATE_IN_PROGRESS: User Initiated',
      'web ROLLBACK_IN_PROGRESS: No transform named 123456789012::Mine found. Rollback requested by user.',
      'web ROLLBACK_COMPLETE',
    ])
    play('CreateChangeSet', { ...macro, StackName: 'other', ChangeSetName: 'first', ChangeSetType: 'CREATE' })
    const { Status, StatusReason } = call('DescribeChangeSet', { StackName: 'other', ChangeSetName: 'first' })
    assert.deepEqual(
      { Status, StatusReason },
      { Status: 'FAILED', StatusReason: 'No transform named 123456789012::Mine found.' },
    )
  })

  it('is refused without the capabilities that it needs', () => {
    const { call } = scene()
    const role = (properties: object): object => ({
      ...template({
        Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {}, ...properties } },
      }),
    })
    const refused = (input: object, ...Capabilities: string[]): unknown =>
      messageOf(() => call('CreateStack', { ...input, Capabilities }))
    assert.equal(refused(role({})), 'Requires capabilities : [CAPABILITY_IAM]')
    assert.equal(
      refused(role({ RoleName: 'a' }), 'CAPABILITY_IAM'),
      'Requires capabilities : [CAPABILITY_NAMED_IAM]',
    )
    assert.equal(refused(role({}), 'CAPABILITY_NAMED_IAM'), undefined)
  })
})
