import { expect } from 'chai'
import type { Case } from '../case.ts'
import { api, guide } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { one, queue, topic } from '../templates.ts'
import { until } from '../until.ts'

const page = guide('stack-refactoring')
const both = { Resources: { News: topic(), Jobs: queue() } }
const jobs = { Resources: { Jobs: queue() } }
/** A refactoring that moves a queue to another stack, ready to be executed. */
const moved = async ({ cfn, create, name }: Stage, isNew: boolean) => {
  const from = await create(both)
  const to = isNew ? name() : ((await create({ Resources: { Other: topic() } })).StackName ?? '')
  const target = isNew ? jobs : { Resources: { Other: topic(), Jobs: queue() } }
  const { StackRefactorId } = await cfn.createStackRefactor({
    EnableStackCreation: isNew,
    StackDefinitions: [
      { StackName: from.StackName, TemplateBody: JSON.stringify(one) },
      { StackName: to, TemplateBody: JSON.stringify(target) },
    ],
    ResourceMappings: [
      {
        Source: { StackName: from.StackName, LogicalResourceId: 'Jobs' },
        Destination: { StackName: to, LogicalResourceId: 'Jobs' },
      },
    ],
  })
  const made = await until(
    'refactoring is ready',
    () => cfn.describeStackRefactor({ StackRefactorId }),
    ({ Status = '' }) => [!Status.endsWith('_IN_PROGRESS'), Status],
  )
  return { from: from.StackName ?? '', to, made }
}
const executed = async ({ cfn }: Stage, StackRefactorId: string | undefined) => {
  await cfn.executeStackRefactor({ StackRefactorId })
  return until(
    'refactoring ends',
    () => cfn.describeStackRefactor({ StackRefactorId }),
    ({ ExecutionStatus = '' }) => [/COMPLETE|FAILED/.test(ExecutionStatus), ExecutionStatus],
  )
}
const queueOf = async ({ cfn }: Stage, StackName: string) => {
  const { StackResources = [] } = await cfn.describeStackResources({ StackName })
  return StackResources.find(({ LogicalResourceId }) => LogicalResourceId === 'Jobs')?.PhysicalResourceId
}

export const refactor: readonly Case[] = [
  {
    name: 'prepares to move a resource between stacks',
    source: api('CreateStackRefactor'),
    run: async (stage) =>
      expect((await moved(stage, false)).made).to.include({
        Status: 'CREATE_COMPLETE',
        ExecutionStatus: 'AVAILABLE',
      }),
  },
  {
    name: 'lists what the refactoring will do',
    source: api('ListStackRefactorActions'),
    run: async (stage) => {
      const { made } = await moved(stage, false)
      const { StackRefactorActions = [] } = await stage.cfn.listStackRefactorActions({
        StackRefactorId: made.StackRefactorId,
      })
      expect(
        StackRefactorActions.filter(({ Entity }) => Entity === 'RESOURCE').map(({ Action }) => Action),
      ).to.deep.equal(['MOVE'])
    },
  },
  {
    name: 'moves a resource as it is',
    source: page,
    run: async (stage) => {
      const { from, made, to } = await moved(stage, false)
      const id = await queueOf(stage, from)
      expect(await executed(stage, made.StackRefactorId)).to.include({ ExecutionStatus: 'EXECUTE_COMPLETE' })
      expect([await queueOf(stage, from), await queueOf(stage, to)]).to.deep.equal([undefined, id])
    },
  },
  {
    name: 'makes a new stack for what is moved',
    source: api('CreateStackRefactor'),
    run: async (stage) => {
      const { made, to } = await moved(stage, true)
      expect(await executed(stage, made.StackRefactorId)).to.include({ ExecutionStatus: 'EXECUTE_COMPLETE' })
      expect((await stage.cfn.describeStacks({ StackName: to })).Stacks?.[0]).to.include({
        StackStatus: 'CREATE_COMPLETE',
      })
    },
  },
  {
    name: 'lists refactorings by their status',
    source: api('ListStackRefactors'),
    run: async (stage) => {
      const { made } = await moved(stage, false)
      const { StackRefactorSummaries = [] } = await stage.cfn.listStackRefactors({
        ExecutionStatusFilter: ['AVAILABLE'],
      })
      expect(StackRefactorSummaries.map(({ StackRefactorId }) => StackRefactorId)).to.include(
        made.StackRefactorId,
      )
    },
  },
]
