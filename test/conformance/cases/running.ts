import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { gate, one, queue, topic } from '../templates.ts'

/** A stack whose update waits for a signal. */
const updating = async ({ cfn, create, reaches }: Stage): Promise<string | undefined> => {
  const { StackId } = await create(one)
  await cfn.updateStack({
    StackName: StackId,
    TemplateBody: JSON.stringify({ Resources: { News: topic({ DisplayName: 'n' }), Wait: gate() } }),
  })
  await reaches(StackId, 'UPDATE_IN_PROGRESS')
  return StackId
}
const creating = ({ start }: Stage): Promise<string> => start({ Resources: { Wait: gate() } })

export const running: readonly Case[] = [
  {
    name: 'shows a creation in progress',
    source: api('Stack'),
    run: async (stage) => {
      const id = await creating(stage)
      await new Promise((done) => setTimeout(done, 100))
      expect(await stage.reaches(id, 'CREATE_IN_PROGRESS')).to.include({ StackStatus: 'CREATE_IN_PROGRESS' })
    },
  },
  {
    name: 'refuses to update a stack that is being created',
    source: known('the message of UpdateStack'),
    run: async ({ cfn, ...stage }) => {
      const StackName = await creating({ cfn, ...stage })
      await refused(
        cfn.updateStack({ StackName, TemplateBody: JSON.stringify(one) }),
        'ValidationError',
        /is in CREATE_IN_PROGRESS state and can ?not be updated/,
      )
    },
  },
  {
    name: 'refuses a change set for a stack that is being updated',
    source: known('the message of CreateChangeSet'),
    run: async (stage) => {
      const StackName = (await updating(stage)) ?? ''
      await refused(
        stage.changeSet(StackName, { Resources: { Jobs: queue() } }),
        'ValidationError',
        /UPDATE_IN_PROGRESS/,
      )
    },
  },
  {
    name: 'deletes a stack that is being created',
    source: api('DeleteStack'),
    run: async (stage) => {
      const id = await creating(stage)
      await stage.cfn.deleteStack({ StackName: id })
      expect(await stage.settled(id)).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
  {
    name: 'cancels an update and rolls it back',
    source: api('CancelUpdateStack'),
    run: async (stage) => {
      const id = await updating(stage)
      await stage.cfn.cancelUpdateStack({ StackName: id })
      expect(await stage.settled(id)).to.include({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' })
      const { StackResourceSummaries = [] } = await stage.cfn.listStackResources({ StackName: id })
      const there = StackResourceSummaries.filter(
        ({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE',
      )
      expect(there.map(({ LogicalResourceId }) => LogicalResourceId)).to.deep.equal(['News'])
    },
  },
  {
    name: 'ends what is being made as cancelled',
    source: known('the reason in the events'),
    run: async (stage) => {
      const id = await updating(stage)
      await stage.cfn.cancelUpdateStack({ StackName: id })
      await stage.settled(id)
      const ended = (await stage.events(id)).find(
        ({ LogicalResourceId, ResourceStatus }) =>
          LogicalResourceId === 'Wait' && ResourceStatus === 'CREATE_FAILED',
      )
      expect(ended?.ResourceStatusReason).to.match(/cancelled/i)
    },
  },
  {
    name: 'refuses to cancel when no update runs',
    source: known('the message of CancelUpdateStack'),
    run: async ({ cfn, create }) =>
      refused(
        cfn.cancelUpdateStack({ StackName: (await create(one)).StackId }),
        'ValidationError',
        /CancelUpdateStack cannot be called from current stack status/,
      ),
  },
  {
    name: 'refuses to cancel a creation',
    source: guide('using-cfn-stack-update-cancel'),
    run: async (stage) =>
      refused(
        stage.cfn.cancelUpdateStack({ StackName: await creating(stage) }),
        'ValidationError',
        /CancelUpdateStack|CREATE_IN_PROGRESS/,
      ),
  },
]
