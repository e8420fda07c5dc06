import { expect } from 'chai'
import { startMinistack, type Endpoint } from './endpoints.ts'
import { deployed } from './lifecycle.ts'
import { never, ServiceError, startResponder, type Answer, type Responder } from './responder.ts'
import { describes, life, stackId, webTemplate } from './scripts.ts'
import { ctrlC, ctrlD, terminal, type Terminal } from './terminal.ts'

const create = ['create', '--template', webTemplate, '--stack-name', 'web']
const escape = String.fromCharCode(27)
const question = 'Execute this on stack "web"? [y/N] '

describe('on a terminal, against MiniStack', function () {
  this.timeout(60_000)
  let endpoint: Endpoint
  before(async () => void (endpoint = await startMinistack()))
  after(() => endpoint.stop())

  it('"n" leaves neither change set nor stack, exit code 1', async () => {
    const session = terminal(create, endpoint.env)
    await session.see(question)
    session.type('n\r')
    const { code, screen } = await session.ended
    expect(code).to.equal(1)
    expect(screen).to.contain('the changes were not approved   E_REFUSED')
    expect(await deployed(endpoint, 'web')).to.equal(undefined)
  })

  it('"y" executes, in a window of 40 columns too', async () => {
    const session = terminal(create, endpoint.env, { columns: 40 })
    await session.see(question)
    // What was mistyped is taken back; the question stays.
    session.type('n\x7fy\r')
    const { code, screen } = await session.ended
    expect(code, screen).to.equal(0)
    expect(textOf(screen)).to.contain(`${question}y\r`)
    expect(await deployed(endpoint, 'web')).to.deep.equal({ status: 'CREATE_COMPLETE', changeSets: 0 })
  })
})

