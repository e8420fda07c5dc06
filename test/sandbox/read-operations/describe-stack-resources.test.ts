import { expect } from 'chai'
import { readOperations } from '../../../src/sandbox/read-operations/read-operations.ts'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { contextWith, resourceOf, stackOf, start } from './worlds.ts'

const { DescribeStackResource, DescribeStackResources, ListStackResources } = readOperations

const web = stackOf('web', {
  status: 'UPDATE_COMPLETE',
  resources: {
    Topic: resourceOf('Topic', {
      metadata: { Source: 'a' },
      drift: { status: 'MODIFIED', checkedAt: start },
      statusReason: 'Because',
    }),
    Old: resourceOf('Old', { status: 'DELETE_COMPLETE' }),
    Kept: resourceOf('Kept', { status: 'DELETE_SKIPPED' }),
  },
})
const fields = {
  LogicalResourceId: 'Topic',
  PhysicalResourceId: 'arn:aws:sns:eu-west-3:111122223333:Topic',
  ResourceType: 'AWS::SNS::Topic',
  ResourceStatus: 'CREATE_COMPLETE',
  ResourceStatusReason: 'Because',
  DriftInformation: { StackResourceDriftStatus: 'MODIFIED', LastCheckTimestamp: '2026-01-02T03:04:05.000Z' },
}
const time = '2026-01-02T03:04:05.000Z'

describe('sandbox DescribeStackResource', () => {
  it('gives a resource with its metadata', () => {
    expect(
      DescribeStackResource!({ StackName: 'web', LogicalResourceId: 'Topic' }, contextWith([web])),
    ).to.deep.equal({
      StackResourceDetail: {
        StackName: 'web',
        StackId: web.id,
        ...fields,
        LastUpdatedTimestamp: time,
        Metadata: '{"Source":"a"}',
      },
    })
  })

  it('says what is not there', () => {
    const context = contextWith([web])
    expect(() => DescribeStackResource!({ StackName: 'web', LogicalResourceId: 'Old' }, context)).to.throw(
      'Resource Old does not exist for stack web',
    )
    expect(() => DescribeStackResource!({ StackName: 'x', LogicalResourceId: 'Old' }, context)).to.throw(
      "Stack 'x' does not exist",
    )
    expect(() => DescribeStackResource!({ StackName: 'web' }, context)).to.throw(
      "Value null at 'logicalResourceId' failed to satisfy constraint: Member must not be null",
    )
  })
})

describe('sandbox DescribeStackResources', () => {
  it('gives the resources that an update has left', () => {
    const answer = { StackResources: [{ StackName: 'web', StackId: web.id, ...fields, Timestamp: time }] }
    const context = contextWith([web])
    expect(DescribeStackResources!({ StackName: 'web' }, context)).to.deep.equal(answer)
    expect(DescribeStackResources!({ PhysicalResourceId: fields.PhysicalResourceId }, context)).to.deep.equal(
      answer,
    )
  })

  it('says what is not there', () => {
    const context = contextWith([web])
    expect(() => DescribeStackResources!({ StackName: 'x' }, context)).to.throw(
      'Stack with id x does not exist',
    )
    expect(() => DescribeStackResources!({ PhysicalResourceId: 'x' }, context)).to.throw(
      'Stack for x does not exist',
    )
  })
})

describe('sandbox ListStackResources', () => {
  it('lists page by page', () => {
    const ids = Array.from({ length: 120 }, (_, number) => `Topic${number}`)
    const many = stackOf('many', { resources: Object.fromEntries(ids.map((id) => [id, resourceOf(id)])) })
    const context = contextWith([many])
    const first = ListStackResources!({ StackName: 'many' }, context)
    const second = ListStackResources!({ StackName: 'many', NextToken: first['NextToken'] }, context)
    const listed = [first, second].flatMap((page) =>
      (page['StackResourceSummaries'] as JsonObject[]).map((one) => one['LogicalResourceId']),
    )
    expect(listed).to.deep.equal(ids)
  })

  it('lists the deleted resources of a deleted stack', () => {
    const gone = stackOf('gone', {
      status: 'DELETE_COMPLETE',
      resources: { Topic: resourceOf('Topic', { status: 'DELETE_COMPLETE' }) },
    })
    expect(ListStackResources!({ StackName: gone.id }, contextWith([gone]))).to.deep.equal({
      StackResourceSummaries: [
        {
          LogicalResourceId: 'Topic',
          PhysicalResourceId: fields.PhysicalResourceId,
          ResourceType: 'AWS::SNS::Topic',
          ResourceStatus: 'DELETE_COMPLETE',
          DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
          LastUpdatedTimestamp: time,
        },
      ],
    })
  })
})
