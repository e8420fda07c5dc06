import { assert } from 'chai'
import { parts } from '../../../src/sandbox/parts.ts'
import { removeLive } from '../../../src/sandbox/live.ts'
import type { JsonObject, LiveResource } from '../../../src/sandbox/world.ts'
import { scene, template, type Scene } from '../engine/scene.ts'

const queue = (properties: JsonObject) => ({ Type: 'AWS::SQS::Queue', Properties: properties })

/** A stack of a queue that has changed since, a topic that is gone, and one that is as it was. */
function drifted(): Scene {
  const here = scene()
  here.play(
    'CreateStack',
    template({
      Changed: queue({ DelaySeconds: 5, Tags: [{ Key: 'a', Value: '1' }] }),
      Gone: { Type: 'AWS::SNS::Topic' },
      Same: queue({ DelaySeconds: '7' }),
      Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
    }),
  )
  const live = (logicalId: string): LiveResource =>
    Object.values(here.world.live).find(({ owner }) => owner?.logicalId === logicalId)!
  live('Changed').properties = {
    DelaySeconds: 9,
    Tags: [
      { Key: 'b', Value: '2' },
      { Key: 'a', Value: '1' },
    ],
    FifoQueue: false,
  }
  live('Same').properties = { DelaySeconds: 7 }
  removeLive(here.world, live('Gone'))
  return here
}

const changed = {
  LogicalResourceId: 'Changed',
  ResourceType: 'AWS::SQS::Queue',
  ExpectedProperties: '{"DelaySeconds":5,"Tags":[{"Key":"a","Value":"1"}]}',
  ActualProperties: '{"DelaySeconds":9,"Tags":[{"Key":"b","Value":"2"},{"Key":"a","Value":"1"}]}',
  PropertyDifferences: [
    { PropertyPath: '/DelaySeconds', ExpectedValue: '5', ActualValue: '9', DifferenceType: 'NOT_EQUAL' },
    {
      PropertyPath: '/Tags/0',
      ExpectedValue: 'null',
      ActualValue: '{"Key":"b","Value":"2"}',
      DifferenceType: 'ADD',
    },
  ],
  StackResourceDriftStatus: 'MODIFIED',
}

describe('DetectStackDrift', () => {
  it('takes time, and then says what has changed', () => {
    const { call, world, stack } = drifted()
    const { StackDriftDetectionId: id } = call('DetectStackDrift', { StackName: 'web' })
    const status = (): JsonObject => {
      const { Timestamp, StackId, StackDriftDetectionId, ...rest } = call(
        'DescribeStackDriftDetectionStatus',
        {
          StackDriftDetectionId: id,
        },
      )
      return rest
    }
    assert.deepEqual(status(), { DetectionStatus: 'DETECTION_IN_PROGRESS' })
    assert.throws(() => call('DetectStackDrift', { StackName: 'web' }), 'already in progress')
    parts.settle(world)
    assert.deepEqual(status(), {
      DetectionStatus: 'DETECTION_COMPLETE',
      StackDriftStatus: 'DRIFTED',
      DriftedStackResourceCount: 2,
    })
    assert.equal(stack().drift?.status, 'DRIFTED')
    const drifts = call('DescribeStackResourceDrifts', { StackName: 'web' })[
      'StackResourceDrifts'
    ] as JsonObject[]
    assert.deepEqual(
      drifts.map((one) => [one['LogicalResourceId'], one['StackResourceDriftStatus']]),
      [
        ['Changed', 'MODIFIED'],
        ['Gone', 'DELETED'],
        ['Same', 'IN_SYNC'],
      ],
    )
  })

  it('looks at the named resources only', () => {
    const { play, stack } = drifted()
    play('DetectStackDrift', { StackName: 'web', LogicalResourceIds: ['Same'] })
    assert.deepEqual(
      Object.values(stack().resources).map(({ drift }) => drift?.status),
      [undefined, undefined, 'IN_SYNC', undefined],
    )
    assert.equal(stack().drift?.status, 'IN_SYNC')
  })

  it('is refused while the stack changes', () => {
    const { call } = scene()
    call('CreateStack', template({ Queue: queue({}) }))
    assert.throws(() => call('DetectStackDrift', { StackName: 'web' }), 'CREATE_IN_PROGRESS')
  })
})

describe('DescribeStackResourceDrifts', () => {
  it('says what differs, and takes a status to look for', () => {
    const { play, call } = drifted()
    play('DetectStackDrift', { StackName: 'web' })
    const found = call('DescribeStackResourceDrifts', {
      StackName: 'web',
      StackResourceDriftStatusFilters: ['MODIFIED'],
    })
    const [{ StackId, PhysicalResourceId, Timestamp, ...rest } = {}, ...others] = found[
      'StackResourceDrifts'
    ] as JsonObject[]
    assert.deepEqual(rest, changed)
    assert.deepEqual(others, [])
  })
})

describe('DetectStackResourceDrift', () => {
  it('answers at once', () => {
    const { call } = drifted()
    const answer = call('DetectStackResourceDrift', { StackName: 'web', LogicalResourceId: 'Changed' })
    const { StackId, PhysicalResourceId, Timestamp, ...rest } = answer['StackResourceDrift'] as JsonObject
    assert.deepEqual(rest, changed)
  })

  it('refuses what has no reality beside the stack', () => {
    const { call } = drifted()
    assert.throws(
      () => call('DetectStackResourceDrift', { StackName: 'web', LogicalResourceId: 'Handle' }),
      'not supported',
    )
  })
})
