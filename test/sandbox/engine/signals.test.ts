import { assert } from 'chai'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { eventsOf, scene, template } from './scene.ts'

const condition = (Count: number): JsonObject => ({
  Wait: {
    Type: 'AWS::CloudFormation::WaitCondition',
    CreationPolicy: { ResourceSignal: { Count, Timeout: 'PT10M' } },
  },
})
const group: JsonObject = {
  Group: {
    Type: 'AWS::AutoScaling::AutoScalingGroup',
    Properties: {
      MinSize: '4',
      MaxSize: '4',
      AvailabilityZones: ['eu-west-1a'],
      LaunchConfigurationName: 'one',
    },
    CreationPolicy: {
      ResourceSignal: { Count: 4, Timeout: 'PT10M' },
      AutoScalingCreationPolicy: { MinSuccessfulInstancesPercent: 50 },
    },
  },
}
const signal = (UniqueId: string, Status = 'SUCCESS', LogicalResourceId = 'Wait'): JsonObject => ({
  StackName: 'web',
  LogicalResourceId,
  UniqueId,
  Status,
})

describe('a resource that waits for signals', () => {
  it('gets them by itself unless they are awaited', () => {
    const { play, stack } = scene()
    play('CreateStack', template(condition(2)))
    assert.equal(stack().status, 'CREATE_COMPLETE')
    assert.lengthOf(
      eventsOf(stack()).filter((one) => one.includes('Received SUCCESS signal with UniqueId')),
      2,
    )
  })

  it('is complete with the last one', () => {
    const { play, stack, world } = scene()
    Object.assign(world.settings, { signals: 'awaited' })
    play('CreateStack', template(condition(2)))
    assert.equal(stack().resources['Wait']!.status, 'CREATE_IN_PROGRESS')
    play('SignalResource', signal('one'))
    assert.equal(stack().status, 'CREATE_IN_PROGRESS')
    play('SignalResource', signal('two'))
    assert.equal(stack().status, 'CREATE_COMPLETE')
  })

  it('fails when they do not come in time', () => {
    const { play, stack, world, wait } = scene()
    Object.assign(world.settings, { signals: 'awaited' })
    play('CreateStack', template(condition(2)))
    play('SignalResource', signal('one'))
    wait(3_600_000)
    assert.include(
      eventsOf(stack()),
      'Wait CREATE_FAILED: Failed to receive 1 resource signal(s) within the specified duration',
    )
    assert.equal(stack().status, 'ROLLBACK_COMPLETE')
  })

  it('fails with the first that says so, when all are needed', () => {
    const { play, stack, world } = scene()
    Object.assign(world.settings, { signals: 'awaited' })
    play('CreateStack', template(condition(2)))
    play('SignalResource', signal('one', 'FAILURE'))
    assert.include(
      eventsOf(stack()),
      'Wait CREATE_FAILED: Received 1 FAILURE signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement',
    )
  })

  it('needs only its share of them', () => {
    const { play, stack, world } = scene()
    Object.assign(world.settings, { signals: 'awaited' })
    play('CreateStack', template(group))
    for (const [id, status] of [
      ['a', 'FAILURE'],
      ['b', 'SUCCESS'],
      ['c', 'FAILURE'],
      ['d', 'SUCCESS'],
    ] as const)
      play('SignalResource', signal(id, status, 'Group'))
    assert.equal(stack().status, 'CREATE_COMPLETE')
  })

  it('takes none when it does not wait', () => {
    const { play, stack } = scene()
    play('CreateStack', template(condition(1)))
    assert.throws(() => play('SignalResource', signal('one')), /^Resource Wait is in CREATE_COMPLETE state/)
    assert.throws(
      () => play('SignalResource', signal('one', 'SUCCESS', 'Other')),
      /^Resource Other does not exist/,
    )
    assert.equal(stack().status, 'CREATE_COMPLETE')
  })
})

describe('a wait condition with a handle', () => {
  const resources: JsonObject = {
    Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
    Wait: {
      Type: 'AWS::CloudFormation::WaitCondition',
      Properties: { Handle: { Ref: 'Handle' }, Timeout: '300', Count: 1 },
    },
  }

  it('times out in its own words', () => {
    const { play, stack, world, wait } = scene()
    Object.assign(world.settings, { signals: 'awaited' })
    play('CreateStack', template(resources))
    wait(400_000)
    assert.include(
      eventsOf(stack()),
      'Wait CREATE_FAILED: WaitCondition timed out. Received 0 conditions when expecting 1',
    )
  })
})
