import { expect } from 'chai'
import type { StackEvent } from '../../../src/deploy/calls/client.ts'
import { rootCause } from '../../../src/deploy/events/root-cause.ts'

const id = 'arn:aws:cloudformation:eu-central-1:111122223333:stack/web/1'

function event(logicalId: string, status: string, reason?: string): StackEvent {
  const isStack = logicalId === 'web'
  return {
    StackId: id,
    EventId: '1',
    StackName: 'web',
    Timestamp: new Date(0),
    LogicalResourceId: logicalId,
    PhysicalResourceId: isStack ? id : logicalId,
    ResourceType: isStack ? 'AWS::CloudFormation::Stack' : 'AWS::SNS::Topic',
    ResourceStatus: status as never,
    ...(reason === undefined ? {} : { ResourceStatusReason: reason }),
  }
}

describe('rootCause()', () => {
  it('is the earliest failure that is not the echo of another', () => {
    const events = [
      event('web', 'CREATE_IN_PROGRESS'),
      event('A', 'CREATE_FAILED', 'Resource creation cancelled'),
      event('B', 'CREATE_FAILED', 'Invalid name'),
      event('C', 'CREATE_FAILED', 'Also wrong'),
      event('web', 'ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [A, B, C].'),
    ]
    expect(rootCause(events)).to.include({ logicalId: 'B', status: 'CREATE_FAILED', reason: 'Invalid name' })
  })

  it('is the reason of the stack when no resource failed', () => {
    const events = [event('web', 'UPDATE_ROLLBACK_IN_PROGRESS', 'Alarm arn:x went to ALARM')]
    expect(rootCause(events)).to.include({ logicalId: 'web', reason: 'Alarm arn:x went to ALARM' })
  })

  it('is a hook that refuses', () => {
    const hook = {
      ...event('A', 'CREATE_IN_PROGRESS'),
      HookStatus: 'HOOK_COMPLETE_FAILED',
      HookFailureMode: 'FAIL',
      HookStatusReason: 'No public bucket',
    }
    expect(rootCause([hook as StackEvent])).to.include({ logicalId: 'A', reason: 'No public bucket' })
  })

  it('is undefined when nothing failed', () =>
    expect(rootCause([event('web', 'CREATE_COMPLETE')])).to.equal(undefined))
})
