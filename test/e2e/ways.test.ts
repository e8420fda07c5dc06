import { expect } from 'chai'
import { cfstack } from './cfstack.ts'
import { startResponder, type Answer, type Call, type Responder } from './responder.ts'
import { life, stack, stackId, webTemplate } from './scripts.ts'
import { terminal } from './terminal.ts'

const deploy = ['deploy', '--template', webTemplate, '--stack-name', 'web']
const event = (status: string, id: string, fields: object = {}) => ({
  StackId: stackId,
  EventId: id,
  StackName: 'web',
  LogicalResourceId: 'web',
  PhysicalResourceId: stackId,
  ResourceType: 'AWS::CloudFormation::Stack',
  ResourceStatus: status,
  Timestamp: '2026-01-02T03:04:05Z',
  ...fields,
})
const failure = event('CREATE_FAILED', 'cause', {
  LogicalResourceId: 'Topic',
  PhysicalResourceId: 'arn:topic',
  ResourceType: 'AWS::SNS::Topic',
  ResourceStatusReason: 'Invalid name',
})
const topic = {
  LogicalResourceId: 'Topic',
  PhysicalResourceId: 'arn:topic',
  ResourceType: 'AWS::SNS::Topic',
  ResourceStatus: 'UPDATE_FAILED',
  ResourceStatusReason: 'no right to',
  LastUpdatedTimestamp: '2026-01-02T03:04:05Z',
}

/** A stack that one call leads from a state to another, and that is deployed afterwards. */
function led(from: string, call: string, to: string | undefined): Record<string, Answer> {
  const isLed = (calls: readonly Call[]) => calls.some(({ action }) => action === call)
  const later = life({ ...(to === undefined ? {} : { before: to }), after: 'UPDATE_COMPLETE' })
  const done = (calls: readonly Call[]) => calls.some(({ action }) => action === 'ExecuteChangeSet')
  return {
    ...later,
    DescribeStacks: (params, calls) => {
      if (!isLed(calls)) return { Stacks: [stack(from, { StackStatusReason: 'because' })] }
      // What `life` takes for the deletion of its own empty stack was that of the old one.
      const own = calls.filter(({ action }) => action !== 'DeleteStack')
      return later['DescribeStacks']!(params, own)
    },
    DescribeStackEvents: (_params, calls) => ({
      StackEvents: [
        ...(done(calls) ? [event('UPDATE_COMPLETE', 'end')] : []),
        ...(isLed(calls) ? [event(to ?? 'DELETE_COMPLETE', 'led')] : []),
        failure,
        event('CREATE_IN_PROGRESS', 'begin'),
      ],
    }),
    ListStackResources: () => ({ StackResourceSummaries: [topic] }),
    [call]: () => ({}),
  }
}

