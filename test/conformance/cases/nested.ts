import type { Stack } from '@aws-sdk/client-cloudformation'
import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known, reference } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { impossible, one, outputsOf, topic } from '../templates.ts'

const page = reference('aws-resource-cloudformation-stack')
const inner = {
  Parameters: { Title: { Type: 'String', Default: 'none' } },
  Resources: { News: topic({ DisplayName: { Ref: 'Title' } }) },
  Outputs: { Title: { Value: { Ref: 'Title' } }, News: { Value: { Ref: 'News' } } },
}
/** A template with a stack in it, whose template is in a bucket. */
const outer = async (
  { beside, name }: Stage,
  template: object = inner,
  properties: object = {},
  more: object = {},
) => {
  const TemplateURL = await beside.putObject(name(), 'inner.json', JSON.stringify(template))
  return {
    Resources: {
      Inner: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL, ...properties } },
      ...more,
    },
  }
}
const innerOf = async ({ cfn }: Stage, { StackId }: Stack): Promise<Stack> => {
  const { StackResources = [] } = await cfn.describeStackResources({
    StackName: StackId,
    LogicalResourceId: 'Inner',
  })
  const { Stacks } = await cfn.describeStacks({ StackName: StackResources[0]?.PhysicalResourceId })
  return Stacks?.[0] as Stack
}

