import { expect } from 'chai'
import type { Case } from '../case.ts'
import { api, guide } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { one, topic } from '../templates.ts'

const page = guide('import-resources')
const bucket = (BucketName: string, more: object = { DeletionPolicy: 'Retain' }): object => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName },
  ...more,
})
const what = (BucketName: string) => [
  { LogicalResourceId: 'Files', ResourceType: 'AWS::S3::Bucket', ResourceIdentifier: { BucketName } },
]
/** A bucket that no stack has: its stack is gone and left it. */
const leftBehind = async ({ create, name, remove }: Stage): Promise<string> => {
  const bucketName = name()
  await remove(await create({ Resources: { Files: bucket(bucketName) } }))
  return bucketName
}

export const imports: readonly Case[] = [
  {
    name: 'imports into a new stack what exists already',
    source: page,
    run: async (stage) => {
      const name = await leftBehind(stage)
      const set = await stage.changeSet(
        stage.name(),
        { Resources: { Files: bucket(name) } },
        { ChangeSetType: 'IMPORT', ResourcesToImport: what(name) },
      )
      expect(
        set.Changes?.map(({ ResourceChange }) => [
          ResourceChange?.Action,
          ResourceChange?.LogicalResourceId,
          ResourceChange?.PhysicalResourceId,
        ]),
      ).to.deep.equal([['Import', 'Files', name]])
      expect(await stage.execute(set)).to.include({ StackStatus: 'IMPORT_COMPLETE' })
    },
  },
  {
    name: 'imports into a stack that exists',
    source: guide('import-resources'),
    run: async (stage) => {
      const name = await leftBehind(stage)
      const { StackName = '' } = await stage.create(one)
      const set = await stage.changeSet(
        StackName,
        { Resources: { ...one.Resources, Files: bucket(name) } },
        { ChangeSetType: 'IMPORT', ResourcesToImport: what(name) },
      )
      await stage.execute(set)
      const { StackResources = [] } = await stage.cfn.describeStackResources({ StackName })
      expect(StackResources.find(({ LogicalResourceId }) => LogicalResourceId === 'Files')).to.include({
        PhysicalResourceId: name,
      })
    },
  },
  {
    name: 'takes over what exists under the name that the template gives, on request',
    source: api('CreateChangeSet'),
    run: async (stage) => {
      const name = await leftBehind(stage)
      const set = await stage.changeSet(
        stage.name(),
        { Resources: { Files: bucket(name) } },
        {
          ChangeSetType: 'CREATE',
          ImportExistingResources: true,
        },
      )
      expect(set.Changes?.map(({ ResourceChange }) => ResourceChange?.Action)).to.deep.equal(['Import'])
      expect(await stage.execute(set)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'wants a deletion policy of what is imported',
    source: page,
    run: async (stage) => {
      const name = await leftBehind(stage)
      const options = { ChangeSetType: 'IMPORT' as const, ResourcesToImport: what(name) }
      const said = await stage
        .changeSet(stage.name(), { Resources: { Files: bucket(name, {}) } }, options)
        .then(
          ({ Status, StatusReason }) => `${Status} ${StatusReason}`,
          (error: Error) => error.message,
        )
      expect(said).to.match(/DeletionPolicy/)
    },
  },
  {
    name: 'does not import what another stack has',
    source: page,
    run: async (stage) => {
      const name = stage.name()
      await stage.create({ Resources: { Files: bucket(name) } })
      const options = { ChangeSetType: 'IMPORT' as const, ResourcesToImport: what(name) }
      const said = await stage.changeSet(stage.name(), { Resources: { Files: bucket(name) } }, options).then(
        ({ Status, StatusReason }) => `${Status} ${StatusReason}`,
        (error: Error) => error.message,
      )
      expect(said).to.match(/already (exists|managed|belongs)|already in|is managed/i)
    },
  },
  {
    name: 'does not change other resources with an import',
    source: page,
    run: async (stage) => {
      const name = await leftBehind(stage)
      const { StackName = '' } = await stage.create(one)
      const template = { Resources: { News: topic({ DisplayName: 'changed' }), Files: bucket(name) } }
      const said = await stage
        .changeSet(StackName, template, { ChangeSetType: 'IMPORT', ResourcesToImport: what(name) })
        .then(
          ({ Status, StatusReason }) => `${Status} ${StatusReason}`,
          (error: Error) => error.message,
        )
      expect(said).to.match(/News|modified|cannot/i)
      expect(said).not.to.match(/^CREATE_COMPLETE/)
    },
  },
  {
    name: 'names what identifies the resources of a template',
    source: api('GetTemplateSummary'),
    run: async ({ cfn }) => {
      const { ResourceIdentifierSummaries } = await cfn.getTemplateSummary({
        TemplateBody: JSON.stringify({ Resources: { Files: bucket('b') } }),
      })
      expect(ResourceIdentifierSummaries).to.deep.equal([
        {
          ResourceType: 'AWS::S3::Bucket',
          LogicalResourceIds: ['Files'],
          ResourceIdentifiers: ['BucketName'],
        },
      ])
    },
  },
  {
    name: 'refuses to import a resource that does not exist',
    source: page,
    run: async (stage) => {
      const name = stage.name()
      const options = { ChangeSetType: 'IMPORT' as const, ResourcesToImport: what(name) }
      const outcome = await stage
        .changeSet(stage.name(), { Resources: { Files: bucket(name) } }, options)
        .then(
          async (set) => (set.Status === 'FAILED' ? set.Status : (await stage.execute(set)).StackStatus),
          (error: Error) => error.name,
        )
      expect(outcome).to.be.oneOf([
        'FAILED',
        'ValidationError',
        'IMPORT_ROLLBACK_COMPLETE',
        'ROLLBACK_COMPLETE',
        'REVIEW_IN_PROGRESS',
      ])
    },
  },
]
