import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, known } from '../sources.ts'
import { one, queue, topic } from '../templates.ts'

export const resources: readonly Case[] = [
  {
    name: 'describes the resources of a stack',
    source: api('DescribeStackResources'),
    run: async ({ cfn, create }) => {
      const { StackId, StackName } = await create(one)
      const { StackResources } = await cfn.describeStackResources({ StackName })
      expect(StackResources).to.have.length(1)
      expect(StackResources?.[0]).to.include({
        LogicalResourceId: 'News',
        ResourceStatus: 'CREATE_COMPLETE',
        ResourceType: 'AWS::SNS::Topic',
        StackId,
        StackName,
      })
    },
  },
  {
    name: 'finds a stack by what belongs to it',
    source: api('DescribeStackResources'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create({ Resources: { News: topic(), Jobs: queue() } })
      const { StackResources: [first] = [] } = await cfn.describeStackResources({
        StackName,
        LogicalResourceId: 'News',
      })
      const { StackResources } = await cfn.describeStackResources({
        PhysicalResourceId: first?.PhysicalResourceId,
      })
      expect(StackResources?.map((each) => [each.StackName, each.LogicalResourceId])).to.deep.include([
        StackName,
        'News',
      ])
    },
  },
  {
    name: 'describes one resource with its metadata',
    source: api('DescribeStackResource'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create({ Resources: { News: topic({}, { Metadata: { Why: 'to tell' } }) } })
      const { StackResourceDetail } = await cfn.describeStackResource({
        StackName,
        LogicalResourceId: 'News',
      })
      expect(StackResourceDetail).to.include({ LogicalResourceId: 'News', ResourceType: 'AWS::SNS::Topic' })
      expect(JSON.parse(StackResourceDetail?.Metadata ?? '{}')).to.deep.equal({ Why: 'to tell' })
    },
  },
  {
    name: 'says that a stack has no such resource',
    source: known('the message of DescribeStackResource'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create(one)
      await refused(
        cfn.describeStackResource({ StackName, LogicalResourceId: 'Nope' }),
        'ValidationError',
        /Resource Nope does not exist for stack/,
      )
    },
  },
  {
    name: 'lists resources with the time of their last change',
    source: api('ListStackResources'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create({ Resources: { News: topic(), Jobs: queue() } })
      const { StackResourceSummaries = [] } = await cfn.listStackResources({ StackName })
      expect(StackResourceSummaries.map(({ LogicalResourceId }) => LogicalResourceId).sort()).to.deep.equal([
        'Jobs',
        'News',
      ])
      expect(
        StackResourceSummaries.every(({ LastUpdatedTimestamp }) => LastUpdatedTimestamp instanceof Date),
      ).to.equal(true)
    },
  },
  {
    name: 'lists the resources of a deleted stack, by its id',
    source: api('ListStackResources'),
    run: async ({ cfn, create, remove }) => {
      const { StackId } = await remove(await create(one))
      const { StackResourceSummaries = [] } = await cfn.listStackResources({ StackName: StackId })
      expect(StackResourceSummaries.map(({ ResourceStatus }) => ResourceStatus)).to.deep.equal([
        'DELETE_COMPLETE',
      ])
    },
  },
  {
    name: 'gives the template as it was sent, also YAML with its comments',
    source: api('GetTemplate'),
    run: async ({ cfn, create }) => {
      const body = '# the news\nResources:\n  News: {Type: AWS::SNS::Topic}\n'
      const { StackName } = await create(body)
      expect((await cfn.getTemplate({ StackName })).TemplateBody).to.equal(body)
    },
  },
  {
    name: 'says which stages of a template there are',
    source: api('GetTemplate'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create(one)
      expect((await cfn.getTemplate({ StackName })).StagesAvailable?.sort()).to.deep.equal([
        'Original',
        'Processed',
      ])
    },
  },
  {
    name: 'sums a template up',
    source: api('GetTemplateSummary'),
    run: async ({ cfn }) => {
      const Parameters = { Size: { Type: 'Number', Default: 3, NoEcho: true, Description: 'How large' } }
      const summary = await cfn.getTemplateSummary({
        TemplateBody: JSON.stringify({
          Description: 'What is new',
          Parameters,
          Resources: { News: topic(), More: topic(), Jobs: queue() },
        }),
      })
      expect(summary.Description).to.equal('What is new')
      expect(summary.ResourceTypes?.sort()).to.deep.equal(['AWS::SNS::Topic', 'AWS::SQS::Queue'])
      expect(summary.Parameters?.[0]).to.deep.include({
        ParameterKey: 'Size',
        ParameterType: 'Number',
        DefaultValue: '3',
        NoEcho: true,
        Description: 'How large',
      })
    },
  },
  {
    name: 'sums up the template of a stack',
    source: api('GetTemplateSummary'),
    run: async ({ cfn, create }) => {
      const { StackName } = await create(one)
      expect((await cfn.getTemplateSummary({ StackName })).ResourceTypes).to.deep.equal(['AWS::SNS::Topic'])
    },
  },
  {
    name: 'names the capabilities that a template needs',
    source: api('GetTemplateSummary'),
    run: async ({ cfn }) => {
      const role = (more: object): string =>
        JSON.stringify({
          Resources: {
            Role: {
              Type: 'AWS::IAM::Role',
              Properties: { AssumeRolePolicyDocument: { Statement: [] }, ...more },
            },
          },
        })
      expect((await cfn.getTemplateSummary({ TemplateBody: role({}) })).Capabilities).to.deep.equal([
        'CAPABILITY_IAM',
      ])
      expect(
        (await cfn.getTemplateSummary({ TemplateBody: role({ RoleName: 'r' }) })).Capabilities,
      ).to.deep.equal(['CAPABILITY_NAMED_IAM'])
    },
  },
  {
    name: 'validates a template and shows its parameters',
    source: api('ValidateTemplate'),
    run: async ({ cfn }) => {
      const TemplateBody = JSON.stringify({
        Description: 'What is new',
        Parameters: { Size: { Type: 'String', Default: 'a' } },
        ...one,
      })
      const valid = await cfn.validateTemplate({ TemplateBody })
      expect(valid.Description).to.equal('What is new')
      expect(valid.Parameters?.[0]).to.deep.include({
        ParameterKey: 'Size',
        DefaultValue: 'a',
        NoEcho: false,
      })
    },
  },
]
