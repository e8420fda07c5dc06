import { expect } from 'chai'
import { consequencesOf } from '../../../src/sandbox/rehearse/consequences.ts'
import { placeStack } from '../../../src/sandbox/rehearse/place-stack.ts'
import { play, type Waiting } from '../../../src/sandbox/rehearse/play.ts'
import { parts } from '../../../src/sandbox/parts.ts'
import { newWorld } from '../../../src/sandbox/store/new-world.ts'
import { placeOf } from '../../../src/sandbox/wire/caller.ts'
import type { Fault, World } from '../../../src/sandbox/world.ts'

const place = placeOf('123456789012', 'eu-west-1')
const queue = (name: string, more: object = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: { QueueName: name },
  ...more,
})

/** A world with a deployed stack, and a change set that waits on it. */
function waitingIn(
  before: object,
  after: object,
  importer?: object,
): { readonly world: World; readonly waiting: Waiting } {
  const world = newWorld('play', 0)
  const placed = placeStack(
    world,
    { name: 'web', body: JSON.stringify(before), parameters: {} },
    { place, exports: {} },
  )
  if (placed.kind === 'refused') throw new Error(placed.why)
  if (importer !== undefined)
    placeStack(
      world,
      { name: 'news', body: JSON.stringify(importer), parameters: {} },
      { place, exports: {} },
    )
  const made = parts.operations['CreateChangeSet']!(
    { StackName: 'web', ChangeSetName: 'next', TemplateBody: JSON.stringify(after) },
    { world, place, callerArn: 'arn:aws:iam::123456789012:user/test' },
  )
  parts.settle(world)
  return { world, waiting: { stackId: String(made['StackId']), changeSetId: String(made['Id']) } }
}

describe('play()', () => {
  const { world, waiting } = waitingIn(
    { Resources: { Jobs: queue('jobs'), Old: queue('old') } },
    {
      Resources: {
        Jobs: queue('jobs', { Properties: { QueueName: 'jobs', DelaySeconds: 5 } }),
        News: queue('news', { DependsOn: 'Jobs' }),
      },
    },
  )
  const told = (faults: readonly Fault[] = []) => {
    const played = play(world, waiting, faults)
    const steps = played.steps.map(
      (step) => `${step.phase}: ${step.action} ${step.logicalId} ${step.outcome}`,
    )
    const { cause, ...consequences } = consequencesOf(played)
    const states = played.differences.map(({ logicalId, state }) => `${logicalId} ${state}`)
    return { status: played.status, steps, states, ...consequences, cause: cause?.reason }
  }

  it('tells the order, and how the resources differ in the end', () => {
    expect(told()).to.deep.equal({
      status: 'UPDATE_COMPLETE',
      steps: ['deployment: update Jobs done', 'deployment: create News done', 'clean-up: delete Old done'],
      states: ['Jobs changed', 'News new', 'Old gone'],
      rolledBack: [],
      notRolledBack: [
        { logicalId: 'Jobs', type: 'AWS::SQS::Queue', why: 'it stays as it was changed' },
        { logicalId: 'News', type: 'AWS::SQS::Queue', why: 'it was made, and stays' },
      ],
      cause: undefined,
    })
  })

  it('tells what a failure takes back', () => {
    const faults: Fault[] = [{ kind: 'fail', stack: 'web', logicalId: 'News', reason: 'No room' }]
    expect(told(faults)).to.deep.equal({
      status: 'UPDATE_ROLLBACK_COMPLETE',
      steps: [
        'deployment: update Jobs done',
        'deployment: create News failed',
        'rollback: update Jobs done',
        'clean-up after rollback: delete News done',
      ],
      states: [],
      rolledBack: ['Jobs', 'News'],
      notRolledBack: [],
      cause: 'No room',
    })
  })

  it('tells what can not be taken back', () => {
    const faults: Fault[] = [
      { kind: 'fail', stack: 'web', logicalId: 'News', reason: 'No room' },
      { kind: 'fail', stack: 'web', logicalId: 'Jobs', on: 'rollback', reason: 'Locked' },
    ]
    const { status, states, rolledBack, notRolledBack, cause } = told(faults)
    expect({ status, states, rolledBack, notRolledBack, cause }).to.deep.equal({
      status: 'UPDATE_ROLLBACK_FAILED',
      states: ['Jobs changed'],
      rolledBack: ['News'],
      notRolledBack: [{ logicalId: 'Jobs', type: 'AWS::SQS::Queue', why: 'update failed: Locked' }],
      cause: 'No room',
    })
  })

  it('leaves the world as it was', () => {
    const before = structuredClone(world)
    told([{ kind: 'fail', logicalId: 'News' }])
    expect(world).to.deep.equal(before)
  })
})

describe('play() of a change to what others import', () => {
  it('says who has it in use', () => {
    const exported = (name: string) => ({
      Resources: { Jobs: queue(name) },
      Outputs: { Name: { Value: { 'Fn::GetAtt': ['Jobs', 'QueueName'] }, Export: { Name: 'jobs-name' } } },
    })
    const { world, waiting } = waitingIn(exported('jobs'), exported('other-jobs'), {
      Resources: {
        News: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': 'jobs-name' } } },
      },
    })
    const { status, reason } = play(world, waiting)
    expect({ status, reason }).to.deep.equal({
      status: 'UPDATE_ROLLBACK_COMPLETE',
      reason: 'Export jobs-name cannot be updated as it is in use by news',
    })
  })
})

describe('placeStack()', () => {
  it('makes up exports, parameters and secrets that are elsewhere', () => {
    const world = newWorld('place', 0)
    const body = JSON.stringify({
      Parameters: {
        Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/images/web' },
      },
      Resources: {
        Jobs: {
          Type: 'AWS::SQS::Queue',
          Properties: {
            QueueName: { 'Fn::ImportValue': 'queue-name' },
            KmsMasterKeyId: '{{resolve:secretsmanager:keys:SecretString:jobs}}',
          },
        },
      },
    })
    const placed = placeStack(
      world,
      { name: 'web', body, parameters: {} },
      { place, exports: { 'queue-name': 'jobs' } },
    )
    expect(placed.kind === 'placed' ? placed.standIns : placed.why).to.deep.equal([
      { kind: 'secret', name: 'keys', value: '{"jobs":"rehearsal"}' },
      { kind: 'parameter', name: '/images/web', value: 'ami-0123456789abcdef0' },
      { kind: 'export', name: 'queue-name', value: 'jobs' },
    ])
  })

  it('says why a stack can not be, and leaves no half of it', () => {
    const world = newWorld('place', 0)
    const placed = placeStack(
      world,
      { name: 'web', body: '{"Resources":{"A":{"Type":"AWS::No::Type"}}}', parameters: {} },
      { place, exports: {} },
    )
    expect([placed, world.stacks]).to.deep.equal([
      {
        kind: 'refused',
        why: 'Template format error: Unrecognized resource types: [AWS::No::Type]',
      },
      {},
    ])
  })
})
