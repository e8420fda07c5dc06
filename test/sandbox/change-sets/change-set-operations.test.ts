import { expect } from 'chai'
import { desk, parameter, topic } from './desk.ts'

const noChanges =
  "The submitted information didn't contain changes. Submit different information to create a change set."
const setId = /^arn:aws:cloudformation:eu-west-3:111122223333:changeSet\/next\/[0-9a-f-]{36}$/

describe('sandbox CreateChangeSet', () => {
  it('leaves a new stack in review, and works the changes out', () => {
    const at = desk()
    const { Id, StackId } = at.begin('CreateChangeSet', {
      StackName: 'web',
      ChangeSetName: 'next',
      ChangeSetType: 'CREATE',
      TemplateBody: JSON.stringify({ Resources: { Topic: topic() } }),
      OnStackFailure: 'DELETE',
      Description: 'First',
      Tags: [{ Key: 'team', Value: 'a' }],
      ClientToken: 'token',
    })
    expect(Id).to.match(setId)
    expect(at.call('DescribeStacks', { StackName: 'web' }).Stacks[0]).to.include({
      StackId,
      StackStatus: 'REVIEW_IN_PROGRESS',
      StackStatusReason: 'User Initiated',
    })
    const { Changes, CreationTime, ...rest } = at.call('DescribeChangeSet', { ChangeSetName: Id })
    expect(CreationTime).to.equal('2026-01-02T03:04:05.000Z')
    expect(Changes).to.have.length(1)
    expect(rest).to.deep.equal({
      StackId,
      StackName: 'web',
      ChangeSetId: Id,
      ChangeSetName: 'next',
      ExecutionStatus: 'AVAILABLE',
      Status: 'CREATE_COMPLETE',
      Description: 'First',
      IncludeNestedStacks: false,
      NotificationARNs: [],
      RollbackConfiguration: {},
      Capabilities: [],
      Tags: [{ Key: 'team', Value: 'a' }],
      OnStackFailure: 'DELETE',
    })
  })

  it('is pending, then in progress, and cannot be executed or deleted until it is complete', () => {
    const at = desk()
    const set = { StackName: 'web', ChangeSetName: 'next' }
    at.begin('CreateChangeSet', {
      ...set,
      ChangeSetType: 'CREATE',
      TemplateBody: JSON.stringify({ Resources: { Topic: topic() } }),
    })
    expect(at.begin('DescribeChangeSet', set)).to.include({
      Status: 'CREATE_PENDING',
      ExecutionStatus: 'UNAVAILABLE',
    })
    expect(() => at.begin('DeleteChangeSet', set)).to.throw(
      /cannot be deleted in its current status of \[CREATE_PENDING\]/,
    )
    expect(() => at.begin('ExecuteChangeSet', set)).to.throw(
      /cannot be executed in its current status of \[CREATE_PENDING\]/,
    )
    expect(
      at.begin('DescribeEvents', set).OperationEvents.map((one: any) => one.OperationStatus),
    ).to.deep.equal(['IN_PROGRESS', 'IN_PROGRESS'])
    expect(at.call('ListChangeSets', { StackName: 'web' }).Summaries).to.have.length(1)
    expect(at.call('DescribeChangeSet', set)).to.include({ Status: 'CREATE_COMPLETE' })
  })

  it('fails without changes, and says so', () => {
    const at = desk()
    at.create({ Topic: topic() })
    expect(at.plan({ Topic: topic() })).to.deep.include({
      Status: 'FAILED',
      StatusReason: noChanges,
      ExecutionStatus: 'UNAVAILABLE',
      Changes: [],
    })
    expect(() => at.call('ExecuteChangeSet', { StackName: 'web', ChangeSetName: 'next' })).to.throw(
      /cannot be executed in its current status of \[FAILED\]/,
    )
  })

  it('is complete without changes of resources when an output changes', () => {
    const at = desk()
    at.create({ Topic: topic() })
    const more = { templateOutputs: { Name: { Value: 'x', Export: { Name: 'name' } } } }
    expect(at.plan({ Topic: topic() }, more)).to.deep.include({ Status: 'CREATE_COMPLETE', Changes: [] })
    at.call('ExecuteChangeSet', { StackName: 'web', ChangeSetName: 'next' })
    expect(at.call('ListExports', {}).Exports.map((one: any) => one.Name)).to.deep.equal(['name'])
  })

  it('refuses what the stack does not allow', () => {
    const at = desk()
    const body = JSON.stringify({ Resources: { Topic: topic() } })
    const make = (more: object) => () =>
      at.call('CreateChangeSet', { StackName: 'web', ChangeSetName: 'next', TemplateBody: body, ...more })
    expect(make({})).to.throw('Stack [web] does not exist')
    expect(make({ ChangeSetType: 'NEW' })).to.throw(/Member must satisfy enum value set/)
    expect(make({ ChangeSetName: '1' })).to.throw(/at 'changeSetName' failed to satisfy constraint/)
    at.create({ Topic: topic() })
    expect(make({ ChangeSetType: 'CREATE' })).to.throw(
      'Stack [web] already exists and cannot be created again with the changeSet [next].',
    )
    at.begin('DeleteStack', { StackName: 'web' })
    expect(make({})).to.throw(/is in DELETE_IN_PROGRESS state and can not be updated\.$/)
  })

  it('answers the same call twice, and refuses another set of the same name', () => {
    const at = desk()
    at.create({ Note: parameter('a') })
    const input = (value: string, token: string) => ({
      StackName: 'web',
      ChangeSetName: 'next',
      ClientToken: token,
      TemplateBody: JSON.stringify({ Resources: { Note: parameter(value) } }),
    })
    const first = at.call('CreateChangeSet', input('b', 'one'))
    expect(at.call('CreateChangeSet', input('b', 'one'))).to.deep.equal(first)
    expect(() => at.call('CreateChangeSet', input('c', 'two')))
      .to.throw('ChangeSet next cannot be created due to a mismatch with existing attribute Template')
      .with.property('code', 'AlreadyExistsException')
  })

  it('fails when a resource becomes one of another type', () => {
    const at = desk()
    at.create({ Thing: topic() })
    expect(at.plan({ Thing: parameter('x') })).to.deep.include({
      Status: 'FAILED',
      StatusReason:
        'Update of resource type is not permitted. The new template modifies resource type of the following resources: [Thing]',
    })
  })
})

