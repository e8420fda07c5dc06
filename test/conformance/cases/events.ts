import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known, reference } from '../sources.ts'
import { impossible, one, queue, stored, topic } from '../templates.ts'

export const events: readonly Case[] = [
  {
    name: 'gives the newest event first',
    source: api('DescribeStackEvents'),
    run: async ({ cfn, create }) => {
      const { StackId } = await create(one)
      const { StackEvents = [] } = await cfn.describeStackEvents({ StackName: StackId })
      expect([StackEvents[0]?.ResourceStatus, StackEvents.at(-1)?.ResourceStatus]).to.deep.equal([
        'CREATE_COMPLETE',
        'CREATE_IN_PROGRESS',
      ])
      const times = StackEvents.map(({ Timestamp }) => Timestamp?.getTime() ?? 0)
      expect(times).to.deep.equal([...times].sort((a, b) => b - a))
    },
  },
  {
    name: 'tells a creation from its begin to its end',
    source: guide('view-stack-events'),
    run: async ({ create, events }) => {
      const { StackId, StackName } = await create(one)
      const told = (await events(StackId)).map(
        ({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`,
      )
      expect([...new Set(told)]).to.deep.equal([
        `${StackName} CREATE_IN_PROGRESS`,
        'News CREATE_IN_PROGRESS',
        'News CREATE_COMPLETE',
        `${StackName} CREATE_COMPLETE`,
      ])
    },
  },
  {
    name: 'says that a user began it',
    source: known('the reason of the first event'),
    run: async ({ create, events }) =>
      expect((await events((await create(one)).StackId))[0]?.ResourceStatusReason).to.equal('User Initiated'),
  },
  {
    name: 'tells a physical id as soon as the creation has begun',
    source: known('the reason in the events'),
    run: async ({ create, events }) => {
      const { StackId } = await create(one)
      const begun = (await events(StackId)).find(
        ({ ResourceStatusReason }) => ResourceStatusReason === 'Resource creation Initiated',
      )
      expect(begun).to.include({ LogicalResourceId: 'News', ResourceStatus: 'CREATE_IN_PROGRESS' })
      expect(begun?.PhysicalResourceId).to.match(/^arn:aws:sns:/)
    },
  },
  {
    name: 'tells the properties of resources as JSON',
    source: api('StackEvent'),
    run: async ({ create, events }) => {
      const { StackId } = await create({
        Resources: { News: topic({ DisplayName: { 'Fn::Sub': 'in ${AWS::Region}' } }) },
      })
      const made = (await events(StackId)).find(({ LogicalResourceId }) => LogicalResourceId === 'News')
      expect(JSON.parse(made?.ResourceProperties ?? '{}')).to.deep.equal({ DisplayName: 'in eu-central-1' })
    },
  },
  {
    name: 'gives every event an id, stack id, stack name and type',
    source: api('StackEvent'),
    run: async ({ create, events }) => {
      const { StackId, StackName } = await create(one)
      const all = await events(StackId)
      expect(new Set(all.map(({ EventId }) => EventId)).size).to.equal(all.length)
      expect(all.every((each) => each.StackId === StackId && each.StackName === StackName)).to.equal(true)
      expect(new Set(all.map(({ ResourceType }) => ResourceType))).to.deep.equal(
        new Set(['AWS::CloudFormation::Stack', 'AWS::SNS::Topic']),
      )
    },
  },
  {
    name: 'makes a resource after those that it refers to',
    source: guide('resources-section-structure'),
    run: async ({ create, events }) => {
      const { StackId } = await create({
        Resources: { Note: stored({ 'Fn::GetAtt': ['News', 'TopicName'] }), News: topic() },
      })
      const told = (await events(StackId)).map(
        ({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`,
      )
      expect(told.indexOf('News CREATE_COMPLETE')).to.be.within(0, told.indexOf('Note CREATE_IN_PROGRESS'))
    },
  },
  {
    name: 'makes a resource after those that it names in DependsOn',
    source: reference('aws-attribute-dependson'),
    run: async ({ create, events }) => {
      const { StackId } = await create({
        Resources: { Later: topic({}, { DependsOn: ['Jobs', 'News'] }), Jobs: queue(), News: topic() },
      })
      const told = (await events(StackId)).map(
        ({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`,
      )
      const later = told.indexOf('Later CREATE_IN_PROGRESS')
      expect(told.indexOf('News CREATE_COMPLETE')).to.be.within(0, later)
      expect(told.indexOf('Jobs CREATE_COMPLETE')).to.be.within(0, later)
    },
  },
  {
    name: 'deletes a resource before those that it depends on',
    source: guide('cfn-console-delete-stack'),
    run: async ({ create, events, remove }) => {
      const { StackId } = await remove(
        await create({ Resources: { Later: topic({}, { DependsOn: 'News' }), News: topic() } }),
      )
      const told = (await events(StackId)).map(
        ({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`,
      )
      expect(told.indexOf('Later DELETE_COMPLETE')).to.be.within(0, told.indexOf('News DELETE_IN_PROGRESS'))
    },
  },
  {
    name: 'keeps the events of a deleted stack, by its id',
    source: api('DescribeStackEvents'),
    run: async ({ cfn, create, remove }) => {
      const { StackId, StackName } = await remove(await create(one))
      const { StackEvents = [] } = await cfn.describeStackEvents({ StackName: StackId })
      expect(StackEvents[0]).to.include({ ResourceStatus: 'DELETE_COMPLETE', PhysicalResourceId: StackId })
      await refused(cfn.describeStackEvents({ StackName }), 'ValidationError', /does not exist/)
    },
  },
  {
    name: 'says why a resource failed',
    source: guide('troubleshooting'),
    run: async ({ create, events }) => {
      const { StackId } = await create({ Resources: { Jobs: impossible() } })
      const failed = (await events(StackId)).find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED')
      expect(failed).to.include({ LogicalResourceId: 'Jobs' })
      expect(failed?.ResourceStatusReason).to.match(/DelaySeconds/)
    },
  },
  {
    name: 'carries the token of the call in its events',
    source: api('StackEvent'),
    run: async ({ create, events, name }) => {
      const ClientRequestToken = name()
      const all = await events((await create(one, { ClientRequestToken })).StackId)
      expect(new Set(all.map((each) => each.ClientRequestToken))).to.deep.equal(new Set([ClientRequestToken]))
    },
  },
  {
    name: 'gives the events of an operation, named by the stack',
    source: api('DescribeEvents'),
    run: async ({ cfn, create }) => {
      const stack = await create(one)
      const OperationId = stack.LastOperations?.[0]?.OperationId
      const { OperationEvents = [] } = await cfn.describeEvents({ OperationId })
      expect(OperationEvents.length).to.be.greaterThan(3)
      expect(new Set(OperationEvents.map((each) => each.OperationId))).to.deep.equal(new Set([OperationId]))
      expect(new Set(OperationEvents.map(({ OperationType }) => OperationType))).to.deep.equal(
        new Set(['CREATE_STACK']),
      )
    },
  },
  {
    name: 'gives failed events alone on request',
    source: api('DescribeEvents'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create({ Resources: { News: topic(), Jobs: impossible() } })
      const { OperationEvents = [] } = await cfn.describeEvents({
        StackName,
        Filters: { FailedEvents: true },
      })
      expect(OperationEvents.map(({ LogicalResourceId }) => LogicalResourceId)).to.include('Jobs')
      expect(OperationEvents.map(({ ResourceStatus }) => ResourceStatus)).not.to.include('CREATE_COMPLETE')
    },
  },
]
