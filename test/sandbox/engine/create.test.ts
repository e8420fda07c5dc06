import { assert } from 'chai'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { eventsOf, scene, template } from './scene.ts'

const queue: JsonObject = { Type: 'AWS::SQS::Queue' }
const referring: JsonObject = {
  Type: 'AWS::SNS::Topic',
  Properties: { Subscription: [{ Protocol: 'sqs', Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } }] },
}

describe('a creation', () => {
  it('begins with what needs nothing, and goes on as soon as what is needed is configured', () => {
    const { play, stack } = scene({ kind: 'slow', logicalId: 'Queue', factor: 10 })
    play('CreateStack', template({ Topic: referring, Queue: queue }))
    assert.deepEqual(eventsOf(stack()), [
      'web CREATE_IN_PROGRESS: User Initiated',
      'Queue CREATE_IN_PROGRESS',
      'Queue CREATE_IN_PROGRESS: Resource creation Initiated',
      'Queue CREATE_IN_PROGRESS: Eventual consistency check initiated',
      'Topic CREATE_IN_PROGRESS',
      'Topic CREATE_IN_PROGRESS: Resource creation Initiated',
      'Topic CREATE_COMPLETE',
      'web CREATE_IN_PROGRESS: Eventual consistency check initiated',
      'Queue CREATE_COMPLETE',
      'web CREATE_COMPLETE',
    ])
    assert.equal(stack().events[3]!.detailedStatus, 'CONFIGURATION_COMPLETE')
  })

  it('waits until what is named in DependsOn is complete', () => {
    const { play, stack } = scene({ kind: 'slow', logicalId: 'Queue', factor: 10 })
    play('CreateStack', template({ Topic: { Type: 'AWS::SNS::Topic', DependsOn: 'Queue' }, Queue: queue }))
    const events = eventsOf(stack())
    assert.isBelow(events.indexOf('Queue CREATE_COMPLETE'), events.indexOf('Topic CREATE_IN_PROGRESS'))
  })

  it('has outputs at its end', () => {
    const { play, stack } = scene()
    const Outputs = { Url: { Value: { Ref: 'Queue' }, Description: 'Where', Export: { Name: 'url' } } }
    play('CreateStack', template({ Queue: queue }, { Outputs }))
    const value = stack().resources['Queue']!.physicalId!
    assert.deepEqual(stack().outputs, [{ key: 'Url', value, description: 'Where', exportName: 'url' }])
  })

  it('shows no value of a NoEcho parameter in its events', () => {
    const { play, stack } = scene()
    const Parameters = { Secret: { Type: 'String', NoEcho: true } }
    const Queue = {
      ...queue,
      Properties: { Tags: [{ Key: 'secret', Value: { 'Fn::Sub': 'is ${Secret}' } }] },
    }
    play('CreateStack', {
      ...template({ Queue }, { Parameters }),
      Parameters: [{ ParameterKey: 'Secret', ParameterValue: 'hunter2' }],
    })
    const texts = stack().events.flatMap(({ properties }) => properties ?? [])
    assert.deepEqual([...new Set(texts)], ['{"Tags":[{"Key":"secret","Value":"is ****"}]}'])
  })

  it('is the same call when it is repeated with its token, another one otherwise', () => {
    const { play, call } = scene()
    const input = { ...template({ Queue: queue }), ClientRequestToken: 'once' }
    assert.deepEqual(play('CreateStack', input), call('CreateStack', input))
    assert.throws(
      () => call('CreateStack', { ...input, ClientRequestToken: 'twice' }),
      'Stack [web] already exists',
    )
  })

  it('is refused names that stacks cannot have', () => {
    const { call } = scene()
    assert.throws(
      () => call('CreateStack', { ...template({ Queue: queue }), StackName: 'no_good' }),
      "1 validation error detected: Value 'no_good' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*",
    )
  })
})