describe('sandbox ExecuteChangeSet', () => {
  it('makes a new stack, which remembers its change set', () => {
    const at = desk()
    const { ChangeSetId } = at.plan({ Topic: topic() }, { ChangeSetType: 'CREATE' })
    at.call('ExecuteChangeSet', { ChangeSetName: ChangeSetId })
    expect(at.call('DescribeStacks', { StackName: 'web' }).Stacks[0]).to.include({
      StackStatus: 'CREATE_COMPLETE',
      ChangeSetId,
    })
    expect(at.call('DescribeChangeSet', { ChangeSetName: ChangeSetId }).ExecutionStatus).to.equal(
      'EXECUTE_COMPLETE',
    )
    expect(at.call('ListChangeSets', { StackName: 'web' }).Summaries).to.deep.equal([])
  })

  it('makes the other change sets of the stack obsolete', () => {
    const at = desk()
    at.create({ Note: parameter('a') })
    at.plan({ Note: parameter('b') })
    const body = JSON.stringify({ Resources: { Note: parameter('c') } })
    at.call('CreateChangeSet', { StackName: 'web', ChangeSetName: 'other', TemplateBody: body })
    at.call('ExecuteChangeSet', { StackName: 'web', ChangeSetName: 'next' })
    const other = { StackName: 'web', ChangeSetName: 'other' }
    expect(at.call('DescribeChangeSet', other).ExecutionStatus).to.equal('OBSOLETE')
    expect(() => at.call('ExecuteChangeSet', other))
      .to.throw(/cannot be executed in its current execution status of \[OBSOLETE\]/)
      .with.property('code', 'InvalidChangeSetStatus')
  })

  it('does the same call once', () => {
    const at = desk()
    at.create({ Note: parameter('a') })
    at.plan({ Note: parameter('b') })
    const call = { StackName: 'web', ChangeSetName: 'next', ClientRequestToken: 'token' }
    expect(at.call('ExecuteChangeSet', call)).to.deep.equal({})
    expect(at.call('ExecuteChangeSet', call)).to.deep.equal({})
    expect(() => at.call('ExecuteChangeSet', { ...call, ClientRequestToken: 'other' })).to.throw(
      /execution status of \[EXECUTE_COMPLETE\]/,
    )
  })

  it('tells when the execution failed', () => {
    const at = desk({ faults: [{ kind: 'fail', logicalId: 'Note', on: 'update' }] })
    at.create({ Note: parameter('a') })
    const { ChangeSetId } = at.plan({ Note: parameter('b') })
    at.call('ExecuteChangeSet', { ChangeSetName: ChangeSetId })
    expect(at.call('DescribeStacks', { StackName: 'web' }).Stacks[0].StackStatus).to.equal(
      'UPDATE_ROLLBACK_COMPLETE',
    )
    expect(at.call('DescribeChangeSet', { ChangeSetName: ChangeSetId }).ExecutionStatus).to.equal(
      'EXECUTE_FAILED',
    )
  })

  it('deletes a new stack that fails, when the set says so', () => {
    const at = desk({ faults: [{ kind: 'fail', logicalId: 'Topic', on: 'create' }] })
    const { ChangeSetId, StackId } = at.plan(
      { Topic: topic() },
      { ChangeSetType: 'CREATE', OnStackFailure: 'DELETE' },
    )
    at.call('ExecuteChangeSet', { ChangeSetName: ChangeSetId })
    expect(at.call('DescribeStacks', { StackName: StackId }).Stacks[0].StackStatus).to.equal(
      'DELETE_COMPLETE',
    )
  })
})

