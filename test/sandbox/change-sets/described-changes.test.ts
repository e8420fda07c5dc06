import { expect } from 'chai'
import { desk, parameter, topic } from './desk.ts'

const changesOf = (set: { Changes: { ResourceChange: any }[] }): any[] =>
  set.Changes.map(({ ResourceChange }) => ResourceChange)

/** Changes without the contexts, which other tests look at. */
const brief = (set: { Changes: { ResourceChange: any }[] }): any[] =>
  changesOf(set).map(({ BeforeContext: _before, AfterContext: _after, ...rest }) => rest)

describe('sandbox DescribeChangeSet, changes', () => {
  it('tells what is added, with what is known of it', () => {
    const set = desk().plan(
      { Topic: topic({ TopicName: 'news' }), Note: parameter({ 'Fn::GetAtt': ['Topic', 'TopicName'] }) },
      { ChangeSetType: 'CREATE' },
    )
    expect(set.Changes).to.deep.equal([
      {
        Type: 'Resource',
        ResourceChange: {
          Action: 'Add',
          LogicalResourceId: 'Note',
          ResourceType: 'AWS::SSM::Parameter',
          Scope: [],
          Details: [],
          AfterContext: '{"Properties":{"Type":"String","Value":"{{changeSet:KNOWN_AFTER_APPLY}}"}}',
        },
      },
      {
        Type: 'Resource',
        ResourceChange: {
          Action: 'Add',
          LogicalResourceId: 'Topic',
          ResourceType: 'AWS::SNS::Topic',
          Scope: [],
          Details: [],
          AfterContext: '{"Properties":{"TopicName":"news"}}',
        },
      },
    ])
  })

  it('tells a property that was modified in the template, with both values', () => {
    const at = desk()
    at.create({ Note: parameter('foo') })
    const [change] = changesOf(at.plan({ Note: parameter('bar') }))
    expect(change).to.deep.equal({
      Action: 'Modify',
      LogicalResourceId: 'Note',
      PhysicalResourceId: change.PhysicalResourceId,
      ResourceType: 'AWS::SSM::Parameter',
      Replacement: 'False',
      Scope: ['Properties'],
      Details: [
        {
          Target: {
            Attribute: 'Properties',
            Name: 'Value',
            RequiresRecreation: 'Never',
            Path: '/Properties/Value',
            BeforeValue: 'foo',
            AfterValue: 'bar',
            AttributeChangeType: 'Modify',
          },
          Evaluation: 'Static',
          ChangeSource: 'DirectModification',
        },
      ],
      BeforeContext: '{"Properties":{"Type":"String","Value":"foo"}}',
      AfterContext: '{"Properties":{"Type":"String","Value":"bar"}}',
    })
    expect(change.PhysicalResourceId).to.match(/^CFN-Parameter|^web-Note|Note/)
  })

  it('leaves values, paths and contexts out unless they are asked for', () => {
    const at = desk()
    at.create({ Note: parameter('foo') })
    const [change] = changesOf(at.plan({ Note: parameter('bar') }, {}, { IncludePropertyValues: 'false' }))
    expect(change.Details).to.deep.equal([
      {
        Target: { Attribute: 'Properties', Name: 'Value', RequiresRecreation: 'Never' },
        Evaluation: 'Static',
        ChangeSource: 'DirectModification',
      },
    ])
    expect(change).not.to.have.any.keys('BeforeContext', 'AfterContext')
  })

  it('tells who uses what is replaced, and that the value is not known yet', () => {
    const resources = (name: string) => ({
      Topic: topic({ TopicName: name }),
      Note: parameter({ 'Fn::GetAtt': ['Topic', 'TopicName'] }),
    })
    const at = desk()
    at.create(resources('topic-1'))
    const [note, replaced] = brief(at.plan(resources('topic-2')))
    expect(replaced).to.include({
      Action: 'Modify',
      LogicalResourceId: 'Topic',
      PhysicalResourceId: 'arn:aws:sns:eu-west-3:111122223333:topic-1',
      PolicyAction: 'ReplaceAndDelete',
      Replacement: 'True',
    })
    const target = {
      Attribute: 'Properties',
      Name: 'Value',
      RequiresRecreation: 'Never',
      Path: '/Properties/Value',
      BeforeValue: 'topic-1',
      AfterValue: '{{changeSet:KNOWN_AFTER_APPLY}}',
      AttributeChangeType: 'Modify',
    }
    expect(note.Details).to.deep.equal([
      {
        Target: target,
        Evaluation: 'Static',
        ChangeSource: 'ResourceAttribute',
        CausingEntity: 'Topic.TopicName',
      },
      { Target: target, Evaluation: 'Dynamic', ChangeSource: 'DirectModification' },
    ])
  })

  it('tells only without values who reads attributes of what changes in place', () => {
    const resources = (value: string) => ({
      First: parameter(value),
      Second: parameter({ 'Fn::Sub': 'is ${First.Value}' }),
      Third: parameter({ 'Fn::GetAtt': ['Second', 'Value'] }),
      Other: parameter({ Ref: 'First' }),
    })
    const at = desk()
    at.create(resources('a'))
    const withValues = at.plan(resources('b'))
    expect(changesOf(withValues).map((one) => one.LogicalResourceId)).to.deep.equal(['First'])
    const without = brief(at.call('DescribeChangeSet', { StackName: 'web', ChangeSetName: 'next' }))
    expect(without.map((one) => [one.LogicalResourceId, one.Replacement, one.Details])).to.deep.equal([
      ['First', 'False', [detail('Static', 'DirectModification')]],
      ['Second', 'False', [detail('Dynamic', 'ResourceAttribute', 'First.Value')]],
      ['Third', 'False', [detail('Dynamic', 'ResourceAttribute', 'Second.Value')]],
    ])
  })

  it('tells the parameter that makes a value another one', () => {
    const more = (value: string) => ({
      templateParameters: { Name: { Type: 'String' } },
      Parameters: [{ ParameterKey: 'Name', ParameterValue: value }],
    })
    const resources = { Topic: topic({ TopicName: { 'Fn::Join': ['-', ['x', { Ref: 'Name' }]] } }) }
    const at = desk()
    at.create(resources, more('a'))
    const [change] = brief(at.plan(resources, more('b'), { IncludePropertyValues: 'false' }))
    const target = { Attribute: 'Properties', Name: 'TopicName', RequiresRecreation: 'Always' }
    expect(change).to.include({ Replacement: 'True', PolicyAction: 'ReplaceAndDelete' })
    expect(change.Details).to.deep.equal([
      { Target: target, Evaluation: 'Static', ChangeSource: 'ParameterReference', CausingEntity: 'Name' },
      { Target: target, Evaluation: 'Dynamic', ChangeSource: 'DirectModification' },
    ])
  })

  it('hides NoEcho values on both sides', () => {
    const more = (value: string) => ({
      templateParameters: { Key: { Type: 'String', NoEcho: true } },
      Parameters: [{ ParameterKey: 'Key', ParameterValue: value }],
    })
    const resources = { Note: parameter({ 'Fn::Sub': 'key:${Key}' }) }
    const at = desk()
    at.create(resources, more('hush-one'))
    const set = at.plan(resources, more('hush-two'))
    expect(JSON.stringify(set)).not.to.include('hush')
    expect(changesOf(set)[0].Details[0].Target).to.include({
      BeforeValue: 'key:****',
      AfterValue: 'key:****',
    })
    expect(set.Parameters).to.deep.equal([{ ParameterKey: 'Key', ParameterValue: '****' }])
  })

  it('tells what becomes of a resource that leaves', () => {
    const at = desk()
    at.create({
      Keep: topic(),
      Deleted: topic(),
      Retained: topic({}, { DeletionPolicy: 'Retain' }),
      Excepted: topic({}, { DeletionPolicy: 'RetainExceptOnCreate' }),
    })
    const removed = brief(at.plan({ Keep: topic() }))
    expect(removed.map((one) => [one.Action, one.LogicalResourceId, one.PolicyAction])).to.deep.equal([
      ['Remove', 'Deleted', 'Delete'],
      ['Remove', 'Excepted', 'Retain'],
      ['Remove', 'Retained', 'Retain'],
    ])
  })

  it('tells attributes beside the properties', () => {
    const at = desk()
    at.create({ Topic: topic({ TopicName: 'a' }, { Metadata: { Note: 1 } }) })
    const [change] = brief(
      at.plan({ Topic: topic({ TopicName: 'a' }, { Metadata: { Note: 2 }, UpdateReplacePolicy: 'Retain' }) }),
    )
    expect(change.Scope).to.deep.equal(['Metadata', 'UpdateReplacePolicy'])
    expect(change.Details.map((one: any) => one.Target)).to.deep.equal([
      {
        Attribute: 'Metadata',
        RequiresRecreation: 'Never',
        Path: '/Metadata',
        BeforeValue: '{"Note":1}',
        AfterValue: '{"Note":2}',
        AttributeChangeType: 'Modify',
      },
      {
        Attribute: 'UpdateReplacePolicy',
        RequiresRecreation: 'Never',
        Path: '/UpdateReplacePolicy',
        BeforeValue: 'Delete',
        AfterValue: 'Retain',
        AttributeChangeType: 'Modify',
      },
    ])
  })

  it('tells which resources get other tags from their stack', () => {
    const resources = { Topic: topic(), Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' } }
    const at = desk()
    at.create(resources)
    const [change, ...others] = brief(at.plan(resources, { Tags: [{ Key: 'team', Value: 'a' }] }))
    expect(others).to.deep.equal([])
    expect([change.LogicalResourceId, change.Scope, change.Details]).to.deep.equal([
      'Topic',
      ['Tags'],
      [
        {
          Target: { Attribute: 'Tags', RequiresRecreation: 'Never' },
          Evaluation: 'Static',
          ChangeSource: 'DirectModification',
        },
      ],
    ])
  })

  it('shows tags and documents as a whole', () => {
    const statement = (action: string) => ({ Effect: 'Allow', Action: action, Resource: '*' })
    const resources = (action: string, tags: object[]) => ({
      Policy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [statement(action)] } },
      },
      Topic: topic({ TopicName: 'a', ...(tags.length > 0 ? { Tags: tags } : {}) }),
    })
    const at = desk()
    at.create(resources('s3:GetObject', []), { Capabilities: ['CAPABILITY_IAM'] })
    const tag = { Key: 'team', Value: 'a' }
    const set = at.plan(resources('s3:*', [tag]), { Capabilities: ['CAPABILITY_IAM'] })
    const document = (action: string) =>
      JSON.stringify({ Version: '2012-10-17', Statement: [statement(action)] })
    expect(
      changesOf(set).map((one) => [one.Scope, one.Details.map((inner: any) => inner.Target)]),
    ).to.deep.equal([
      [
        ['Properties'],
        [
          {
            Attribute: 'Properties',
            Name: 'PolicyDocument',
            RequiresRecreation: 'Never',
            Path: '/Properties/PolicyDocument',
            BeforeValue: document('s3:GetObject'),
            AfterValue: document('s3:*'),
            AttributeChangeType: 'Modify',
          },
        ],
      ],
      [
        ['Tags'],
        [
          {
            Attribute: 'Tags',
            RequiresRecreation: 'Never',
            Path: '/Properties/Tags',
            AfterValue: JSON.stringify([tag]),
            AttributeChangeType: 'Add',
          },
        ],
      ],
    ])
  })

  it('looks into maps and lists', () => {
    const resources = (level: string) => ({
      Role: {
        Type: 'AWS::SQS::Queue',
        Properties: { RedriveAllowPolicy: { redrivePermission: level } },
      },
      Table: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { ZipFile: 'x' },
          Role: 'arn:aws:iam::111122223333:role/a',
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Environment: { Variables: { LEVEL: level, OTHER: 'same' } },
        },
      },
    })
    const at = desk()
    at.create(resources('allowAll'))
    expect(
      changesOf(at.plan(resources('denyAll'))).map((one) =>
        one.Details.map((inner: any) => inner.Target.Path),
      ),
    ).to.deep.equal([['/Properties/RedriveAllowPolicy'], ['/Properties/Environment/Variables/LEVEL']])
  })

  it('leaves open what an export that is not there yet will be', () => {
    const set = desk().plan({ Note: parameter({ 'Fn::ImportValue': 'none' }) }, { ChangeSetType: 'CREATE' })
    expect(set.Status).to.equal('CREATE_COMPLETE')
    expect(changesOf(set)[0].AfterContext).to.include('KNOWN_AFTER_APPLY')
  })

  it('keeps dynamic references as they are written', () => {
    const at = desk({
      store: {
        parameters: { '111122223333/eu-west-3/size': { type: 'String', values: ['1', '2'] } },
        secrets: {},
        buckets: {},
      },
    })
    const resources = (version: number) => ({ Note: parameter(`{{resolve:ssm:size:${version}}}`) })
    at.create(resources(1))
    expect(changesOf(at.plan(resources(2)))[0].Details[0].Target).to.include({
      BeforeValue: '{{resolve:ssm:size:1}}',
      AfterValue: '{{resolve:ssm:size:2}}',
    })
  })

  it('gives a hundred changes a page', () => {
    const resources = Object.fromEntries(Array.from({ length: 130 }, (_, number) => [`T${number}`, topic()]))
    const at = desk()
    const first = at.plan(resources, { ChangeSetType: 'CREATE' })
    const next = { StackName: 'web', ChangeSetName: 'next', NextToken: first.NextToken }
    const second = at.call('DescribeChangeSet', next)
    const ids = [first, second].flatMap(changesOf).map((one) => one.LogicalResourceId)
    expect([first.Changes.length, second.Changes.length, second.NextToken]).to.deep.equal([
      100,
      30,
      undefined,
    ])
    expect(ids).to.deep.equal(Object.keys(resources).sort())
  })
})

function detail(evaluation: string, source: string, cause?: string): object {
  return {
    Target: { Attribute: 'Properties', Name: 'Value', RequiresRecreation: 'Never' },
    Evaluation: evaluation,
    ChangeSource: source,
    ...(cause === undefined ? {} : { CausingEntity: cause }),
  }
}