describe('on a terminal, against a responder', function () {
  this.timeout(60_000)
  let responder: Responder
  let session: Terminal
  afterEach(() => responder.stop())

  async function open(
    args: readonly string[],
    answers: Record<string, Answer> = life({ after: 'CREATE_COMPLETE' }),
    columns = 100,
  ): Promise<void> {
    responder = await startResponder(answers)
    session = terminal(args, responder.env, { columns })
  }

  const asks = ['create', '--template', 'test/e2e/fixtures/asks.json', '--stack-name', 'web', '--yes']
  for (const columns of [100, 40]) {
    it(`asks for missing parameters until they are right, and hides NoEcho, ${columns} columns`, async () => {
      await open(asks, undefined, columns)
      await session.see('Port (Number)')
      session.type('70000\r')
      await session.see('"70000" is more than 65535')
      await session.see('Port (Number)')
      session.type('8080\r')
      await session.see('Token (String): ')
      session.type('short\r')
      await session.see('the value is shorter than 8 characters')
      await session.see('Token (String): ')
      session.type('long enough\r')
      const { code, screen } = await session.ended
      expect(code, screen).to.equal(0)
      expect(screen).not.to.contain('short\r').and.not.to.contain('long')
      expect(screen).to.contain('Stack "web": CREATE_COMPLETE')
      const { params } = responder.calls.find(({ action }) => action === 'CreateChangeSet')!
      expect([
        params['Parameters.member.1.ParameterValue'],
        params['Parameters.member.2.ParameterValue'],
      ]).to.deep.equal(['8080', 'long enough'])
    })
  }

  it('Ctrl-C at a parameter: nothing is sent, 130', async () => {
    await open(asks)
    await session.see('Port (Number)')
    session.type(ctrlC)
    const { code, screen } = await session.ended
    expect([code, responder.changes()]).to.deep.equal([130, []])
    expect(screen).to.match(/\nStack "web" stays as it is: interrupted .* {3}E_INTERRUPTED/)
  })

  it('Ctrl-D at a parameter: it is missing, 2', async () => {
    await open(asks)
    await session.see('Port (Number)')
    session.type(ctrlD)
    const { code, screen } = await session.ended
    expect([code, responder.changes()]).to.deep.equal([2, []])
    expect(screen).to.contain('Parameter has no value: Port (Number)').and.to.contain('E_PARAMETERS')
  })

  const cleanUp = ['CreateChangeSet', 'DeleteChangeSet', 'DeleteStack']
  it('Ctrl-C at the approval removes change set and empty stack, 130', async () => {
    await open(create)
    await session.see(question)
    session.type(ctrlC)
    const { code, screen } = await session.ended
    expect([code, responder.changes()]).to.deep.equal([130, cleanUp])
    expect(screen).to.match(/\nStack "web" stays as it is: interrupted .* {3}E_INTERRUPTED/)
  })

  it('Ctrl-D at the approval is a no', async () => {
    await open(create)
    await session.see(question)
    session.type(ctrlD)
    const { code, screen } = await session.ended
    expect([code, responder.changes()]).to.deep.equal([1, cleanUp])
    expect(screen).to.contain('E_REFUSED')
  })

  it('Ctrl-C while the change set is computed waits until it can be removed, and removes it, 130', async () => {
    const answers = life({ after: 'CREATE_COMPLETE' })
    let asked = () => {}
    const isAsked = new Promise<void>((done) => (asked = done))
    let interrupted = false
    await open(create, {
      ...answers,
      DescribeChangeSet: async (params, calls) => {
        asked()
        return interrupted ? answers['DescribeChangeSet']!(params, calls) : never()
      },
      DeleteChangeSet: (_params, calls) => {
        if (calls.filter(({ action }) => action === 'DeleteChangeSet').length > 1) return {}
        throw new ServiceError('InvalidChangeSetStatus', 'The change set is in CREATE_IN_PROGRESS')
      },
    })
    await isAsked
    interrupted = true
    session.type(ctrlC)
    const { code, screen } = await session.ended
    const repeated = ['CreateChangeSet', 'DeleteChangeSet', ...cleanUp.slice(1)]
    expect([code, responder.changes()], screen).to.deep.equal([130, repeated])
  })

  const detached = new RegExp(
    'Stopped watching stack "web": its deployment goes on\\r\\n' +
      '  hint: Watch it again with: cfstack events --template test/e2e/fixtures/web.json --stack-name web --region eu-west-3   E_DETACHED',
  )
  const choice = 'detach, cancel, keep, or Enter for none of these: '
  const untilCancelled = (ended: string): Record<string, Answer> => {
    const did = (action: string) => responder.changes().includes(action)
    const isOver = () => did('CancelUpdateStack') || did('DeleteStack')
    const answers = life({ before: 'UPDATE_COMPLETE', after: 'UPDATE_IN_PROGRESS' })
    return {
      ...answers,
      DescribeStacks: (params, calls) =>
        isOver() ? describes(ended)(params, calls) : answers['DescribeStacks']!(params, calls),
      DescribeStackEvents: () => ({
        StackEvents: did('ExecuteChangeSet')
          ? [...(isOver() ? [begun(ended, '2')] : []), begun('UPDATE_IN_PROGRESS', '1')]
          : [],
      }),
      CancelUpdateStack: () => ({}),
    }
  }
  const update = ['update', ...create.slice(1), '--yes']

  it('Ctrl-C while the deployment runs asks, a second one detaches, 130', async () => {
    await open(update, untilCancelled('UPDATE_ROLLBACK_COMPLETE'))
    await session.see('UPDATE_IN_PROGRESS')
    session.type(ctrlC)
    await session.see(choice)
    session.type(ctrlC)
    const { code, screen } = await session.ended
    expect([code, responder.changes()]).to.deep.equal([130, ['CreateChangeSet', 'ExecuteChangeSet']])
    expect(screen).to.match(detached)
  })

  it('Ctrl-C and "detach" leaves the deployment alone, in a window of 40 columns too, 130', async () => {
    await open(update, untilCancelled('UPDATE_ROLLBACK_COMPLETE'), 40)
    await session.see('UPDATE_IN_PROGRESS')
    session.type(ctrlC)
    await session.see('none of these: ')
    session.type('d\r')
    const { code, screen } = await session.ended
    expect([code, responder.changes()]).to.deep.equal([130, ['CreateChangeSet', 'ExecuteChangeSet']])
    expect(screen).to.match(detached)
  })

  it('Ctrl-C, "keep", and later Ctrl-C and "cancel" turns the update back, 1', async () => {
    await open(update, untilCancelled('UPDATE_ROLLBACK_COMPLETE'))
    await session.see('UPDATE_IN_PROGRESS')
    session.type(ctrlC)
    await session.see(choice)
    session.type('keep\r')
    await session.see('0/1')
    session.type(ctrlC)
    await session.see(choice)
    session.type('cancel\r')
    const { code, screen } = await session.ended
    expect([code, responder.changes()], screen).to.deep.equal([
      1,
      ['CreateChangeSet', 'ExecuteChangeSet', 'CancelUpdateStack'],
    ])
    expect(screen).to.contain('Cannot update stack "web": it was cancelled')
  })

  it('--timeout cancels the update, waits for its end, and says so, 1', async () => {
    await open([...update, '--timeout', '0.005'], untilCancelled('UPDATE_ROLLBACK_COMPLETE'))
    const { code, screen } = await session.ended
    expect([code, responder.changes()], screen).to.deep.equal([
      1,
      ['CreateChangeSet', 'ExecuteChangeSet', 'CancelUpdateStack'],
    ])
    expect(screen).to.contain('it took too long and was cancelled')
  })

  it('Ctrl-C while an answer does not come still asks', async () => {
    const answers = life({ after: 'CREATE_IN_PROGRESS' })
    let asked = () => {}
    const isAsked = new Promise<void>((done) => (asked = done))
    await open([...create, '--yes'], {
      ...answers,
      DescribeStackEvents: () => {
        asked()
        return never()
      },
    })
    await isAsked
    session.type(ctrlC)
    await session.see(choice)
    session.type('detach\r')
    const { code, screen } = await session.ended
    expect(code).to.equal(130)
    expect(screen).to.match(detached)
  })
})

const begun = (status: string, id: string) => ({
  StackId: stackId,
  EventId: id,
  StackName: 'web',
  LogicalResourceId: 'web',
  PhysicalResourceId: stackId,
  ResourceType: 'AWS::CloudFormation::Stack',
  ResourceStatus: status,
  Timestamp: '2026-01-02T03:04:05Z',
})

/** What the screen got, without readline's moving and clearing. */
function textOf(screen: string): string {
  return screen.replaceAll(new RegExp(`${escape}\\[\\d*[GJ]`, 'g'), '')
}
