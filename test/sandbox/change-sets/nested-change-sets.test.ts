import { expect } from 'chai'
import { desk, parameter, topic, type Desk } from './desk.ts'

/** A desk with a bucket that holds the templates of nested stacks. */
function deskWith(templates: { readonly [key: string]: object }): Desk {
  const objects = Object.fromEntries(
    Object.entries(templates).map(([key, template]) => [key, JSON.stringify(template)]),
  )
  const buckets = { templates: { account: '111122223333', region: 'eu-west-3', objects } }
  return desk({ store: { parameters: {}, secrets: {}, buckets } })
}

const nested = (key: string, properties: object = {}) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: `https://templates.s3.amazonaws.com/${key}`, ...properties },
})
const inner = (value: string) => ({
  Parameters: { Value: { Type: 'String', Default: value } },
  Resources: { Note: parameter({ Ref: 'Value' }) },
  Outputs: { Name: { Value: { Ref: 'Note' } } },
})
const all = { IncludeNestedStacks: 'true' }
const creating = { ...all, ChangeSetType: 'CREATE' }
const changeOf = (set: any, id: string) =>
  set.Changes.map((one: any) => one.ResourceChange).find((one: any) => one.LogicalResourceId === id)

describe('sandbox CreateChangeSet, nested stacks', () => {
  it('makes a change set for each stack inside', () => {
    const at = deskWith({ inner: inner('a') })
    const set = at.plan({ Inside: nested('inner') }, creating)
    const { ChangeSetId, Action } = changeOf(set, 'Inside')
    expect(Action).to.equal('Add')
    const inside = at.call('DescribeChangeSet', { ChangeSetName: ChangeSetId, IncludePropertyValues: 'true' })
    expect(inside).to.deep.include({
      Status: 'CREATE_COMPLETE',
      IncludeNestedStacks: true,
      ParentChangeSetId: set.ChangeSetId,
      RootChangeSetId: set.ChangeSetId,
      Parameters: [{ ParameterKey: 'Value', ParameterValue: 'a' }],
    })
    expect(inside.StackName).to.match(/^web-Inside-/)
    expect(changeOf(inside, 'Note').AfterContext).to.equal('{"Properties":{"Type":"String","Value":"a"}}')
    expect(() => at.call('ExecuteChangeSet', { ChangeSetName: ChangeSetId })).to.throw(/root change set/)
  })

  it('passes values that are not known yet', () => {
    const at = deskWith({ inner: inner('a') })
    const resources = {
      Topic: topic(),
      Inside: nested('inner', { Parameters: { Value: { 'Fn::GetAtt': ['Topic', 'TopicName'] } } }),
    }
    const { ChangeSetId } = changeOf(at.plan(resources, creating), 'Inside')
    const inside = at.call('DescribeChangeSet', { ChangeSetName: ChangeSetId, IncludePropertyValues: 'true' })
    expect(inside.Parameters).to.deep.equal([
      { ParameterKey: 'Value', ParameterValue: '{{changeSet:KNOWN_AFTER_APPLY}}' },
    ])
  })

  it('tells what changes inside, and leaves out stacks in which nothing does', () => {
    const at = deskWith({ one: inner('a'), two: inner('b'), three: inner('c') })
    at.create({ First: nested('one'), Second: nested('two') })
    const set = at.plan({ First: nested('three'), Second: nested('two') }, all)
    expect(set.Changes.map((one: any) => one.ResourceChange.LogicalResourceId)).to.deep.equal(['First'])
    const { ChangeSetId, PhysicalResourceId } = changeOf(set, 'First')
    const inside = at.call('DescribeChangeSet', { ChangeSetName: ChangeSetId, IncludePropertyValues: 'true' })
    expect(inside.StackId).to.equal(PhysicalResourceId)
    expect(changeOf(inside, 'Note').Details[0].Target).to.include({ BeforeValue: 'a', AfterValue: 'c' })
    at.call('ExecuteChangeSet', { ChangeSetName: set.ChangeSetId })
    expect(at.call('DescribeStacks', { StackName: PhysicalResourceId }).Stacks[0].StackStatus).to.equal(
      'UPDATE_COMPLETE',
    )
    expect(at.call('DescribeChangeSet', { ChangeSetName: ChangeSetId }).ExecutionStatus).to.equal(
      'EXECUTE_COMPLETE',
    )
  })

  it('has nothing to do when nothing changes inside either', () => {
    const at = deskWith({ one: inner('a') })
    at.create({ First: nested('one') })
    expect(at.plan({ First: nested('one') }, all).Status).to.equal('FAILED')
    expect(at.context.world.changeSets).to.have.property(
      at.call('DescribeChangeSet', { StackName: 'web', ChangeSetName: 'next' }).ChangeSetId,
    )
  })

  it('looks at nested stacks always when their changes are not asked for', () => {
    const at = deskWith({ one: inner('a') })
    const resources = { First: nested('one'), Note: parameter({ 'Fn::GetAtt': ['First', 'Outputs.Name'] }) }
    at.create(resources)
    const set = at.plan(resources)
    expect(changeOf(set, 'First')).to.deep.include({
      Action: 'Modify',
      Replacement: 'False',
      Details: [
        {
          Target: { Attribute: 'Properties', RequiresRecreation: 'Never' },
          Evaluation: 'Dynamic',
          ChangeSource: 'Automatic',
        },
      ],
    })
    expect(changeOf(set, 'Note').Details[0]).to.deep.include({
      Evaluation: 'Dynamic',
      ChangeSource: 'ResourceAttribute',
      CausingEntity: 'First.Outputs.Name',
    })
  })

  it('fails with the id of the change set inside that failed', () => {
    const broken = { Resources: { Note: parameter({ Ref: 'Nobody' }) } }
    const set = deskWith({ broken }).plan({ Inside: nested('broken') }, creating)
    expect(set.StatusReason).to.match(
      /^Nested change set arn:aws:cloudformation:\S+:changeSet\/\S+ was not successfully created: Currently in FAILED\.$/,
    )
  })

  it('is removed as a whole', () => {
    const at = deskWith({ inner: inner('a') })
    const { ChangeSetId } = at.plan({ Inside: nested('inner') }, creating)
    at.call('DeleteChangeSet', { ChangeSetName: ChangeSetId })
    expect(at.context.world.changeSets).to.deep.equal({})
  })

  it('validates what is inside, and tells it with the change set outside', () => {
    const broken = { Resources: { Note: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String' } } } }
    const at = deskWith({ broken })
    const set = at.plan({ Inside: nested('broken') }, creating)
    const [, inside = ''] = /Nested change set (\S+) was/.exec(set.StatusReason) ?? []
    expect(at.call('DescribeChangeSet', { ChangeSetName: inside }).StatusReason).to.include(
      'AWS::EarlyValidation::PropertyValidation',
    )
    const failed = { Filters: { FailedEvents: 'true' } }
    const told = at.call('DescribeEvents', { ChangeSetName: set.ChangeSetId, ...failed }).OperationEvents
    expect(told.map((one: any) => one.ValidationStatusReason)).to.deep.equal([
      '#: required key [Value] not found',
    ])
    expect(at.call('DescribeEvents', { ChangeSetName: inside, ...failed }).OperationEvents).to.deep.equal(
      told,
    )
  })

  it('passes NoEcho values as they are, and hides them', () => {
    const secret = {
      Parameters: { Value: { Type: 'String', NoEcho: true } },
      Resources: { Note: parameter({ Ref: 'Value' }) },
    }
    const at = deskWith({ secret })
    const resources = {
      Inside: nested('secret', { Parameters: { Value: { Ref: 'Key' } } }),
      Topic: topic({ TopicName: 'a' }),
    }
    const more = {
      templateParameters: { Key: { Type: 'String', NoEcho: true } },
      Parameters: [{ ParameterKey: 'Key', ParameterValue: 'hush' }],
    }
    at.create(resources, more)
    const set = at.plan({ ...resources, Topic: topic({ TopicName: 'b' }) }, { ...more, ...all })
    expect(set.Changes.map((one: any) => one.ResourceChange.LogicalResourceId)).to.deep.equal(['Topic'])
    expect(JSON.stringify(set)).not.to.include('hush')
  })
})
