import { expect } from 'chai'
import type { ChangeSetState } from '../../../src/sandbox/change-sets/change-set-state.ts'
import { readOperations } from '../../../src/sandbox/read-operations/read-operations.ts'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { contextWith, desiredOf, eventOf, stackOf, start } from './worlds.ts'

const { DescribeEvents, DescribeStackEvents } = readOperations

const finding = eventOf(1, '', {
  operationId: 'operation-0',
  validation: {
    name: 'NAME_CONFLICT_VALIDATION',
    failureMode: 'FAIL',
    path: '/Resources/Topic',
    reason: "Resource of type 'AWS::SNS::Topic' with identifier 'news' already exists.",
  },
})
const web = stackOf('web', {
  operations: [
    {
      id: 'operation-0',
      type: 'CREATE_CHANGESET',
      startedAt: start,
      endedAt: start + 1500,
      status: 'FAILED',
    },
    {
      id: 'operation-1',
      type: 'CREATE_STACK',
      startedAt: start + 2000,
      endedAt: start + 5000,
      status: 'FAILED',
    },
  ],
  events: [
    finding,
    ownEvent(2, 'CREATE_IN_PROGRESS'),
    eventOf(3, 'CREATE_IN_PROGRESS', { physicalId: undefined, properties: '{"TopicName":"news"}' }),
    eventOf(4, 'CREATE_FAILED', { reason: 'news already exists', token: 'token' }),
    ownEvent(5, 'CREATE_FAILED'),
  ],
})

function ownEvent(number: number, status: string) {
  const id = 'arn:aws:cloudformation:eu-west-3:111122223333:stack/web/1'
  return eventOf(number, status, { logicalId: 'web', physicalId: id, type: 'AWS::CloudFormation::Stack' })
}

const types = (answer: JsonObject): unknown[] =>
  (answer['OperationEvents'] as JsonObject[]).map((event) => event['EventType'])

describe('sandbox DescribeStackEvents', () => {
  it('tells what happened, the newest first, without findings of early validation', () => {
    const { StackEvents } = DescribeStackEvents!({ StackName: 'web' }, contextWith([web])) as {
      StackEvents: JsonObject[]
    }
    expect(StackEvents.map(({ EventId }) => EventId)).to.deep.equal([
      'event-5',
      'event-4',
      'event-3',
      'event-2',
    ])
    expect(StackEvents[1]).to.deep.equal({
      StackId: web.id,
      EventId: 'event-4',
      StackName: 'web',
      OperationId: 'operation-1',
      LogicalResourceId: 'Topic',
      PhysicalResourceId: 'topic-1',
      ResourceType: 'AWS::SNS::Topic',
      Timestamp: '2026-01-02T03:04:09.000Z',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason: 'news already exists',
      ClientRequestToken: 'token',
    })
    expect(StackEvents[2]).to.include({
      PhysicalResourceId: '',
      ResourceProperties: '{"TopicName":"news"}',
    })
  })

  it('goes on where the page ended when events are added meanwhile', () => {
    const stack = stackOf('web', {
      events: Array.from({ length: 150 }, (_, number) => eventOf(number, 'CREATE_COMPLETE')),
    })
    const context = contextWith([stack])
    const first = DescribeStackEvents!({ StackName: 'web' }, context)
    stack.events.push(eventOf(150, 'DELETE_IN_PROGRESS'))
    const second = DescribeStackEvents!({ StackName: 'web', NextToken: first['NextToken'] }, context)
    const ids = [first, second].flatMap((page) =>
      (page['StackEvents'] as JsonObject[]).map(({ EventId }) => EventId),
    )
    expect(ids).to.deep.equal(Array.from({ length: 150 }, (_, number) => `event-${149 - number}`))
    expect(second['NextToken']).to.equal(undefined)
  })

  it('says when there is no such stack', () => {
    expect(() => DescribeStackEvents!({ StackName: 'x' }, contextWith([]))).to.throw(
      'Stack [x] does not exist',
    )
  })
})

