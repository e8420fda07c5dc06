import { assert } from 'chai'
import { eventsOf, scene, template } from './scene.ts'

const topicAndQueue = (name: string) => ({
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: name } },
  Topic: {
    Type: 'AWS::SNS::Topic',
    Properties: { Subscription: [{ Protocol: 'sqs', Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } }] },
  },
})

describe('an update', () => {
  it('makes the new resource, moves its dependents, and deletes the old one last', () => {
    const { play, stack, world } = scene()
    play('CreateStack', template(topicAndQueue('a')))
    const before = stack().events.length
    play('UpdateStack', template(topicAndQueue('b')))
    assert.deepEqual(eventsOf(stack(), before), [
      'web UPDATE_IN_PROGRESS: User Initiated',
      'Queue UPDATE_IN_PROGRESS: Requested update requires the creation of a new physical resource; hence creating one.',
      'Queue UPDATE_IN_PROGRESS: Resource creation Initiated',
      'Queue UPDATE_COMPLETE',
      'Topic UPDATE_IN_PROGRESS',
      'Topic UPDATE_COMPLETE',
      'web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Queue DELETE_IN_PROGRESS',
      'Queue DELETE_COMPLETE',
      'web UPDATE_COMPLETE',
    ])
    assert.sameMembers(
      Object.values(world.live).map(({ physicalId }) => physicalId),
      Object.values(stack().resources).map(({ physicalId }) => physicalId),
    )
  })

  it('goes back to the old resource when a dependent cannot be changed', () => {
    const { play, stack } = scene({ kind: 'fail', logicalId: 'Topic', on: 'update', reason: 'Not today' })
    play('CreateStack', template(topicAndQueue('a')))
    const was = structuredClone(stack().resources)
    const before = stack().events.length
    play('UpdateStack', template(topicAndQueue('b')))
    assert.deepEqual(eventsOf(stack(), before), [
      'web UPDATE_IN_PROGRESS: User Initiated',
      'Queue UPDATE_IN_PROGRESS: Requested update requires the creation of a new physical resource; hence creating one.',
      'Queue UPDATE_IN_PROGRESS: Resource creation Initiated',
      'Queue UPDATE_COMPLETE',
      'Topic UPDATE_IN_PROGRESS',
      'Topic UPDATE_FAILED: Not today',
      'web UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to update: [Topic]. ',
      'Queue UPDATE_IN_PROGRESS',
      'Queue UPDATE_COMPLETE',
      'Topic UPDATE_IN_PROGRESS',
      'Topic UPDATE_COMPLETE',
      'web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'Queue DELETE_IN_PROGRESS',
      'Queue DELETE_COMPLETE',
      'web UPDATE_ROLLBACK_COMPLETE',
    ])
    const physical = (resources: typeof was) =>
      Object.values(resources).map(({ physicalId, properties }) => ({ physicalId, properties }))
    assert.deepEqual(physical(stack().resources), physical(was))
  })
})