export const nested: readonly Case[] = [
  {
    name: 'makes a nested stack whose physical id is its stack id',
    source: page,
    run: async (stage) => {
      const stack = await stage.create(await outer(stage))
      expect(stack.StackStatus).to.equal('CREATE_COMPLETE')
      const { StackName, StackStatus } = await innerOf(stage, stack)
      expect(StackStatus).to.equal('CREATE_COMPLETE')
      expect(StackName).to.match(new RegExp(`^${stack.StackName}-Inner-[A-Z0-9]+$`))
    },
  },
  {
    name: 'passes parameters in and outputs out',
    source: page,
    run: async (stage) => {
      const template = await outer(stage, inner, { Parameters: { Title: 'Today' } })
      const stack = await stage.create({
        ...template,
        Outputs: { Title: { Value: { 'Fn::GetAtt': ['Inner', 'Outputs.Title'] } } },
      })
      expect(outputsOf(stack)).to.deep.equal({ Title: 'Today' })
    },
  },
  {
    name: 'names parent and root of a nested stack',
    source: api('Stack'),
    run: async (stage) => {
      const stack = await stage.create(await outer(stage))
      expect(await innerOf(stage, stack)).to.include({ ParentId: stack.StackId, RootId: stack.StackId })
    },
  },
  {
    name: 'deletes nested stacks with their parent',
    source: guide('using-cfn-nested-stacks'),
    run: async (stage) => {
      const stack = await stage.create(await outer(stage))
      const { StackId } = await innerOf(stage, stack)
      expect(await stage.remove(stack)).to.include({ StackStatus: 'DELETE_COMPLETE' })
      expect(await stage.settled(StackId)).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
  {
    name: 'updates a nested stack when its parameters change',
    source: guide('using-cfn-nested-stacks'),
    run: async (stage) => {
      const template = await outer(stage, inner, { Parameters: { Title: 'a' } })
      const stack = await stage.create(template)
      const { Inner } = template.Resources as { Inner: { Properties: object } }
      const next = {
        Resources: { Inner: { ...Inner, Properties: { ...Inner.Properties, Parameters: { Title: 'b' } } } },
      }
      expect(await stage.update(stack, next)).to.include({ StackStatus: 'UPDATE_COMPLETE' })
      const child = await innerOf(stage, stack)
      expect([child.StackStatus, outputsOf(child)['Title']]).to.deep.equal(['UPDATE_COMPLETE', 'b'])
    },
  },
  {
    name: 'rolls the parent back when a nested stack fails',
    source: guide('using-cfn-nested-stacks'),
    run: async (stage) => {
      const stack = await stage.create(await outer(stage, { Resources: { Jobs: impossible() } }))
      expect(stack.StackStatus).to.equal('ROLLBACK_COMPLETE')
    },
  },
  {
    name: 'says which nested stack was not made, and why',
    source: known('the reason in the events'),
    run: async (stage) => {
      const stack = await stage.create(await outer(stage, { Resources: { Jobs: impossible() } }))
      const failed = (await stage.events(stack.StackId)).find(
        ({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED',
      )
      expect(failed?.ResourceStatusReason).to.match(
        /Embedded stack arn:\S+ was not successfully created: The following resource\(s\) failed to create: \[Jobs\]/,
      )
    },
  },
  {
    name: 'undoes the update of a nested stack when something else fails',
    source: guide('using-cfn-nested-stacks'),
    run: async (stage) => {
      const template = await outer(stage, inner, { Parameters: { Title: 'a' } })
      const stack = await stage.create(template)
      const { Inner } = template.Resources as { Inner: { Properties: object } }
      const changed = { ...Inner, Properties: { ...Inner.Properties, Parameters: { Title: 'b' } } }
      const updated = await stage.update(stack, {
        Resources: { Inner: changed, Jobs: impossible({ DependsOn: 'Inner' }) },
      })
      expect(updated.StackStatus).to.equal('UPDATE_ROLLBACK_COMPLETE')
      const child = await innerOf(stage, stack)
      expect([child.StackStatus, outputsOf(child)['Title']]).to.deep.equal(['UPDATE_ROLLBACK_COMPLETE', 'a'])
    },
  },
  {
    name: 'shows the changes of nested stacks in sets of their own',
    source: guide('change-sets-for-nested-stacks'),
    run: async (stage) => {
      const { cfn } = stage
      const template = await outer(stage, inner, { Parameters: { Title: 'a' } })
      const { StackName = '' } = await stage.create(template)
      const { Inner } = template.Resources as { Inner: { Properties: object } }
      const next = {
        Resources: { Inner: { ...Inner, Properties: { ...Inner.Properties, Parameters: { Title: 'b' } } } },
      }
      const set = await stage.changeSet(StackName, next, { IncludeNestedStacks: true })
      const child = await cfn.describeChangeSet({
        ChangeSetName: set.Changes?.[0]?.ResourceChange?.ChangeSetId,
      })
      expect(child).to.include({ ParentChangeSetId: set.ChangeSetId, RootChangeSetId: set.ChangeSetId })
      expect(child.Changes?.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId)).to.deep.equal([
        'News',
      ])
    },
  },
  {
    name: 'executes the sets of nested stacks with the outermost one',
    source: guide('change-sets-for-nested-stacks'),
    run: async (stage) => {
      const set = await stage.changeSet(stage.name(), await outer(stage), {
        ChangeSetType: 'CREATE',
        IncludeNestedStacks: true,
      })
      const stack = await stage.execute(set)
      expect(stack.StackStatus).to.equal('CREATE_COMPLETE')
      expect(await innerOf(stage, stack)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'shows the protection of the root stack for a nested one, and changes it at the root only',
    source: guide('using-cfn-protect-stacks'),
    run: async (stage) => {
      const stack = await stage.create(await outer(stage), { EnableTerminationProtection: true })
      const child = await innerOf(stage, stack)
      const call = stage.cfn.updateTerminationProtection({
        StackName: child.StackId,
        EnableTerminationProtection: false,
      })
      await refused(call, 'ValidationError', /nested|root/i)
    },
  },
  {
    name: 'gives tags of the stack to nested stacks',
    source: api('CreateStack'),
    run: async (stage) => {
      const Tags = [{ Key: 'Team', Value: 'ops' }]
      const stack = await stage.create(await outer(stage, one), { Tags })
      expect((await innerOf(stage, stack)).Tags).to.deep.equal(Tags)
    },
  },
]