describe('sandbox DescribeEvents', () => {
  it('tells the events of one operation, with their kinds', () => {
    const answer = DescribeEvents!({ OperationId: 'operation-1' }, contextWith([web]))
    expect(types(answer)).to.deep.equal([
      'STACK_EVENT',
      'PROVISIONING_ERROR',
      'PROGRESS_EVENT',
      'STACK_EVENT',
    ])
    expect((answer['OperationEvents'] as JsonObject[])[0]).to.deep.equal({
      EventId: 'event-5',
      StackId: web.id,
      OperationId: 'operation-1',
      OperationType: 'CREATE_STACK',
      OperationStatus: 'FAILED',
      EventType: 'STACK_EVENT',
      LogicalResourceId: 'web',
      PhysicalResourceId: web.id,
      ResourceType: 'AWS::CloudFormation::Stack',
      Timestamp: '2026-01-02T03:04:10.000Z',
      ResourceStatus: 'CREATE_FAILED',
      StartTime: '2026-01-02T03:04:07.000Z',
      EndTime: '2026-01-02T03:04:10.000Z',
    })
  })

  it('tells only what went wrong when asked for it', () => {
    const failed = { Filters: { FailedEvents: 'true' } }
    const context = contextWith([web])
    expect(types(DescribeEvents!({ StackName: 'web', ...failed }, context))).to.deep.equal([
      'PROVISIONING_ERROR',
      'VALIDATION_ERROR',
    ])
    expect(types(DescribeEvents!({ OperationId: 'operation-1', ...failed }, context))).to.deep.equal([
      'PROVISIONING_ERROR',
    ])
  })

  it('tells what early validation found in a change set', () => {
    const set: ChangeSetState = {
      id: 'arn:aws:cloudformation:eu-west-3:111122223333:changeSet/one/2',
      name: 'one',
      stackId: web.id,
      type: 'UPDATE',
      createdAt: start,
      desired: desiredOf(),
      status: 'FAILED',
      changes: [],
      operationId: 'operation-0',
    }
    const context = contextWith([web], { changeSets: { [set.id]: set } })
    const byId = DescribeEvents!({ ChangeSetName: set.id }, context)
    expect(DescribeEvents!({ ChangeSetName: 'one', StackName: 'web' }, context)).to.deep.equal(byId)
    expect(types(byId)).to.deep.equal(['STACK_EVENT', 'VALIDATION_ERROR'])
    expect((byId['OperationEvents'] as JsonObject[])[1]).to.deep.equal({
      EventId: 'event-1',
      StackId: web.id,
      OperationId: 'operation-0',
      OperationType: 'CREATE_CHANGESET',
      EventType: 'VALIDATION_ERROR',
      LogicalResourceId: 'Topic',
      PhysicalResourceId: 'topic-1',
      ResourceType: 'AWS::SNS::Topic',
      Timestamp: '2026-01-02T03:04:06.000Z',
      ValidationFailureMode: 'FAIL',
      ValidationName: 'NAME_CONFLICT_VALIDATION',
      ValidationStatus: 'FAILED',
      ValidationStatusReason: "Resource of type 'AWS::SNS::Topic' with identifier 'news' already exists.",
      ValidationPath: '/Resources/Topic',
    })
  })

  it('wants a stack, an operation or a change set, and says when it is not there', () => {
    const context = contextWith([web])
    const none = 'One of ChangeSetName, OperationId or StackName must be specified'
    expect(() => DescribeEvents!({}, context)).to.throw(none)
    expect(() => DescribeEvents!({ ChangeSetName: 'one' }, context)).to.throw(none)
    expect(() => DescribeEvents!({ OperationId: 'x' }, context)).to.throw('Operation x not found')
    expect(() => DescribeEvents!({ ChangeSetName: 'one', StackName: 'web' }, context)).to.throw(
      'ChangeSet [one] does not exist',
    )
  })
})
