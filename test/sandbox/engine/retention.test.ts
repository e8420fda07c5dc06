import { assert } from 'chai'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { eventsOf, scene, template } from './scene.ts'

const queue = (policies: JsonObject = {}, Properties: JsonObject = {}): JsonObject => ({
  Q: { Type: 'AWS::SQS::Queue', ...policies, Properties },
})
const failing = { Late: { Type: 'AWS::SNS::Topic', DependsOn: 'Q' } }

describe('DeletionPolicy', () => {
  it("keeps what it retains, in nobody's hands", () => {
    const { play, stack, world } = scene()
    play('CreateStack', template(queue({ DeletionPolicy: 'Retain' })))
    play('DeleteStack', { StackName: 'web' })
    assert.include(eventsOf(stack()), 'Q DELETE_SKIPPED')
    assert.deepEqual(
      Object.values(world.live).map(({ owner }) => owner),
      [undefined],
    )
  })

  it('retains also what a failed creation has made, unless it says otherwise', () => {
    for (const [policy, more, left] of [
      ['Retain', {}, 1],
      ['RetainExceptOnCreate', {}, 0],
      ['Retain', { RetainExceptOnCreate: 'true' }, 0],
    ] as const) {
      const { play, world } = scene({ kind: 'fail', logicalId: 'Late' })
      play('CreateStack', { ...template({ ...queue({ DeletionPolicy: policy }), ...failing }), ...more })
      assert.lengthOf(Object.keys(world.live), left, policy)
    }
  })
})

describe('UpdateReplacePolicy', () => {
  it('keeps what is replaced', () => {
    const { play, world, stack } = scene()
    const policies = { UpdateReplacePolicy: 'Retain' }
    play('CreateStack', template(queue(policies, { QueueName: 'a' })))
    play('UpdateStack', template(queue(policies, { QueueName: 'b' })))
    assert.deepEqual(
      Object.values(world.live).map(({ physicalId, owner }) => [
        physicalId.split('/').at(-1),
        owner?.logicalId,
      ]),
      [
        ['a', undefined],
        ['b', 'Q'],
      ],
    )
    assert.equal(stack().status, 'UPDATE_COMPLETE')
  })
})

describe('a deletion', () => {
  it('leaves what it is told to leave, once it has failed', () => {
    const { play, stack, world } = scene({ kind: 'fail', logicalId: 'Q', on: 'delete' })
    play('CreateStack', template(queue()))
    assert.throws(() => play('DeleteStack', { StackName: 'web', RetainResources: ['Q'] }))
    play('DeleteStack', { StackName: 'web' })
    assert.equal(stack().statusReason, 'The following resource(s) failed to delete: [Q]. ')
    play('DeleteStack', { StackName: 'web', RetainResources: ['Q'] })
    assert.equal(stack().status, 'DELETE_COMPLETE')
    assert.lengthOf(Object.keys(world.live), 1)
  })

  it('can be forced, once it has failed', () => {
    const { play, stack } = scene({ kind: 'fail', logicalId: 'Q', on: 'delete' })
    play('CreateStack', template(queue()))
    play('DeleteStack', { StackName: 'web' })
    play('DeleteStack', { StackName: 'web', DeletionMode: 'FORCE_DELETE_STACK' })
    assert.equal(stack().status, 'DELETE_COMPLETE')
  })

  it('is refused to protected stacks and to those that are updated', () => {
    const { play, call } = scene()
    play('CreateStack', { ...template(queue()), EnableTerminationProtection: 'true' })
    assert.throws(
      () => call('DeleteStack', { StackName: 'web' }),
      'Stack [web] cannot be deleted while TerminationProtection is enabled',
    )
    call('UpdateTerminationProtection', { StackName: 'web', EnableTerminationProtection: 'false' })
    call('UpdateStack', template(queue({}, { DelaySeconds: 1 })))
    assert.throws(
      () => call('DeleteStack', { StackName: 'web' }),
      'Stack [web] cannot be deleted while in status UPDATE_IN_PROGRESS',
    )
  })

  it('breaks off a creation', () => {
    const { play, call, stack, wait, world } = scene()
    call('CreateStack', template(queue()))
    wait(2000)
    play('DeleteStack', { StackName: 'web' })
    assert.deepEqual(eventsOf(stack()), [
      'web CREATE_IN_PROGRESS: User Initiated',
      'Q CREATE_IN_PROGRESS',
      'Q CREATE_IN_PROGRESS: Resource creation Initiated',
      'Q CREATE_FAILED: Resource creation cancelled',
      'web DELETE_IN_PROGRESS: User Initiated',
      'Q DELETE_IN_PROGRESS',
      'Q DELETE_COMPLETE',
      'web DELETE_COMPLETE',
    ])
    assert.isEmpty(world.live)
  })
})
