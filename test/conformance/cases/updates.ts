import type { Stack } from '@aws-sdk/client-cloudformation'
import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known, reference } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { one, outputsOf, parametersOf, queue, stored, topic } from '../templates.ts'

const behaviours = guide('using-cfn-updating-stacks-update-behaviors')
const named = (TopicName: string, more: object = {}): object => ({
  Resources: { News: topic({ TopicName }), ...more },
  Outputs: { News: { Value: { Ref: 'News' } } },
})
const timeline = async ({ events }: Stage, { StackId, StackName }: Stack): Promise<string[]> =>
  (await events(StackId)).map(
    ({ LogicalResourceId, ResourceStatus }) =>
      `${LogicalResourceId === StackName ? 'stack' : LogicalResourceId} ${ResourceStatus}`,
  )

export const updates: readonly Case[] = [
  {
    name: 'refuses an update that changes nothing',
    source: known('every tool recognises this text of UpdateStack'),
    run: async ({ create, update }) =>
      refused(update(await create(one), one), 'ValidationError', /No updates are to be performed/),
  },
  {
    name: 'changes a resource in place',
    source: behaviours,
    run: async (stage) => {
      const { cfn, create, update } = stage
      const stack = await create({ Resources: { Jobs: queue({ DelaySeconds: 1 }) } })
      const idOf = async () =>
        (await cfn.describeStackResources({ StackName: stack.StackId })).StackResources?.[0]
          ?.PhysicalResourceId
      const before = await idOf()
      expect(await update(stack, { Resources: { Jobs: queue({ DelaySeconds: 2 }) } })).to.include({
        StackStatus: 'UPDATE_COMPLETE',
      })
      expect(await idOf()).to.equal(before)
      expect((await timeline(stage, stack)).slice(-6)).to.deep.equal([
        'stack CREATE_COMPLETE',
        'stack UPDATE_IN_PROGRESS',
        'Jobs UPDATE_IN_PROGRESS',
        'Jobs UPDATE_COMPLETE',
        'stack UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
        'stack UPDATE_COMPLETE',
      ])
    },
  },
  {
    name: 'replaces a resource when a property demands it',
    source: behaviours,
    run: async ({ create, name, update }) => {
      const stack = await create(named(name()))
      const next = name()
      const updated = await update(stack, named(next))
      expect(outputsOf(updated)['News']).to.match(new RegExp(`:${next}$`))
      expect(updated.StackStatus).to.equal('UPDATE_COMPLETE')
    },
  },
  {
    name: 'says why it makes a new resource',
    source: known('the reason in the events'),
    run: async ({ create, events, name, update }) => {
      const stack = await create(named(name()))
      await update(stack, named(name()))
      const reasons = (await events(stack.StackId)).map(
        ({ ResourceStatusReason = '' }) => ResourceStatusReason,
      )
      expect(reasons.join()).to.match(
        /Requested update requires the creation of a new physical resource; hence creating one\./,
      )
    },
  },
  {
    name: 'makes the new resource before it deletes the old one',
    source: behaviours,
    run: async (stage) => {
      const stack = await stage.create(named(stage.name()))
      await stage.update(stack, named(stage.name()))
      const steps = await timeline(stage, stack)
      expect(steps.slice(steps.indexOf('News UPDATE_COMPLETE'))).to.deep.equal([
        'News UPDATE_COMPLETE',
        'stack UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
        'News DELETE_IN_PROGRESS',
        'News DELETE_COMPLETE',
        'stack UPDATE_COMPLETE',
      ])
    },
  },
  {
    name: 'passes the new id on to dependents',
    source: behaviours,
    run: async ({ create, name, update }) => {
      const template = (topicName: string): object => ({
        Resources: { News: topic({ TopicName: topicName }), Note: stored({ Ref: 'News' }) },
        Outputs: { Note: { Value: { 'Fn::GetAtt': ['Note', 'Value'] } } },
      })
      const stack = await create(template(name()))
      const next = name()
      expect(outputsOf(await update(stack, template(next)))['Note']).to.match(new RegExp(`:${next}$`))
    },
  },
  {
    name: 'refuses to replace a resource that has a name of its own and keeps it',
    source: reference('aws-properties-name'),
    run: async ({ create, events, name, update }) => {
      const RoleName = name()
      const role = (Path: string): object => ({
        Resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: { RoleName, Path, AssumeRolePolicyDocument: { Statement: [] } },
          },
        },
      })
      const Capabilities = ['CAPABILITY_NAMED_IAM' as const]
      const stack = await create(role('/a/'), { Capabilities })
      expect(await update(stack, role('/b/'), { Capabilities })).to.include({
        StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
      })
      const reasons = (await events(stack.StackId)).map(
        ({ ResourceStatusReason = '' }) => ResourceStatusReason,
      )
      expect(reasons.join()).to.match(/cannot update a stack when a custom-named resource requires replacing/)
    },
  },
  {
    name: 'adds resources before it takes others away',
    source: guide('using-cfn-updating-stacks'),
    run: async (stage) => {
      const stack = await stage.create(one)
      await stage.update(stack, { Resources: { Jobs: queue() } })
      const steps = await timeline(stage, stack)
      expect(steps.indexOf('News DELETE_IN_PROGRESS')).to.be.greaterThan(
        steps.indexOf('stack UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'),
      )
      expect(steps.indexOf('stack UPDATE_COMPLETE_CLEANUP_IN_PROGRESS')).to.be.greaterThan(
        steps.indexOf('Jobs CREATE_COMPLETE'),
      )
    },
  },
  {
    name: 'uses the previous template with other parameters',
    source: api('UpdateStack'),
    run: async ({ create, update }) => {
      const template = {
        Parameters: { Delay: { Type: 'Number' } },
        Resources: { Jobs: queue({ DelaySeconds: { Ref: 'Delay' } }) },
        Outputs: { Delay: { Value: { Ref: 'Delay' } } },
      }
      const stack = await create(template, { Parameters: parametersOf({ Delay: '1' }) })
      const updated = await update(stack, undefined, { Parameters: parametersOf({ Delay: '2' }) })
      expect([updated.StackStatus, outputsOf(updated)]).to.deep.equal(['UPDATE_COMPLETE', { Delay: '2' }])
    },
  },
  {
    name: 'takes changed tags for a change',
    source: api('UpdateStack'),
    run: async ({ create, update }) => {
      const Tags = [{ Key: 'Team', Value: 'ops' }]
      const updated = await update(await create(one), one, { Tags })
      expect([updated.StackStatus, updated.Tags]).to.deep.equal(['UPDATE_COMPLETE', Tags])
    },
  },
  {
    name: 'keeps tags that an update does not mention, and clears them for an empty list',
    source: api('UpdateStack'),
    run: async ({ create, update }) => {
      const Tags = [{ Key: 'Team', Value: 'ops' }]
      const stack = await create(one, { Tags })
      const kept = await update(stack, { Resources: { News: topic({ DisplayName: 'n' }) } })
      expect(kept.Tags).to.deep.equal(Tags)
      expect((await update(stack, undefined, { Tags: [] })).Tags ?? []).to.deep.equal([])
    },
  },
  {
    name: 'takes a new output for a change',
    source: known('an update that only adds an output succeeds'),
    run: async ({ create, update }) => {
      const updated = await update(await create(one), { ...one, Outputs: { More: { Value: 'x' } } })
      expect([updated.StackStatus, outputsOf(updated)]).to.deep.equal(['UPDATE_COMPLETE', { More: 'x' }])
    },
  },
  {
    name: 'does not take changed conditions alone for a change',
    source: guide('conditions-section-structure'),
    run: async ({ create, update }) => {
      const stack = await create(one)
      await refused(
        update(stack, { ...one, Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } }),
        'ValidationError',
        /No updates are to be performed/,
      )
    },
  },
  {
    name: 'refuses to update a stack that does not exist',
    source: known('the message of UpdateStack'),
    run: ({ cfn, name }) => {
      const StackName = name()
      return refused(
        cfn.updateStack({ StackName, TemplateBody: JSON.stringify(one) }),
        'ValidationError',
        /does not exist/,
      )
    },
  },
  {
    name: 'keeps a resource that leaves the template with DeletionPolicy Retain',
    source: reference('aws-attribute-deletionpolicy'),
    run: async (stage) => {
      const stack = await stage.create({
        Resources: { News: topic(), Jobs: queue({}, { DeletionPolicy: 'Retain' }) },
      })
      expect(await stage.update(stack, one)).to.include({ StackStatus: 'UPDATE_COMPLETE' })
      const steps = await timeline(stage, stack)
      expect(steps).to.include('Jobs DELETE_SKIPPED')
      expect(steps).not.to.include('Jobs DELETE_COMPLETE')
    },
  },
  {
    name: 'keeps a replaced resource with UpdateReplacePolicy Retain',
    source: reference('aws-attribute-updatereplacepolicy'),
    run: async (stage) => {
      const template = (TopicName: string): object => ({
        Resources: { News: topic({ TopicName }, { UpdateReplacePolicy: 'Retain' }) },
      })
      const stack = await stage.create(template(stage.name()))
      await stage.update(stack, template(stage.name()))
      const steps = await timeline(stage, stack)
      expect(steps).to.include('News DELETE_SKIPPED')
      expect(steps).not.to.include('News DELETE_COMPLETE')
    },
  },
  {
    name: 'gives the new template after an update',
    source: api('GetTemplate'),
    run: async ({ cfn, create, update }) => {
      const stack = await create(one)
      const next = { Resources: { Jobs: queue() } }
      await update(stack, next)
      expect(
        JSON.parse((await cfn.getTemplate({ StackName: stack.StackId })).TemplateBody ?? ''),
      ).to.deep.equal(next)
    },
  },
  {
    name: 'refuses to change the type of a resource',
    source: known('the message of UpdateStack'),
    run: async ({ create, update }) => {
      const stack = await create({ Resources: { Thing: topic() } })
      await refused(
        update(stack, { Resources: { Thing: queue() } }),
        'ValidationError',
        /Update of resource type is not permitted/,
      )
    },
  },
]
