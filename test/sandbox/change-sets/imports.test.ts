import { expect } from 'chai'
import { desk, topic, type Desk } from './desk.ts'

const bucket = (BucketName: string, more: object = { DeletionPolicy: 'Retain' }) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName },
  ...more,
})
const what = (BucketName: string) => [
  { ResourceType: 'AWS::S3::Bucket', LogicalResourceId: 'Files', ResourceIdentifier: { BucketName } },
]
const importing = (name = 'files', more: object = {}) => ({
  ChangeSetType: 'IMPORT',
  ResourcesToImport: what(name),
  ...more,
})

/** A bucket that no stack has, because its stack is gone and left it. */
function leave(at: Desk, name: string): void {
  const TemplateBody = JSON.stringify({ Resources: { Files: bucket(name) } })
  at.call('CreateStack', { StackName: 'gone', TemplateBody })
  at.call('DeleteStack', { StackName: 'gone' })
}

describe('sandbox CreateChangeSet, import', () => {
  it('imports what exists into a new stack', () => {
    const at = desk()
    leave(at, 'files')
    const set = at.plan({ Files: bucket('files') }, importing())
    expect(set.Changes).to.deep.equal([
      {
        Type: 'Resource',
        ResourceChange: {
          Action: 'Import',
          LogicalResourceId: 'Files',
          PhysicalResourceId: 'files',
          ResourceType: 'AWS::S3::Bucket',
          Scope: [],
          Details: [],
          AfterContext: '{"Properties":{"BucketName":"files"},"DeletionPolicy":"Retain"}',
        },
      },
    ])
    at.call('ExecuteChangeSet', { ChangeSetName: set.ChangeSetId })
    expect(at.call('DescribeStacks', { StackName: 'web' }).Stacks[0].StackStatus).to.equal('IMPORT_COMPLETE')
  })

  it('imports beside what a stack has', () => {
    const at = desk()
    leave(at, 'files')
    at.create({ Topic: topic() })
    const set = at.plan({ Topic: topic(), Files: bucket('files') }, importing())
    expect(set.Changes.map((one: any) => one.ResourceChange.Action)).to.deep.equal(['Import'])
    at.call('ExecuteChangeSet', { ChangeSetName: set.ChangeSetId })
    const { StackResources } = at.call('DescribeStackResources', { StackName: 'web' })
    expect(
      StackResources.map((one: any) => [one.LogicalResourceId, one.ResourceStatus]),
    ).to.have.deep.members([
      ['Topic', 'CREATE_COMPLETE'],
      // The stack's tags are given to what was imported.
      ['Files', 'UPDATE_COMPLETE'],
    ])
  })

  it('does nothing else', () => {
    const at = desk()
    leave(at, 'files')
    at.create({ Topic: topic({ TopicName: 'a' }), Other: topic() })
    const plan = (resources: object, more?: object) => () => at.plan(resources, importing('files', more))
    const files = bucket('files')
    const same = { Topic: topic({ TopicName: 'a' }), Other: topic() }
    expect(plan({ ...same, Files: files, New: topic() })).to.throw(
      'Resources [New] is missing from ResourceToImport list',
    )
    expect(plan({ ...same, Topic: topic({ TopicName: 'b' }), Files: files })).to.throw(
      'You have modified resources [Topic] in your template that are not being imported. Update, create or delete operations cannot be executed during import operations.',
    )
    expect(plan({ Topic: topic({ TopicName: 'a' }), Files: files })).to.throw(
      /^You have modified resources \[Other\]/,
    )
    expect(plan(same)).to.throw(
      'The logical resource ids [Files] provided in ResourceToImport do not exist in the template.',
    )
    expect(plan({ ...same, Files: topic() })).to.throw(
      'Resource type of [Files] passed in ResourceToImport does not match with resource type defined in the template. Resource type in ResourceToImport: AWS::S3::Bucket; Resource type in Template: AWS::SNS::Topic.',
    )
    expect(plan({ ...same, Files: bucket('files', {}) })).to.throw(
      'The following resources to import [Files] must have DeletionPolicy attribute specified in the template.',
    )
    expect(plan({ ...same, Files: files }, { templateOutputs: { A: { Value: 'b' } } })).to.throw(
      'As part of the import operation, you cannot modify or add [Outputs]',
    )
    expect(plan({ ...same, Files: files }, { ResourcesToImport: [] })).to.throw(
      'Must Provide at least one resource to import',
    )
  })

  it('fails for what is not there, or is another stack’s', () => {
    const at = desk()
    expect(at.plan({ Files: bucket('none') }, importing('none')).StatusReason).to.equal('Bucket not found')
    at.call('CreateStack', {
      StackName: 'owner',
      TemplateBody: JSON.stringify({ Resources: { Files: bucket('taken') } }),
    })
    at.call('DeleteChangeSet', { StackName: 'web', ChangeSetName: 'next' })
    expect(at.plan({ Files: bucket('taken') }, importing('taken')).StatusReason).to.match(
      /^taken already exists in stack arn:\S+:stack\/owner\//,
    )
  })

  it('imports by name what an update would make, on request', () => {
    const at = desk()
    leave(at, 'files')
    at.create({ Topic: topic() })
    const set = at.plan(
      { Topic: topic(), Files: bucket('files'), New: bucket('new') },
      { ImportExistingResources: 'true' },
    )
    expect(set.ImportExistingResources).to.equal(true)
    expect(
      set.Changes.map(({ ResourceChange: one }: any) => [one.Action, one.LogicalResourceId]),
    ).to.deep.equal([
      ['Import', 'Files'],
      ['Add', 'New'],
    ])
    at.call('ExecuteChangeSet', { ChangeSetName: set.ChangeSetId })
    expect(at.call('DescribeStacks', { StackName: 'web' }).Stacks[0].StackStatus).to.equal('UPDATE_COMPLETE')
  })

  it('wants a policy that keeps what is imported by name', () => {
    const at = desk()
    leave(at, 'files')
    at.create({ Topic: topic() })
    const set = at.plan({ Topic: topic(), Files: bucket('files', {}) }, { ImportExistingResources: 'true' })
    expect(set.StatusReason).to.equal(
      "CloudFormation is attempting to import some resources because they already exist in your account. The resources must have the DeletionPolicy attribute set to 'Retain' or 'RetainExceptOnCreate' in the template for successful import. The affected resources are Files ({BucketName=files})",
    )
  })
})

describe('sandbox import of what got its name', () => {
  it('is as its template says, and its name is taken', () => {
    const at = desk()
    const TemplateBody = JSON.stringify({
      Resources: { Files: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain' } },
    })
    at.call('CreateStack', { StackName: 'gone', TemplateBody })
    at.call('DeleteStack', { StackName: 'gone' })
    const [live] = Object.values(at.context.world.live)
    const name = live!.physicalId
    at.plan({ Files: bucket(name) }, importing(name))
    at.call('ExecuteChangeSet', { StackName: 'web', ChangeSetName: 'next' })
    at.call('DetectStackDrift', { StackName: 'web' })
    expect(at.call('DescribeStacks', { StackName: 'web' }).Stacks[0].DriftInformation).to.include({
      StackDriftStatus: 'IN_SYNC',
    })
    at.call('CreateChangeSet', {
      StackName: 'other',
      ChangeSetName: 'next',
      ChangeSetType: 'CREATE',
      TemplateBody: JSON.stringify({ Resources: { Mine: bucket(name) } }),
    })
    expect(
      at.call('DescribeChangeSet', { StackName: 'other', ChangeSetName: 'next' }).StatusReason,
    ).to.include('ResourceExistenceCheck')
  })
})
