import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known, reference } from '../sources.ts'
import { gate, impossible, one, outputsOf, queue, topic } from '../templates.ts'

const failing = { Resources: { News: topic(), Jobs: impossible({ DependsOn: 'News' }) } }
const options = guide('stack-failure-options')

export const rollback: readonly Case[] = [
  {
    name: 'rolls a failed creation back',
    source: options,
    run: async ({ create, events }) => {
      const stack = await create(failing)
      expect(stack.StackStatus).to.equal('ROLLBACK_COMPLETE')
      expect(
        (await events(stack.StackId)).map(
          ({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`,
        ),
      ).to.include.members(['Jobs CREATE_FAILED', 'News DELETE_COMPLETE'])
    },
  },
  {
    name: 'names the resources that failed as the reason of the rollback',
    source: known('the reason in the events'),
    run: async ({ create, events }) => {
      const stack = await create(failing)
      const turn = (await events(stack.StackId)).find(
        ({ ResourceStatus }) => ResourceStatus === 'ROLLBACK_IN_PROGRESS',
      )
      expect(turn?.ResourceStatusReason).to.match(
        /The following resource\(s\) failed to create: \[Jobs\]\. Rollback requested by user\./,
      )
    },
  },
  {
    name: 'leaves everything as it is after a failure with OnFailure DO_NOTHING',
    source: api('CreateStack'),
    run: async ({ cfn, create }) => {
      const stack = await create(failing, { OnFailure: 'DO_NOTHING' })
      expect(stack.StackStatus).to.equal('CREATE_FAILED')
      const { StackResources = [] } = await cfn.describeStackResources({ StackName: stack.StackId })
      expect(
        Object.fromEntries(
          StackResources.map(({ LogicalResourceId = '', ResourceStatus }) => [
            LogicalResourceId,
            ResourceStatus,
          ]),
        ),
      ).to.deep.equal({
        News: 'CREATE_COMPLETE',
        Jobs: 'CREATE_FAILED',
      })
    },
  },
  {
    name: 'leaves everything as it is after a failure with DisableRollback',
    source: api('CreateStack'),
    run: async ({ create }) =>
      expect(await create(failing, { DisableRollback: true })).to.include({ StackStatus: 'CREATE_FAILED' }),
  },
  {
    name: 'deletes the stack after a failure with OnFailure DELETE',
    source: api('CreateStack'),
    run: async ({ create }) =>
      expect(await create(failing, { OnFailure: 'DELETE' })).to.include({ StackStatus: 'DELETE_COMPLETE' }),
  },
  {
    name: 'ends what runs beside a failed resource',
    source: known('the reason in the events'),
    run: async ({ create, events }) => {
      const stack = await create({ Resources: { Wait: gate(), Jobs: impossible() } })
      expect(stack.StackStatus).to.equal('ROLLBACK_COMPLETE')
      const wait = (await events(stack.StackId)).find(
        ({ LogicalResourceId, ResourceStatus }) =>
          LogicalResourceId === 'Wait' && ResourceStatus === 'CREATE_FAILED',
      )
      expect(wait?.ResourceStatusReason).to.match(/Resource creation cancelled/)
    },
  },
  {
    name: 'refuses to update a stack whose creation was rolled back',
    source: guide('troubleshooting'),
    run: async ({ create, update }) =>
      refused(
        update(await create(failing), one),
        'ValidationError',
        /is in ROLLBACK_COMPLETE state and can ?not be updated/,
      ),
  },
  {
    name: 'deletes a stack whose creation was rolled back',
    source: options,
    run: async ({ create, remove }) =>
      expect(await remove(await create(failing))).to.include({ StackStatus: 'DELETE_COMPLETE' }),
  },
  {
    name: 'rolls a failed update back to what was before',
    source: options,
    run: async ({ cfn, create, update }) => {
      const before = {
        Resources: { Jobs: queue({ DelaySeconds: 1 }) },
        Outputs: { Out: { Value: 'before' } },
      }
      const stack = await create(before)
      const updated = await update(stack, {
        Resources: { Jobs: queue({ DelaySeconds: 99_999 }) },
        Outputs: { Out: { Value: 'after' } },
      })
      expect([updated.StackStatus, outputsOf(updated)]).to.deep.equal([
        'UPDATE_ROLLBACK_COMPLETE',
        { Out: 'before' },
      ])
      expect(
        JSON.parse((await cfn.getTemplate({ StackName: stack.StackId })).TemplateBody ?? ''),
      ).to.deep.equal(before)
    },
  },
  {
    name: 'takes away what a failed update has added',
    source: options,
    run: async ({ cfn, create, update }) => {
      const stack = await create(one)
      expect(
        await update(stack, {
          Resources: { ...one.Resources, More: topic(), Jobs: impossible({ DependsOn: 'More' }) },
        }),
      ).to.include({
        StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
      })
      const { StackResourceSummaries = [] } = await cfn.listStackResources({ StackName: stack.StackId })
      const there = StackResourceSummaries.filter(
        ({ ResourceStatus }) => !ResourceStatus?.startsWith('DELETE_'),
      )
      expect(there.map(({ LogicalResourceId }) => LogicalResourceId)).to.deep.equal(['News'])
    },
  },
  {
    name: 'passes through the clean-up of a rolled-back update',
    source: guide('view-stack-events'),
    run: async ({ create, events, update }) => {
      const stack = await create(one)
      await update(stack, { Resources: { ...one.Resources, Jobs: impossible() } })
      const own = (await events(stack.StackId)).filter(
        ({ PhysicalResourceId }) => PhysicalResourceId === stack.StackId,
      )
      expect(own.slice(2).map(({ ResourceStatus }) => ResourceStatus)).to.deep.equal([
        'UPDATE_IN_PROGRESS',
        'UPDATE_ROLLBACK_IN_PROGRESS',
        'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
        'UPDATE_ROLLBACK_COMPLETE',
      ])
    },
  },
  {
    name: 'updates a stack whose update was rolled back',
    source: options,
    run: async ({ create, update }) => {
      const back = await update(await create(one), { Resources: { Jobs: impossible() } })
      expect(back.StackStatus).to.equal('UPDATE_ROLLBACK_COMPLETE')
      expect(await update(back, { Resources: { Jobs: queue() } })).to.include({
        StackStatus: 'UPDATE_COMPLETE',
      })
    },
  },
  {
    name: 'leaves a failed update as it is with DisableRollback',
    source: options,
    run: async ({ create, update }) =>
      expect(
        await update(
          await create(one),
          { Resources: { ...one.Resources, Jobs: impossible() } },
          { DisableRollback: true },
        ),
      ).to.include({ StackStatus: 'UPDATE_FAILED' }),
  },
  {
    name: 'goes on from a failed update with a better template',
    source: options,
    run: async ({ create, update }) => {
      const failed = await update(
        await create(one),
        { Resources: { ...one.Resources, Jobs: impossible() } },
        { DisableRollback: true },
      )
      expect(
        await update(failed, { Resources: { ...one.Resources, Jobs: queue() } }, { DisableRollback: true }),
      ).to.include({ StackStatus: 'UPDATE_COMPLETE' })
    },
  },
  {
    name: 'goes on from a failed creation with a better template',
    source: options,
    run: async ({ create, update }) => {
      const failed = await create(failing, { DisableRollback: true })
      expect(
        await update(failed, { Resources: { News: topic(), Jobs: queue() } }, { DisableRollback: true }),
      ).to.include({ StackStatus: 'UPDATE_COMPLETE' })
    },
  },
  {
    name: 'rolls a failed creation back on request',
    source: api('RollbackStack'),
    run: async ({ cfn, create, settled }) => {
      const { StackId } = await create(failing, { DisableRollback: true })
      await cfn.rollbackStack({ StackName: StackId })
      expect(await settled(StackId)).to.include({ StackStatus: 'ROLLBACK_COMPLETE' })
    },
  },
  {
    name: 'rolls a failed update back on request',
    source: api('RollbackStack'),
    run: async ({ cfn, create, settled, update }) => {
      const { StackId } = await update(
        await create(one),
        { Resources: { ...one.Resources, Jobs: impossible() } },
        { DisableRollback: true },
      )
      await cfn.rollbackStack({ StackName: StackId })
      expect(await settled(StackId)).to.include({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' })
    },
  },
  {
    name: 'refuses to roll back what has not failed',
    source: api('RollbackStack'),
    run: async ({ cfn, create }) =>
      refused(cfn.rollbackStack({ StackName: (await create(one)).StackId }), 'ValidationError'),
  },
  {
    name: 'refuses to continue a rollback that is not stuck',
    source: api('ContinueUpdateRollback'),
    run: async ({ cfn, create }) =>
      refused(cfn.continueUpdateRollback({ StackName: (await create(one)).StackId }), 'ValidationError'),
  },
  {
    name: 'keeps a new resource with DeletionPolicy Retain when its creation is rolled back',
    source: reference('aws-attribute-deletionpolicy'),
    run: async ({ create, events }) => {
      const stack = await create({
        Resources: { News: topic({}, { DeletionPolicy: 'Retain' }), Jobs: impossible({ DependsOn: 'News' }) },
      })
      expect(
        (await events(stack.StackId)).filter(({ LogicalResourceId }) => LogicalResourceId === 'News').at(-1)
          ?.ResourceStatus,
      ).to.equal('DELETE_SKIPPED')
    },
  },
  {
    name: 'deletes a new resource with RetainExceptOnCreate when its creation is rolled back',
    source: reference('aws-attribute-deletionpolicy'),
    run: async ({ create, events }) => {
      const stack = await create({
        Resources: {
          News: topic({}, { DeletionPolicy: 'RetainExceptOnCreate' }),
          Jobs: impossible({ DependsOn: 'News' }),
        },
      })
      expect(
        (await events(stack.StackId)).filter(({ LogicalResourceId }) => LogicalResourceId === 'News').at(-1)
          ?.ResourceStatus,
      ).to.equal('DELETE_COMPLETE')
    },
  },
  {
    name: 'deletes new resources in spite of Retain with RetainExceptOnCreate of the call',
    source: api('CreateStack'),
    run: async ({ create, events }) => {
      const template = {
        Resources: { News: topic({}, { DeletionPolicy: 'Retain' }), Jobs: impossible({ DependsOn: 'News' }) },
      }
      const stack = await create(template, { RetainExceptOnCreate: true })
      expect(
        (await events(stack.StackId)).filter(({ LogicalResourceId }) => LogicalResourceId === 'News').at(-1)
          ?.ResourceStatus,
      ).to.equal('DELETE_COMPLETE')
    },
  },
]
