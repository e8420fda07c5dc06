import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known, reference } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { one, queue, topic } from '../templates.ts'

/** Creates a stack from an address. */
const from = ({ cfn, name }: Stage, TemplateURL: string) =>
  cfn.createStack({ StackName: name(), TemplateURL })

export const templatesInBuckets: readonly Case[] = [
  {
    name: 'creates a stack from a template in a bucket',
    source: api('CreateStack'),
    run: async (stage) => {
      const { StackId } = await from(
        stage,
        await stage.beside.putObject(stage.name(), 't.json', JSON.stringify(one)),
      )
      expect(await stage.settled(StackId)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'takes an address with the bucket in the name of its host',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-bucket-intro.html',
    run: async (stage) => {
      const bucket = stage.name()
      await stage.beside.putObject(bucket, 'some/t.yaml', 'Resources: {News: {Type: AWS::SNS::Topic}}')
      const { StackId } = await from(stage, `https://${bucket}.s3.eu-central-1.amazonaws.com/some/t.yaml`)
      expect(await stage.settled(StackId)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'takes an address with the bucket in its path',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-bucket-intro.html',
    run: async (stage) => {
      const bucket = stage.name()
      await stage.beside.putObject(bucket, 'some/t.yaml', 'Resources: {News: {Type: AWS::SNS::Topic}}')
      const { StackId } = await from(stage, `https://s3.eu-central-1.amazonaws.com/${bucket}/some/t.yaml`)
      expect(await stage.settled(StackId)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'takes templates from a bucket that are too large for a body',
    source: guide('cloudformation-limits'),
    run: async (stage) => {
      const large = { Metadata: { Long: 'x'.repeat(100_000) }, ...one }
      const { StackId } = await from(
        stage,
        await stage.beside.putObject(stage.name(), 't.json', JSON.stringify(large)),
      )
      expect(await stage.settled(StackId)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'refuses templates of more than 1 MB',
    source: guide('cloudformation-limits'),
    run: async (stage) => {
      const large = { Metadata: { Long: 'x'.repeat(1_048_577) }, ...one }
      await refused(
        from(stage, await stage.beside.putObject(stage.name(), 't.json', JSON.stringify(large))),
        'ValidationError',
      )
    },
  },
  {
    name: 'says that the bucket has no such object',
    source: known('the message of CreateStack'),
    run: async (stage) => {
      const url = await stage.beside.putObject(stage.name(), 't.json', JSON.stringify(one))
      await refused(
        from(stage, url.replace('t.json', 'u.json')),
        'ValidationError',
        /S3 error|key does not exist|not exist/i,
      )
    },
  },
  {
    name: 'refuses an address that is not one of S3',
    source: known('the message of CreateStack'),
    run: (stage) => refused(from(stage, 'https://example.com/t.json'), 'ValidationError', /TemplateURL must/),
  },
  {
    name: 'updates a stack from a template in a bucket',
    source: api('UpdateStack'),
    run: async ({ beside, cfn, create, name, settled }) => {
      const { StackId: StackName } = await create(one)
      const TemplateURL = await beside.putObject(
        name(),
        't.json',
        JSON.stringify({ Resources: { News: topic(), Jobs: queue() } }),
      )
      await cfn.updateStack({ StackName, TemplateURL })
      expect(await settled(StackName)).to.include({ StackStatus: 'UPDATE_COMPLETE' })
    },
  },
  {
    name: 'makes a change set from a template in a bucket',
    source: api('CreateChangeSet'),
    run: async (stage) => {
      const TemplateURL = await stage.beside.putObject(stage.name(), 't.json', JSON.stringify(one))
      const StackName = stage.name()
      const { Id } = await stage.cfn.createChangeSet({
        StackName,
        ChangeSetName: stage.name(),
        ChangeSetType: 'CREATE',
        TemplateURL,
      })
      expect(Id).to.match(/:changeSet\//)
      expect((await stage.cfn.listChangeSets({ StackName })).Summaries).to.have.length(1)
    },
  },
  {
    name: 'validates a template in a bucket',
    source: api('ValidateTemplate'),
    run: async ({ beside, cfn, name }) => {
      const TemplateURL = await beside.putObject(
        name(),
        't.json',
        JSON.stringify({ Description: 'there', ...one }),
      )
      expect(await cfn.validateTemplate({ TemplateURL })).to.include({ Description: 'there' })
    },
  },
  {
    name: 'includes a part of a template from a bucket',
    source: reference('transform-aws-include'),
    run: async ({ beside, create, name }) => {
      const bucket = name()
      await beside.putObject(bucket, 'part.yaml', 'DisplayName: From the bucket\n')
      const include = {
        'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: `s3://${bucket}/part.yaml` } },
      }
      const template = { Resources: { News: { Type: 'AWS::SNS::Topic', Properties: include } } }
      expect(await create(template, { Capabilities: ['CAPABILITY_AUTO_EXPAND'] })).to.include({
        StackStatus: 'CREATE_COMPLETE',
      })
    },
  },
]
