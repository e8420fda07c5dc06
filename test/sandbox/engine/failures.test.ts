import { assert } from 'chai'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { eventsOf, scene, statusesOf, template } from './scene.ts'

const queue = (more: JsonObject = {}): JsonObject => ({ Type: 'AWS::SQS::Queue', ...more })
const reasonsOf = (events: string[]): string[] => events.filter((one) => one.includes(': '))

describe('a creation that fails', () => {
  const two = { A: queue(), B: { Type: 'AWS::SNS::Topic' }, C: queue({ DependsOn: 'A' }) }

  it('breaks off what goes on, and takes away what was made', () => {
    const { play, stack, world } = scene({ kind: 'fail', logicalId: 'B', reason: 'No' })
    play('CreateStack', template(two))
    assert.deepEqual(reasonsOf(eventsOf(stack())), [
      'web CREATE_IN_PROGRESS: User Initiated',
      'A CREATE_IN_PROGRESS: Resource creation Initiated',
      'B CREATE_FAILED: No',
      'A CREATE_FAILED: Resource creation cancelled',
      'web ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [B, A]. Rollback requested by user.',
    ])
    assert.isEmpty(world.live)
  })

  it('goes on wherever nothing failed when nothing is to be rolled back', () => {
    const { play, stack } = scene({ kind: 'fail', logicalId: 'B', reason: 'No' })
    play('CreateStack', { ...template({ ...two, D: queue({ DependsOn: 'B' }) }), DisableRollback: 'true' })
    assert.deepEqual(
      Object.values(stack().resources).map(({ logicalId, status }) => `${logicalId} ${status}`),
      ['A CREATE_COMPLETE', 'B CREATE_FAILED', 'C CREATE_COMPLETE'],
    )
    assert.equal(stack().statusReason, 'The following resource(s) failed to create: [B]. ')
  })

  it('is gone on with by an update that keeps what there is', () => {
    const { play, stack } = scene({ kind: 'fail', logicalId: 'B', times: 1 })
    play('CreateStack', { ...template(two), DisableRollback: 'true' })
    const made = stack().resources['A']!.physicalId
    assert.throws(
      () => play('UpdateStack', template(two)),
      'This stack is currently in a non-terminal [CREATE_FAILED] state. To update the stack from this state, please use the disable-rollback parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API',
    )
    play('UpdateStack', { ...template(two), DisableRollback: 'true' })
    assert.equal(stack().status, 'UPDATE_COMPLETE')
    assert.equal(stack().resources['A']!.physicalId, made)
  })

  it('leaves no stack when asked so', () => {
    const { play, stack } = scene({ kind: 'fail', logicalId: 'B' })
    play('CreateStack', { ...template(two), OnFailure: 'DELETE' })
    assert.equal(stack().status, 'DELETE_COMPLETE')
    assert.include(
      eventsOf(stack()),
      'web DELETE_IN_PROGRESS: The following resource(s) failed to create: [B, A]. Delete requested by user.',
    )
  })

  it('takes its time, and no more than it was given', () => {
    const { call, stack, wait } = scene({ kind: 'slow', logicalId: 'A', factor: 1000 })
    call('CreateStack', { ...template(two), TimeoutInMinutes: '2' })
    wait(30 * 60_000)
    assert.include(
      eventsOf(stack()),
      'web ROLLBACK_IN_PROGRESS: Stack creation time exceeded the specified timeout. Rollback requested by user.',
    )
    assert.equal(stack().status, 'ROLLBACK_COMPLETE')
  })

  it('fails for names that others have, and for properties that are wrong', () => {
    const { play, stack } = scene()
    play('CreateStack', {
      ...template({ Q: queue({ Properties: { QueueName: 'jobs' } }) }),
      StackName: 'other',
    })
    play('CreateStack', template({ Q: queue({ Properties: { QueueName: 'jobs' } }) }))
    assert.include(eventsOf(stack()), `Q CREATE_FAILED: jobs already exists in stack ${stack('other').id}`)
    play('DeleteStack', { StackName: 'web' })
    play('CreateStack', template({ Q: queue({ Properties: { Nmae: 'jobs' } }) }))
    assert.include(
      eventsOf(stack()),
      'Q CREATE_FAILED: Properties validation failed for resource Q with message:\n#: extraneous key [Nmae] is not permitted',
    )
  })
})

