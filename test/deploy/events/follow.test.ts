import { expect } from 'chai'
import type { CloudFormationReads, StackEvent } from '../../../src/deploy/calls/client.ts'
import { follow } from '../../../src/deploy/events/follow.ts'

const stackType = 'AWS::CloudFormation::Stack'
const event = (stack: string, logicalId: string, status: string, fields: object = {}): StackEvent => ({
  StackId: `arn:${stack}`,
  EventId: `${stack} ${logicalId} ${status}`,
  StackName: stack,
  Timestamp: new Date(10_000),
  LogicalResourceId: logicalId,
  PhysicalResourceId: logicalId === stack ? `arn:${stack}` : `arn:${logicalId}`,
  ResourceType:
    logicalId === stack || logicalId === 'inner' || logicalId === 'deep' ? stackType : 'AWS::SNS::Topic',
  ResourceStatus: status as never,
  ...fields,
})

/** Reads of stacks whose events are these, newest first. */
function readsOf(events: Readonly<Record<string, readonly StackEvent[]>>, status: string) {
  const calls: string[] = []
  const reads = {
    stackEvents: async (id: string) => {
      calls.push(`events ${id}`)
      return { StackEvents: [...(events[id] ?? [])] }
    },
    describeStack: async (id: string) => {
      calls.push(`stack ${id}`)
      return { StackName: 'web', StackStatus: status, CreationTime: new Date(0) }
    },
  } as unknown as CloudFormationReads
  return { calls, aws: { until: () => reads } }
}

describe('follow()', () => {
  before(() => (process.env['CFSTACK_POLL_MS'] = '1'))
  after(() => delete process.env['CFSTACK_POLL_MS'])

  it('finds the root cause two nested stacks down, past failures of earlier operations and a hook', async () => {
    const { aws } = readsOf(
      {
        'arn:web': [
          event('web', 'web', 'UPDATE_ROLLBACK_COMPLETE'),
          event('web', 'inner', 'UPDATE_FAILED', { ResourceStatusReason: 'Embedded stack was not updated' }),
          event('web', 'web', 'UPDATE_IN_PROGRESS'),
        ],
        'arn:inner': [
          event('inner', 'deep', 'UPDATE_FAILED', { ResourceStatusReason: 'Embedded stack was not updated' }),
          event('inner', 'Old', 'UPDATE_FAILED', {
            Timestamp: new Date(0),
            ResourceStatusReason: 'long ago',
          }),
        ],
        'arn:deep': [
          event('deep', 'Other', 'UPDATE_FAILED', { ResourceStatusReason: 'Resource update cancelled' }),
          event('deep', 'Topic', 'UPDATE_IN_PROGRESS', {
            HookType: 'Acme::Tags::Hook',
            HookStatus: 'HOOK_COMPLETE_FAILED',
            HookStatusReason: 'tag secret-value is missing',
            HookFailureMode: 'FAIL',
          }),
        ],
      },
      'UPDATE_ROLLBACK_COMPLETE',
    )
    const { ok, rootCause } = await follow(
      aws,
      { stackId: 'arn:web', after: undefined },
      { secrets: ['secret-value'] },
    )
    expect([ok, rootCause]).to.deep.equal([
      false,
      {
        logicalId: 'Topic',
        type: 'AWS::SNS::Topic',
        status: 'HOOK_COMPLETE_FAILED',
        reason: 'tag **** is missing',
        physicalId: 'arn:Topic',
        path: ['inner', 'deep'],
        hook: 'Acme::Tags::Hook',
      },
    ])
  })

  it('needs one call a poll, and the stack once for its outputs', async () => {
    const events = [event('web', 'web', 'UPDATE_COMPLETE'), event('web', 'web', 'UPDATE_IN_PROGRESS')]
    const withOutputs = readsOf({ 'arn:web': events }, 'UPDATE_COMPLETE')
    await follow(withOutputs.aws, { stackId: 'arn:web', after: undefined })
    expect(withOutputs.calls).to.deep.equal(['events arn:web', 'stack arn:web'])
    const without = readsOf({ 'arn:web': events }, 'UPDATE_COMPLETE')
    await follow(without.aws, { stackId: 'arn:web', after: undefined }, { withoutOutputs: true })
    expect(without.calls).to.deep.equal(['events arn:web'])
  })

  it('believes a stack at rest without events only when it has seen it twice', async () => {
    const { aws, calls } = readsOf({}, 'UPDATE_COMPLETE')
    const { status } = await follow(aws, { stackId: 'arn:web', after: undefined })
    expect([status, calls.filter((call) => call === 'stack arn:web').length]).to.deep.equal([
      'UPDATE_COMPLETE',
      2,
    ])
  })
})
