import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known, reference } from '../sources.ts'
import { one, queue, topic } from '../templates.ts'

const policyPage = guide('protect-stack-resources')
const statement = (Effect: string, Action: string | string[], Resource = '*') => ({
  Effect,
  Action,
  Principal: '*',
  Resource,
})
const policy = (...Statement: object[]): string => JSON.stringify({ Statement })
const frozen = policy(statement('Allow', 'Update:*'), statement('Deny', 'Update:*', 'LogicalResourceId/Jobs'))
const slow = { Resources: { Jobs: queue({ DelaySeconds: 1 }), News: topic() } }
const slower = { Resources: { Jobs: queue({ DelaySeconds: 2 }), News: topic() } }
const renamed = { Resources: { Jobs: queue({ DelaySeconds: 1 }), News: topic({ DisplayName: 'n' }) } }

export const protection: readonly Case[] = [
  {
    name: 'refuses to delete a protected stack',
    source: guide('using-cfn-protect-stacks'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create(one, { EnableTerminationProtection: true })
      await refused(
        cfn.deleteStack({ StackName }),
        'ValidationError',
        /cannot be deleted while TerminationProtection is enabled/,
      )
    },
  },
  {
    name: 'switches termination protection on and off',
    source: api('UpdateTerminationProtection'),
    run: async ({ cfn, create, remove }) => {
      const stack = await create(one)
      const { StackName, StackId } = stack
      const isProtected = async () =>
        (await cfn.describeStacks({ StackName })).Stacks?.[0]?.EnableTerminationProtection
      expect(
        (await cfn.updateTerminationProtection({ StackName, EnableTerminationProtection: true })).StackId,
      ).to.equal(StackId)
      expect(await isProtected()).to.equal(true)
      await cfn.updateTerminationProtection({ StackName, EnableTerminationProtection: false })
      expect(await isProtected()).to.equal(false)
      expect(await remove(stack)).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
  {
    name: 'keeps and gives the stack policy',
    source: api('GetStackPolicy'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create(slow, { StackPolicyBody: frozen })
      expect(JSON.parse((await cfn.getStackPolicy({ StackName })).StackPolicyBody ?? '')).to.deep.equal(
        JSON.parse(frozen),
      )
    },
  },
  {
    name: 'has no stack policy unless one is set',
    source: api('GetStackPolicy'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create(one)
      expect((await cfn.getStackPolicy({ StackName })).StackPolicyBody ?? '').to.equal('')
    },
  },
  {
    name: 'denies an update that the policy denies, and rolls back',
    source: policyPage,
    run: async ({ create, events, update }) => {
      const stack = await create(slow, { StackPolicyBody: frozen })
      expect(await update(stack, slower)).to.include({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' })
      const failed = (await events(stack.StackId)).find(
        ({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED',
      )
      expect(failed?.LogicalResourceId).to.equal('Jobs')
      expect(failed?.ResourceStatusReason).to.match(/Action denied by stack policy/)
    },
  },
  {
    name: 'lets through what the policy does not deny',
    source: policyPage,
    run: async ({ create, update }) =>
      expect(await update(await create(slow, { StackPolicyBody: frozen }), renamed)).to.include({
        StackStatus: 'UPDATE_COMPLETE',
      }),
  },
  {
    name: 'protects everything that a policy does not allow',
    source: policyPage,
    run: async ({ create, update }) => {
      const StackPolicyBody = policy(statement('Allow', 'Update:*', 'LogicalResourceId/News'))
      expect(await update(await create(slow, { StackPolicyBody }), slower)).to.include({
        StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
      })
    },
  },
  {
    name: 'tells replacement from modification in policies',
    source: policyPage,
    run: async ({ create, name, update }) => {
      const StackPolicyBody = policy(statement('Allow', 'Update:*'), statement('Deny', 'Update:Replace'))
      const stack = await create({ Resources: { News: topic({ TopicName: name() }) } }, { StackPolicyBody })
      expect(await update(stack, { Resources: { News: topic({ TopicName: name() }) } })).to.include({
        StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
      })
    },
  },
  {
    name: 'tells removal from modification in policies',
    source: policyPage,
    run: async ({ create, update }) => {
      const StackPolicyBody = policy(statement('Allow', 'Update:*'), statement('Deny', 'Update:Delete'))
      expect(await update(await create(slow, { StackPolicyBody }), one)).to.include({
        StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
      })
    },
  },
  {
    name: 'denies by resource type',
    source: policyPage,
    run: async ({ create, update }) => {
      const denied = {
        ...statement('Deny', 'Update:*'),
        Condition: { StringEquals: { ResourceType: ['AWS::SQS::Queue'] } },
      }
      const stack = await create(slow, { StackPolicyBody: policy(statement('Allow', 'Update:*'), denied) })
      expect(await update(stack, renamed)).to.include({ StackStatus: 'UPDATE_COMPLETE' })
      expect(
        await update(stack, { Resources: { ...renamed.Resources, Jobs: queue({ DelaySeconds: 5 }) } }),
      ).to.include({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' })
    },
  },
  {
    name: 'sets the policy aside for one update',
    source: policyPage,
    run: async ({ cfn, create, update }) => {
      const stack = await create(slow, { StackPolicyBody: frozen })
      const StackPolicyDuringUpdateBody = policy(statement('Allow', 'Update:*'))
      expect(await update(stack, slower, { StackPolicyDuringUpdateBody })).to.include({
        StackStatus: 'UPDATE_COMPLETE',
      })
      expect(
        JSON.parse((await cfn.getStackPolicy({ StackName: stack.StackId })).StackPolicyBody ?? ''),
      ).to.deep.equal(JSON.parse(frozen))
    },
  },
  {
    name: 'changes the policy of a stack that exists',
    source: api('SetStackPolicy'),
    run: async ({ cfn, create, update }) => {
      const stack = await create(slow)
      await cfn.setStackPolicy({ StackName: stack.StackName, StackPolicyBody: frozen })
      expect(await update(stack, slower)).to.include({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' })
    },
  },
  {
    name: 'refuses a policy that is not one',
    source: known('the message of SetStackPolicy'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create(one)
      await refused(
        cfn.setStackPolicy({ StackName, StackPolicyBody: 'not JSON' }),
        'ValidationError',
        /policy/i,
      )
    },
  },
  {
    name: 'keeps resources with DeletionPolicy Retain when the stack is deleted',
    source: reference('aws-attribute-deletionpolicy'),
    run: async ({ create, events, remove }) => {
      const stack = await remove(
        await create({ Resources: { Jobs: queue({}, { DeletionPolicy: 'Retain' }) } }),
      )
      expect(stack.StackStatus).to.equal('DELETE_COMPLETE')
      expect(
        (await events(stack.StackId)).filter(({ LogicalResourceId }) => LogicalResourceId === 'Jobs').at(-1)
          ?.ResourceStatus,
      ).to.equal('DELETE_SKIPPED')
    },
  },
  {
    name: 'refuses to retain resources of a stack whose deletion has not failed',
    source: api('DeleteStack'),
    run: async ({ create, remove }) =>
      refused(remove(await create(one), ['News']), 'ValidationError', /RetainResources|DELETE_FAILED/),
  },
  {
    name: 'fails to delete a bucket that is not empty',
    source: guide('troubleshooting'),
    run: async ({ beside, create, events, name, remove }) => {
      const BucketName = name()
      const stack = await create({
        Resources: { Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName } } },
      })
      await beside.putObject(BucketName, 'a.txt', 'a')
      expect(await remove(stack)).to.include({ StackStatus: 'DELETE_FAILED' })
      const failed = (await events(stack.StackId)).find(
        ({ ResourceStatus }) => ResourceStatus === 'DELETE_FAILED',
      )
      expect(failed?.ResourceStatusReason).to.match(/not empty/)
    },
  },
  {
    name: 'deletes a stack but for what is to be retained, after it could not be deleted',
    source: api('DeleteStack'),
    run: async ({ beside, create, name, remove }) => {
      const BucketName = name()
      const stack = await create({
        Resources: { Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName } } },
      })
      await beside.putObject(BucketName, 'a.txt', 'a')
      const failed = await remove(stack)
      expect(failed.StackStatus).to.equal('DELETE_FAILED')
      expect(await remove(failed, ['Files'])).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
  {
    name: 'deletes a stack by force and keeps what cannot be deleted',
    source: api('DeleteStack'),
    run: async ({ beside, cfn, create, name, remove, settled }) => {
      const BucketName = name()
      const stack = await create({
        Resources: { Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName } } },
      })
      await beside.putObject(BucketName, 'a.txt', 'a')
      await remove(stack)
      await cfn.deleteStack({ StackName: stack.StackId, DeletionMode: 'FORCE_DELETE_STACK' })
      expect(await settled(stack.StackId)).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
]