describe('the ways on from a failed state, against a responder', function () {
  this.timeout(30_000)
  let responder: Responder
  afterEach(() => responder.stop())

  async function run(answers: Record<string, Answer>, ...more: string[]) {
    responder = await startResponder(answers)
    return cfstack([...deploy, '--yes', ...more], responder.env)
  }

  it('--replace-failed says why it failed and what goes, deletes, and creates', async () => {
    const { code, stdout, stderr } = await run(
      led('ROLLBACK_COMPLETE', 'DeleteStack', undefined),
      '--replace-failed',
    )
    expect(code, stderr).to.equal(0)
    expect(stdout).to.contain(
      'Stack "web" is in ROLLBACK_COMPLETE: Topic (AWS::SNS::Topic): Invalid name\n' +
        'These resources of it exist and would be deleted:\n  Topic  AWS::SNS::Topic  arn:topic\n',
    )
    expect(responder.changes()).to.deep.equal(['DeleteStack', 'CreateChangeSet', 'ExecuteChangeSet'])
  })

  it('--replace-failed does not delete what is protected', async () => {
    const { code, stderr } = await run(
      {
        DescribeStacks: () => ({
          Stacks: [stack('ROLLBACK_COMPLETE', { EnableTerminationProtection: true })],
        }),
      },
      '--replace-failed',
    )
    expect(stderr).to.contain('Termination protection is on; turn it off to have it deleted')
    expect([code, responder.changes()]).to.deep.equal([1, []])
  })

  it('asks on a terminal before it deletes', async () => {
    responder = await startResponder(led('ROLLBACK_COMPLETE', 'DeleteStack', undefined))
    const session = terminal([...deploy, '--yes'], responder.env)
    await session.see('Delete "web" and create it anew?')
    await session.see('none of these: ')
    session.type('\r')
    const { code } = await session.ended
    expect([code, responder.changes()]).to.deep.equal([1, []])
  })

  it('--retry-failed deploys onto what was made so far, without rollback', async () => {
    const { code, stderr } = await run(
      {
        ...led('CREATE_FAILED', 'ExecuteChangeSet', 'UPDATE_COMPLETE'),
        ExecuteChangeSet: () => ({}),
      },
      '--retry-failed',
    )
    expect(code, stderr).to.equal(0)
    expect(responder.changes()).to.deep.equal(['CreateChangeSet', 'ExecuteChangeSet'])
    const { params } = responder.calls.find(({ action }) => action === 'ExecuteChangeSet')!
    expect(params['DisableRollback']).to.equal('true')
  })

  it('--roll-back-failed rolls back first, then updates', async () => {
    const { code, stderr } = await run(
      led('UPDATE_FAILED', 'RollbackStack', 'UPDATE_ROLLBACK_COMPLETE'),
      '--roll-back-failed',
    )
    expect(code, stderr).to.equal(0)
    expect(responder.changes()).to.deep.equal(['RollbackStack', 'CreateChangeSet', 'ExecuteChangeSet'])
  })

  it('--continue-rollback --skip finishes the rollback without what holds it up, and says what stays', async () => {
    const { code, stdout, stderr } = await run(
      led('UPDATE_ROLLBACK_FAILED', 'ContinueUpdateRollback', 'UPDATE_ROLLBACK_COMPLETE'),
      '--continue-rollback',
      '--skip',
      'Topic',
    )
    expect(code, stderr).to.equal(0)
    expect(stdout).to.contain(
      '  Topic: no right to\nThese stay as they are, apart from the template: Topic\n',
    )
    const { params } = responder.calls.find(({ action }) => action === 'ContinueUpdateRollback')!
    expect(params['ResourcesToSkip.member.1']).to.equal('Topic')
    expect(params['ClientRequestToken']).to.match(/^cfstack-[0-9a-f]{10}-[0-9a-f]{8}$/)
  })

  /** An update of somebody else that has ended by the third look at it. */
  const busy = (status: string, token = 'ben-1'): Record<string, Answer> => {
    const looks = (calls: readonly Call[]) =>
      calls.filter(({ action }) => action === 'DescribeStackEvents').length
    const later = life({ before: status, after: 'UPDATE_COMPLETE' })
    return {
      ...later,
      DescribeStacks: (params, calls) =>
        looks(calls) < 3
          ? { Stacks: [stack('UPDATE_IN_PROGRESS')] }
          : later['DescribeStacks']!(params, calls),
      DescribeStackEvents: (_params, calls) => ({
        StackEvents: [
          ...(calls.some(({ action }) => action === 'ExecuteChangeSet')
            ? [event('UPDATE_COMPLETE', '9')]
            : []),
          ...(looks(calls) < 3 ? [] : [event(status, '2', { ClientRequestToken: token })]),
          event('UPDATE_IN_PROGRESS', '1', { ClientRequestToken: token }),
          event('CREATE_COMPLETE', '0'),
        ],
      }),
    }
  }

  it('--join follows what runs, and ends as it ends', async () => {
    const good = await run(busy('UPDATE_COMPLETE'), '--join', '--json')
    expect([good.code, responder.changes()], good.stderr).to.deep.equal([0, []])
    expect(JSON.parse(good.stdout)).to.include({ stack: 'web', status: 'UPDATE_COMPLETE', joined: true })
    await responder.stop()
    const bad = await run(busy('UPDATE_ROLLBACK_COMPLETE'), '--join')
    expect([bad.code, responder.changes()]).to.deep.equal([1, []])
    expect(bad.stdout).to.contain(
      'Stack "web" is in UPDATE_IN_PROGRESS since 2026-01-02T03:04:05.000Z, started with token ben-1: following it',
    )
  })

  it('--wait deploys after what runs', async () => {
    const { code, stdout, stderr } = await run(busy('UPDATE_COMPLETE'), '--wait')
    expect([code, responder.changes()], stderr).to.deep.equal([0, ['CreateChangeSet', 'ExecuteChangeSet']])
    expect(stdout).to.contain('waiting for its end')
  })

  it('joins the same deployment that an earlier run has started, without a flag', async () => {
    await run(life({ before: 'UPDATE_COMPLETE', after: 'UPDATE_COMPLETE' }))
    const { params } = responder.calls.find(({ action }) => action === 'ExecuteChangeSet')!
    await responder.stop()
    const { code, stdout, stderr } = await run({
      ...busy('UPDATE_COMPLETE', params['ClientRequestToken']),
      DescribeChangeSet: () => ({ Status: 'FAILED', StatusReason: 'No updates are to be performed.' }),
    })
    expect([code, responder.changes()], stderr).to.deep.equal([0, ['CreateChangeSet', 'DeleteChangeSet']])
    expect(stdout).to.contain('it is this same deployment, following it').and.to.contain('No changes')
  })
})
