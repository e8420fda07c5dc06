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

  it('touches what gets other metadata, or other tags from its stack', () => {
    const { play, stack } = scene()
    const queue = (Metadata?: object) => ({ Queue: { Type: 'AWS::SQS::Queue', Metadata } })
    play('CreateStack', template(queue()))
    const touched = (): string[] => {
      const last = stack().operations.at(-1)!.id
      return stack().events.flatMap(({ operationId, logicalId, status }) =>
        operationId === last && logicalId === 'Queue' ? [status] : [],
      )
    }
    const Tags = [{ Key: 'team', Value: 'web' }]
    play('UpdateStack', { ...template(queue({ at: { Ref: 'AWS::Region' } })), Tags })
    assert.deepEqual(touched(), ['UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE'])
    assert.deepEqual(stack().resources['Queue']!.metadata, { at: 'eu-west-1' })
    assert.throws(
      () => play('UpdateStack', { ...template(queue({ at: { Ref: 'AWS::Region' } })), Tags }),
      'No updates are to be performed.',
    )
    play('UpdateStack', { ...template(queue({ at: { Ref: 'AWS::Region' } })), Tags: [] })
    assert.deepEqual(touched(), ['UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE'])
  })

  it('does not give a name of its own to what it replaces', () => {
    const { play, stack } = scene()
    const topic = (FifoTopic: boolean) => ({
      Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news.fifo', FifoTopic } },
    })
    play('CreateStack', template(topic(true)))
    play('UpdateStack', template(topic(false)))
    assert.include(
      eventsOf(stack()),
      'Topic UPDATE_FAILED: CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename news.fifo and update the stack again.',
    )
  })

  it('lets go of what it has taken over when it goes back', () => {
    const { play, stack, world } = scene()
    const queue = { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain', Properties: { QueueName: 'jobs' } }
    play('CreateStack', { ...template({ Queue: queue }), StackName: 'old' })
    play('DeleteStack', { StackName: 'old' })
    play('CreateStack', template({ Topic: { Type: 'AWS::SNS::Topic' } }))
    world.faults.push({ kind: 'fail', logicalId: 'Late' })
    const adopted = { ...queue, DeletionPolicy: 'RetainExceptOnCreate' }
    const Resources = {
      Topic: { Type: 'AWS::SNS::Topic' },
      Queue: adopted,
      Late: { Type: 'AWS::SNS::Topic', DependsOn: 'Queue' },
    }
    const ChangeSetName = 'all'
    play('CreateChangeSet', { ...template(Resources), ChangeSetName, ImportExistingResources: 'true' })
    play('ExecuteChangeSet', { StackName: 'web', ChangeSetName })
    assert.equal(stack().status, 'UPDATE_ROLLBACK_COMPLETE')
    assert.include(eventsOf(stack()), 'Queue IMPORT_COMPLETE: Resource import completed.')
    assert.deepEqual(
      Object.values(world.live).map(({ type, owner }) => [type, owner?.logicalId]),
      [
        ['AWS::SQS::Queue', undefined],
        ['AWS::SNS::Topic', 'Topic'],
      ],
    )
  })
})