describe('an update that is cancelled', () => {
  it('goes back from where it is', () => {
    const { play, call, stack, wait, world } = scene()
    play('CreateStack', template({ A: queue() }))
    const live = structuredClone(Object.keys(world.live))
    assert.throws(
      () => call('CancelUpdateStack', { StackName: 'web' }),
      'CancelUpdateStack cannot be called from current stack status',
    )
    const before = stack().events.length
    call(
      'UpdateStack',
      template({ A: queue({ Properties: { DelaySeconds: 5 } }), B: { Type: 'AWS::SNS::Topic' } }),
    )
    wait(500)
    play('CancelUpdateStack', { StackName: 'web', ClientRequestToken: 'mine' })
    assert.deepEqual(eventsOf(stack(), before), [
      'web UPDATE_IN_PROGRESS: User Initiated',
      'A UPDATE_IN_PROGRESS',
      'B CREATE_IN_PROGRESS',
      'A UPDATE_FAILED: Resource update cancelled',
      'B CREATE_FAILED: Resource creation cancelled',
      'web UPDATE_ROLLBACK_IN_PROGRESS: User Initiated',
      'A UPDATE_IN_PROGRESS',
      'A UPDATE_COMPLETE',
      'web UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'B DELETE_COMPLETE',
      'web UPDATE_ROLLBACK_COMPLETE',
    ])
    assert.deepEqual(Object.keys(world.live), live)
    assert.equal(stack().events.at(-1)!.token, 'mine')
  })
})

describe('an update that cannot go back', () => {
  it('leaves out what it is told to skip', () => {
    const { play, stack } = scene(
      { kind: 'fail', logicalId: 'B', on: 'create' },
      { kind: 'fail', logicalId: 'A', on: 'rollback', reason: 'Gone' },
    )
    play('CreateStack', template({ A: queue() }))
    const changed = {
      A: queue({ Properties: { DelaySeconds: 5 } }),
      B: { Type: 'AWS::SNS::Topic', DependsOn: 'A' },
    }
    play('UpdateStack', template(changed))
    assert.equal(stack().statusReason, 'The following resource(s) failed to update: [A]. ')
    assert.throws(
      () => play('UpdateStack', template(changed)),
      `Stack:${stack().id} is in UPDATE_ROLLBACK_FAILED state and can not be updated.`,
    )
    assert.throws(() => play('ContinueUpdateRollback', { StackName: 'web', ResourcesToSkip: ['B'] }))
    play('ContinueUpdateRollback', { StackName: 'web', ResourcesToSkip: ['A'] })
    assert.equal(stack().status, 'UPDATE_ROLLBACK_COMPLETE')
    assert.deepEqual(stack().resources['A']!.properties, {})
  })
})

describe('a clean-up', () => {
  it('tries three times, and succeeds without what it could not delete', () => {
    const { play, stack } = scene({ kind: 'fail', logicalId: 'B', on: 'delete', reason: 'In use' })
    play('CreateStack', template({ A: queue(), B: queue() }))
    const before = stack().events.length
    play('UpdateStack', template({ A: queue() }))
    assert.deepEqual(eventsOf(stack(), before), [
      'web UPDATE_IN_PROGRESS: User Initiated',
      'web UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      ...Array.from({ length: 3 }, () => ['B DELETE_IN_PROGRESS', 'B DELETE_FAILED: In use']).flat(),
      'web UPDATE_COMPLETE: Update successful. One or more resources could not be deleted.',
    ])
  })
})

describe('rollback triggers', () => {
  const Arn = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors'
  const RollbackConfiguration = {
    RollbackTriggers: [{ Arn, Type: 'AWS::CloudWatch::Alarm' }],
    MonitoringTimeInMinutes: '10',
  }

  it('are watched before an operation ends', () => {
    const { call, stack, wait } = scene()
    call('CreateStack', { ...template({ A: queue() }), RollbackConfiguration })
    wait(9 * 60_000)
    assert.equal(stack().status, 'CREATE_IN_PROGRESS')
    wait(5 * 60_000)
    assert.equal(stack().status, 'CREATE_COMPLETE')
  })

  it('take the operation back', () => {
    const { play, stack } = scene({ kind: 'fail', logicalId: Arn, on: 'update' })
    play('CreateStack', { ...template({ A: queue() }), RollbackConfiguration })
    assert.deepEqual(statusesOf(stack()), ['CREATE_IN_PROGRESS', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE'])
  })
})
