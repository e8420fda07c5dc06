import type { DescribeChangeSetCommandOutput } from '@aws-sdk/client-cloudformation'
import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known } from '../sources.ts'
import { impossible, one, parametersOf, queue, stored, topic } from '../templates.ts'

const actions = ({ Changes = [] }: DescribeChangeSetCommandOutput): string[] =>
  Changes.map(({ ResourceChange }) => `${ResourceChange?.Action} ${ResourceChange?.LogicalResourceId}`).sort()
const slow = { Resources: { Jobs: queue({ DelaySeconds: 1 }) } }
const slower = { Resources: { Jobs: queue({ DelaySeconds: 2 }) } }

export const changeSets: readonly Case[] = [
  {
    name: 'shows the resources of a stack to be, which it leaves in review',
    source: guide('using-cfn-updating-stacks-changesets-create'),
    run: async ({ cfn, changeSet, name }) => {
      const StackName = name()
      const set = await changeSet(StackName, one, { ChangeSetType: 'CREATE' })
      expect(set).to.include({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE', StackName })
      expect(actions(set)).to.deep.equal(['Add News'])
      expect((await cfn.describeStacks({ StackName })).Stacks?.[0]).to.include({
        StackStatus: 'REVIEW_IN_PROGRESS',
      })
    },
  },
  {
    name: 'creates the stack when the set is executed',
    source: api('ExecuteChangeSet'),
    run: async ({ changeSet, execute, name, reaches }) => {
      const set = await changeSet(name(), one, { ChangeSetType: 'CREATE' })
      await execute(set)
      expect(await reaches(set.StackId, 'CREATE_COMPLETE')).to.include({ ChangeSetId: set.ChangeSetId })
    },
  },
  {
    name: 'gives a change set id that holds its name and a UUID',
    source: api('CreateChangeSet'),
    run: async ({ changeSet, name }) => {
      const { ChangeSetId, ChangeSetName } = await changeSet(name(), one, { ChangeSetType: 'CREATE' })
      expect(ChangeSetId).to.match(
        new RegExp(`^arn:aws:cloudformation:eu-central-1:\\d{12}:changeSet/${ChangeSetName}/[0-9a-f-]{36}$`),
      )
    },
  },
  {
    name: 'shows additions, changes and removals',
    source: guide('using-cfn-updating-stacks-changesets-view'),
    run: async ({ changeSet, create }) => {
      const { StackName = '' } = await create({
        Resources: { Jobs: queue({ DelaySeconds: 1 }), Old: topic(), Same: topic() },
      })
      const set = await changeSet(StackName, {
        Resources: { Jobs: queue({ DelaySeconds: 2 }), New: topic(), Same: topic() },
      })
      expect(actions(set)).to.deep.equal(['Add New', 'Modify Jobs', 'Remove Old'])
    },
  },
  {
    name: 'names the changed property and that nothing is replaced',
    source: api('ResourceChange'),
    run: async ({ changeSet, create }) => {
      const { StackName = '' } = await create(slow)
      const change = (await changeSet(StackName, slower)).Changes?.[0]?.ResourceChange
      expect(change).to.deep.include({
        Replacement: 'False',
        Scope: ['Properties'],
        ResourceType: 'AWS::SQS::Queue',
      })
      expect(
        change?.Details?.map(({ ChangeSource, Evaluation, Target }) => [
          ChangeSource,
          Evaluation,
          Target?.Attribute,
          Target?.Name,
          Target?.RequiresRecreation,
        ]),
      ).to.deep.equal([['DirectModification', 'Static', 'Properties', 'DelaySeconds', 'Never']])
    },
  },
  {
    name: 'says that a resource is replaced',
    source: api('ResourceChange'),
    run: async ({ changeSet, create, name }) => {
      const { StackName = '' } = await create({ Resources: { News: topic({ TopicName: name() }) } })
      const change = (await changeSet(StackName, { Resources: { News: topic({ TopicName: name() }) } }))
        .Changes?.[0]?.ResourceChange
      expect(change).to.include({ Action: 'Modify', Replacement: 'True' })
      expect(change?.Details?.find(({ Evaluation }) => Evaluation === 'Static')?.Target).to.include({
        Name: 'TopicName',
        RequiresRecreation: 'Always',
      })
    },
  },
  {
    name: 'names the parameter that causes a change',
    source: api('ResourceChangeDetail'),
    run: async ({ changeSet, create }) => {
      const template = {
        Parameters: { Delay: { Type: 'Number' } },
        Resources: { Jobs: queue({ DelaySeconds: { Ref: 'Delay' } }) },
      }
      const { StackName = '' } = await create(template, { Parameters: parametersOf({ Delay: '1' }) })
      const set = await changeSet(StackName, undefined, { Parameters: parametersOf({ Delay: '2' }) })
      const details = set.Changes?.[0]?.ResourceChange?.Details ?? []
      expect(details.map(({ CausingEntity, ChangeSource }) => [ChangeSource, CausingEntity])).to.deep.include(
        ['ParameterReference', 'Delay'],
      )
    },
  },
  {
    name: 'shows dependents of a replaced resource, and what they depend on',
    source: api('ResourceChangeDetail'),
    run: async ({ changeSet, create, name }) => {
      const template = (TopicName: string): object => ({
        Resources: { News: topic({ TopicName }), Note: stored({ Ref: 'News' }) },
      })
      const { StackName = '' } = await create(template(name()))
      const set = await changeSet(StackName, template(name()))
      expect(actions(set)).to.deep.equal(['Modify News', 'Modify Note'])
      const note = set.Changes?.find(
        ({ ResourceChange }) => ResourceChange?.LogicalResourceId === 'Note',
      )?.ResourceChange
      expect(
        note?.Details?.map(({ CausingEntity, ChangeSource }) => [ChangeSource, CausingEntity]),
      ).to.deep.include(['ResourceReference', 'News'])
    },
  },
  {
    name: 'gives values before and after on request',
    source: api('DescribeChangeSet'),
    run: async ({ cfn, changeSet, create }) => {
      const { StackName = '' } = await create(slow)
      const { ChangeSetId } = await changeSet(StackName, slower)
      const { Changes } = await cfn.describeChangeSet({
        ChangeSetName: ChangeSetId,
        IncludePropertyValues: true,
      })
      const change = Changes?.[0]?.ResourceChange
      expect(JSON.parse(change?.BeforeContext ?? '{}')).to.deep.include({ Properties: { DelaySeconds: '1' } })
      expect(JSON.parse(change?.AfterContext ?? '{}')).to.deep.include({ Properties: { DelaySeconds: '2' } })
      expect(change?.Details?.[0]?.Target).to.include({
        Path: '/Properties/DelaySeconds',
        BeforeValue: '1',
        AfterValue: '2',
        AttributeChangeType: 'Modify',
      })
    },
  },
  {
    name: 'fails a set without changes, and says so',
    source: known('every tool recognises this status reason'),
    run: async ({ changeSet, create }) => {
      const { StackName = '' } = await create(one)
      const { ExecutionStatus, Status, StatusReason } = await changeSet(StackName, one)
      expect([Status, ExecutionStatus]).to.deep.equal(['FAILED', 'UNAVAILABLE'])
      expect(StatusReason).to.match(
        /The submitted information didn't contain changes\. Submit different information to create a change set\.|No updates are to be performed/,
      )
    },
  },
  {
    name: 'takes changed tags for a change of every resource that can be tagged',
    source: guide('using-cfn-updating-stacks-changesets-samples'),
    run: async ({ changeSet, create }) => {
      const { StackName = '' } = await create(one)
      const set = await changeSet(StackName, one, { Tags: [{ Key: 'Team', Value: 'ops' }] })
      expect([set.Status, actions(set), set.Changes?.[0]?.ResourceChange?.Scope]).to.deep.equal([
        'CREATE_COMPLETE',
        ['Modify News'],
        ['Tags'],
      ])
    },
  },
  {
    name: 'refuses a second set of the same name',
    source: api('CreateChangeSet'),
    run: async ({ changeSet, name }) => {
      const StackName = name()
      const { ChangeSetName } = await changeSet(StackName, one, { ChangeSetType: 'CREATE' })
      await refused(
        changeSet(StackName, one, { ChangeSetType: 'CREATE', ChangeSetName }),
        'AlreadyExistsException',
        /already exists/,
      )
    },
  },
  {
    name: 'says that a set does not exist',
    source: api('DescribeChangeSet'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create(one)
      await refused(
        cfn.describeChangeSet({ StackName, ChangeSetName: 'nope' }),
        'ChangeSetNotFoundException',
        /ChangeSet \[?nope\]? does not exist/,
      )
    },
  },
  {
    name: 'refuses to execute a failed set',
    source: api('ExecuteChangeSet'),
    run: async ({ cfn, changeSet, create }) => {
      const { StackName = '' } = await create(one)
      const { ChangeSetId } = await changeSet(StackName, one)
      await refused(
        cfn.executeChangeSet({ ChangeSetName: ChangeSetId }),
        'InvalidChangeSetStatusException',
        /cannot be executed in its current (execution )?status of \[(FAILED|UNAVAILABLE)\]/,
      )
    },
  },
  {
    name: 'refuses a set that creates what exists',
    source: known('the message of CreateChangeSet'),
    run: async ({ changeSet, create }) => {
      const { StackName = '' } = await create(one)
      await refused(
        changeSet(StackName, slow, { ChangeSetType: 'CREATE' }),
        'ValidationError',
        /already exists and cannot be created again/,
      )
    },
  },
  {
    name: 'refuses a set that updates what does not exist',
    source: known('the message of CreateChangeSet'),
    run: ({ changeSet, name }) => refused(changeSet(name(), one), 'ValidationError', /does not exist/),
  },
  {
    name: 'lets a set be executed once',
    source: api('ExecuteChangeSet'),
    run: async ({ cfn, changeSet, create, execute }) => {
      const { StackName = '' } = await create(slow)
      const set = await changeSet(StackName, slower)
      await execute(set)
      await refused(
        cfn.executeChangeSet({ ChangeSetName: set.ChangeSetId }),
        'InvalidChangeSetStatusException',
      )
    },
  },
  {
    name: 'shows that a set was executed',
    source: api('DescribeChangeSet'),
    run: async ({ cfn, changeSet, create, execute }) => {
      const { StackName = '' } = await create(slow)
      const set = await changeSet(StackName, slower)
      await execute(set)
      expect(await cfn.describeChangeSet({ ChangeSetName: set.ChangeSetId })).to.include({
        ExecutionStatus: 'EXECUTE_COMPLETE',
      })
    },
  },
  {
    name: 'takes the other sets of a stack away when one is executed',
    source: api('ExecuteChangeSet'),
    run: async ({ cfn, changeSet, create, execute }) => {
      const { StackName = '' } = await create(slow)
      const other = await changeSet(StackName, one)
      await execute(await changeSet(StackName, slower))
      const call = cfn.executeChangeSet({ ChangeSetName: other.ChangeSetId })
      const error = await call.then(
        () => undefined,
        (reason: Error) => reason.name,
      )
      expect(error).to.be.oneOf(['ChangeSetNotFoundException', 'InvalidChangeSetStatusException'])
    },
  },
  {
    name: 'lists the sets of a stack',
    source: api('ListChangeSets'),
    run: async ({ cfn, changeSet, create }) => {
      const { StackName = '', StackId } = await create(slow)
      const set = await changeSet(StackName, slower, { Description: 'later' })
      const { Summaries } = await cfn.listChangeSets({ StackName })
      expect(Summaries).to.have.length(1)
      expect(Summaries?.[0]).to.include({
        ChangeSetId: set.ChangeSetId,
        ChangeSetName: set.ChangeSetName,
        StackId,
        Status: 'CREATE_COMPLETE',
        ExecutionStatus: 'AVAILABLE',
        Description: 'later',
      })
    },
  },
  {
    name: 'deletes a set and leaves the stack in review',
    source: api('DeleteChangeSet'),
    run: async ({ cfn, changeSet, name }) => {
      const StackName = name()
      const { ChangeSetId } = await changeSet(StackName, one, { ChangeSetType: 'CREATE' })
      await cfn.deleteChangeSet({ ChangeSetName: ChangeSetId })
      expect((await cfn.listChangeSets({ StackName })).Summaries ?? []).to.deep.equal([])
      expect((await cfn.describeStacks({ StackName })).Stacks?.[0]).to.include({
        StackStatus: 'REVIEW_IN_PROGRESS',
      })
    },
  },
  {
    name: 'takes several sets for a stack in review',
    source: guide('using-cfn-updating-stacks-changesets-create'),
    run: async ({ changeSet, name }) => {
      const StackName = name()
      const first = await changeSet(StackName, one, { ChangeSetType: 'CREATE' })
      const second = await changeSet(StackName, slow, { ChangeSetType: 'CREATE' })
      expect([second.Status, second.StackId]).to.deep.equal(['CREATE_COMPLETE', first.StackId])
    },
  },
  {
    name: 'deletes a stack in review',
    source: api('DeleteStack'),
    run: async ({ cfn, changeSet, name, settled }) => {
      const { StackId } = await changeSet(name(), one, { ChangeSetType: 'CREATE' })
      await cfn.deleteStack({ StackName: StackId })
      expect(await settled(StackId)).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
  {
    name: 'gives the template of a set',
    source: api('GetTemplate'),
    run: async ({ cfn, changeSet, create }) => {
      const { StackName = '' } = await create(slow)
      const { ChangeSetId } = await changeSet(StackName, slower)
      const { TemplateBody = '' } = await cfn.getTemplate({ ChangeSetName: ChangeSetId })
      expect(JSON.parse(TemplateBody)).to.deep.equal(slower)
    },
  },
  {
    name: 'shows parameters, tags, capabilities and description of a set',
    source: api('DescribeChangeSet'),
    run: async ({ changeSet, name }) => {
      const Tags = [{ Key: 'Team', Value: 'ops' }]
      const template = { Parameters: { Delay: { Type: 'Number', Default: 3 } }, ...one }
      const set = await changeSet(name(), template, {
        ChangeSetType: 'CREATE',
        Tags,
        Capabilities: ['CAPABILITY_IAM'],
        Description: 'first',
      })
      expect([set.Parameters, set.Tags, set.Capabilities, set.Description]).to.deep.equal([
        [{ ParameterKey: 'Delay', ParameterValue: '3' }],
        Tags,
        ['CAPABILITY_IAM'],
        'first',
      ])
    },
  },
  {
    name: 'deletes a new stack that fails with OnStackFailure DELETE',
    source: api('CreateChangeSet'),
    run: async ({ changeSet, execute, name }) => {
      const set = await changeSet(
        name(),
        { Resources: { Jobs: impossible() } },
        { ChangeSetType: 'CREATE', OnStackFailure: 'DELETE' },
      )
      expect(await execute(set)).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
  {
    name: 'leaves a new stack that fails with OnStackFailure DO_NOTHING',
    source: api('CreateChangeSet'),
    run: async ({ changeSet, execute, name }) => {
      const set = await changeSet(
        name(),
        { Resources: { Jobs: impossible() } },
        { ChangeSetType: 'CREATE', OnStackFailure: 'DO_NOTHING' },
      )
      expect(await execute(set)).to.include({ StackStatus: 'CREATE_FAILED' })
    },
  },
  {
    name: 'leaves a failed update with DisableRollback of the execution',
    source: api('ExecuteChangeSet'),
    run: async ({ cfn, changeSet, create, settled }) => {
      const { StackName = '' } = await create(one)
      const { ChangeSetId, StackId } = await changeSet(StackName, {
        Resources: { ...one.Resources, Jobs: impossible() },
      })
      await cfn.executeChangeSet({ ChangeSetName: ChangeSetId, DisableRollback: true })
      expect(await settled(StackId)).to.include({ StackStatus: 'UPDATE_FAILED' })
    },
  },
  {
    name: 'refuses a set for a stack whose creation was rolled back',
    source: known('the message of CreateChangeSet'),
    run: async ({ changeSet, create }) => {
      const { StackName = '' } = await create({ Resources: { Jobs: impossible() } })
      await refused(
        changeSet(StackName, one),
        'ValidationError',
        /ROLLBACK_COMPLETE state and can ?not be updated/,
      )
    },
  },
  {
    name: 'fails a set whose properties cannot be right, and names the property in its events',
    source: guide('validate-stack-deployments'),
    run: async ({ cfn, changeSet, name }) => {
      const StackName = name()
      const Jobs = queue({ DelaySeconds: { not: 'a number' } })
      const { ChangeSetId, Status } = await changeSet(
        StackName,
        { Resources: { Jobs } },
        { ChangeSetType: 'CREATE' },
      )
      expect(Status).to.equal('FAILED')
      const { OperationEvents = [] } = await cfn.describeEvents({ ChangeSetName: ChangeSetId })
      const found = OperationEvents.filter(({ EventType }) => EventType === 'VALIDATION_ERROR')
      expect(found.map(({ LogicalResourceId }) => LogicalResourceId)).to.include('Jobs')
      expect(found.map(({ ValidationPath = '' }) => ValidationPath).join()).to.match(/DelaySeconds/)
    },
  },
  {
    name: 'finds a set by its name and its stack',
    source: api('DescribeChangeSet'),
    run: async ({ cfn, changeSet, create }) => {
      const { StackName = '' } = await create(slow)
      const { ChangeSetId, ChangeSetName } = await changeSet(StackName, slower)
      expect(await cfn.describeChangeSet({ StackName, ChangeSetName })).to.include({ ChangeSetId })
    },
  },
]
