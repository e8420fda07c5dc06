import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known } from '../sources.ts'
import { one, outputsOf, queue, topic } from '../templates.ts'

export const stacks: readonly Case[] = [
  {
    name: 'creates a stack and describes it by name',
    source: api('CreateStack'),
    run: async ({ cfn, name, settled, start }) => {
      const StackName = name()
      const id = await start(one, { StackName })
      expect(await settled(id)).to.include({ StackStatus: 'CREATE_COMPLETE', StackName, StackId: id })
      expect((await cfn.describeStacks({ StackName })).Stacks).to.have.length(1)
    },
  },
  {
    name: 'gives a stack id that holds region, account, name and a UUID',
    source: api('CreateStack'),
    run: async ({ name, start }) => {
      const StackName = name()
      expect(await start(one, { StackName })).to.match(
        new RegExp(
          `^arn:aws:cloudformation:eu-central-1:\\d{12}:stack/${StackName}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`,
        ),
      )
    },
  },
  {
    name: 'refuses a second stack of the same name',
    source: api('CreateStack'),
    run: async ({ create, start }) => {
      const { StackName } = await create(one)
      await refused(start(one, { StackName }), 'AlreadyExistsException', /already exists/)
    },
  },
  {
    name: 'refuses a stack name that does not begin with a letter',
    source: api('CreateStack'),
    run: ({ start }) => refused(start(one, { StackName: '1-case' }), 'ValidationError', /stackName/i),
  },
  {
    name: 'refuses a stack name of more than 128 characters',
    source: api('CreateStack'),
    run: ({ start }) =>
      refused(start(one, { StackName: 'x'.repeat(129) }), 'ValidationError', /128|stackName/i),
  },
  {
    name: 'says that a stack does not exist',
    source: known('every tool recognises this text of DescribeStacks'),
    run: ({ cfn, name }) => {
      const StackName = name()
      return refused(
        cfn.describeStacks({ StackName }),
        'ValidationError',
        new RegExp(`Stack with id ${StackName} does not exist`),
      )
    },
  },
  {
    name: 'finds a deleted stack by its id only',
    source: api('DescribeStacks'),
    run: async ({ cfn, create, remove }) => {
      const stack = await create(one)
      const { StackId, StackName } = stack
      expect(await remove(stack)).to.include({ StackStatus: 'DELETE_COMPLETE', StackId })
      await refused(cfn.describeStacks({ StackName }), 'ValidationError', /does not exist/)
    },
  },
  {
    name: 'takes the deletion of a stack that does not exist as done',
    source: known('DeleteStack is idempotent'),
    run: ({ cfn, name }) => cfn.deleteStack({ StackName: name() }),
  },
  {
    name: 'frees the name of a deleted stack',
    source: guide('cfn-console-delete-stack'),
    run: async ({ create, remove }) => {
      const first = await create(one)
      await remove(first)
      const second = await create(one, { StackName: first.StackName })
      expect(second).to.include({ StackStatus: 'CREATE_COMPLETE', StackName: first.StackName })
      expect(second.StackId).not.to.equal(first.StackId)
    },
  },
  {
    name: 'keeps the description of the template',
    source: api('Stack'),
    run: async ({ create }) => {
      expect(await create({ Description: 'What is new', ...one })).to.include({ Description: 'What is new' })
    },
  },
  {
    name: 'keeps tags, notification topics and capabilities',
    source: api('Stack'),
    run: async ({ create }) => {
      const NotificationARNs = [
        outputsOf(await create({ ...one, Outputs: { Arn: { Value: { Ref: 'News' } } } }))['Arn'] ?? '',
      ]
      const Tags = [{ Key: 'Team', Value: 'ops' }]
      const stack = await create(one, { Tags, NotificationARNs, Capabilities: ['CAPABILITY_IAM'] })
      expect(stack.Tags).to.deep.equal(Tags)
      expect(stack.NotificationARNs).to.deep.equal(NotificationARNs)
      expect(stack.Capabilities).to.deep.equal(['CAPABILITY_IAM'])
    },
  },
  {
    name: 'keeps whether rollback is disabled',
    source: api('Stack'),
    run: async ({ create }) => {
      expect(await create(one, { DisableRollback: true })).to.include({ DisableRollback: true })
      expect(await create(one)).to.include({ DisableRollback: false })
    },
  },
  {
    name: 'keeps the time limit of the creation',
    source: api('Stack'),
    run: async ({ create }) =>
      expect(await create(one, { TimeoutInMinutes: 7 })).to.include({ TimeoutInMinutes: 7 }),
  },
  {
    name: 'refuses OnFailure together with DisableRollback',
    source: api('CreateStack'),
    run: ({ start }) =>
      refused(
        start(one, { OnFailure: 'DELETE', DisableRollback: true }),
        'ValidationError',
        /DisableRollback|OnFailure/,
      ),
  },
  {
    name: 'lists deleted stacks with the others, and by status alone',
    source: api('ListStacks'),
    run: async ({ cfn, create, remove }) => {
      const stack = await remove(await create(one))
      const { StackSummaries = [] } = await cfn.listStacks({ StackStatusFilter: ['DELETE_COMPLETE'] })
      expect(StackSummaries.map(({ StackStatus }) => StackStatus)).to.satisfy((all: string[]) =>
        all.every((each) => each === 'DELETE_COMPLETE'),
      )
      expect(StackSummaries.find(({ StackId }) => StackId === stack.StackId)).to.include({
        StackName: stack.StackName,
      })
    },
  },
  {
    name: 'sets the time of creation, of the last update and of deletion',
    source: api('Stack'),
    run: async ({ create, remove, update }) => {
      const created = await create(one)
      expect(created.CreationTime).to.be.instanceOf(Date)
      expect(created.LastUpdatedTime).to.equal(undefined)
      const updated = await update(created, { Resources: { News: topic({ DisplayName: 'News' }) } })
      expect(updated.LastUpdatedTime).to.be.instanceOf(Date)
      expect((await remove(updated)).DeletionTime).to.be.instanceOf(Date)
    },
  },
  {
    name: 'deletes what the stack has made',
    source: api('DeleteStack'),
    run: async ({ create, events, remove }) => {
      const stack = await remove(await create({ Resources: { Jobs: queue() } }))
      const gone = (await events(stack.StackId)).filter(
        ({ ResourceStatus }) => ResourceStatus === 'DELETE_COMPLETE',
      )
      expect(gone.map(({ LogicalResourceId }) => LogicalResourceId)).to.deep.equal(['Jobs', stack.StackName])
    },
  },
  {
    name: 'makes physical ids of the stack name, the logical id and a random end',
    source: guide('resources-section-structure'),
    run: async ({ create }) => {
      const stack = await create({
        Resources: { News: topic() },
        Outputs: { Arn: { Value: { Ref: 'News' } } },
      })
      expect(outputsOf(stack)['Arn']).to.match(
        new RegExp(`^arn:aws:sns:eu-central-1:\\d{12}:${stack.StackName}-News-[A-Za-z0-9]{8,}$`),
      )
    },
  },
]