describe('sandbox DeleteChangeSet', () => {
  it('removes a set, and does not mind one that is not there', () => {
    const at = desk()
    at.create({ Note: parameter('a') })
    const { ChangeSetId } = at.plan({ Note: parameter('b') })
    at.call('DeleteChangeSet', { StackName: 'web', ChangeSetName: 'next' })
    expect(() => at.call('DescribeChangeSet', { ChangeSetName: ChangeSetId }))
      .to.throw(`ChangeSet [${ChangeSetId}] does not exist`)
      .with.property('code', 'ChangeSetNotFound')
    expect(at.call('DeleteChangeSet', { StackName: 'web', ChangeSetName: 'next' })).to.deep.equal({})
  })

  it('wants a stack that is there', () => {
    const at = desk()
    expect(() => at.call('DeleteChangeSet', { ChangeSetName: 'next' })).to.throw(
      'StackName must be specified if ChangeSetName is not specified as an ARN.',
    )
    expect(() => at.call('DeleteChangeSet', { ChangeSetName: 'next', StackName: 'none' })).to.throw(
      'Stack [none] does not exist',
    )
  })
})

describe('sandbox DescribeChangeSetHooks', () => {
  it('has none', () => {
    const at = desk()
    const { ChangeSetId, StackId } = at.plan({ Topic: topic() }, { ChangeSetType: 'CREATE' })
    expect(at.call('DescribeChangeSetHooks', { ChangeSetName: ChangeSetId })).to.deep.equal({
      ChangeSetId,
      ChangeSetName: 'next',
      Hooks: [],
      Status: 'PLANNED',
      StackId,
      StackName: 'web',
    })
  })
})

describe('sandbox change sets of a stack', () => {
  it('are forgotten after twenty more, so that the world does not grow for ever', () => {
    const at = desk()
    at.create({ Note: parameter('start') })
    const ids = Array.from({ length: 25 }, (_, number) => {
      const { Id } = at.call('CreateChangeSet', {
        StackName: 'web',
        ChangeSetName: `set-${number}`,
        TemplateBody: JSON.stringify({ Resources: { Note: parameter(`value ${number}`) } }),
      })
      at.call('ExecuteChangeSet', { ChangeSetName: Id })
      return Id
    })
    expect(Object.keys(at.context.world.changeSets)).to.deep.equal(ids.slice(-21))
  })
})
