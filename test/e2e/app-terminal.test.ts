import { expect } from 'chai'
import { testApp, type TestApp } from './app.ts'
import { ServiceError, startResponder, type Answer, type Call, type Responder } from './responder.ts'
import { ctrlC, terminal } from './terminal.ts'

const template = { Resources: { News: { Type: 'AWS::SNS::Topic' } } }
const arn = (kind: string, name: string) => `arn:aws:cloudformation:eu-west-3:111122223333:${kind}/${name}/1`
const nameIn = (text = '') => /(?:stack|changeSet)\/(\w+)\//.exec(text)?.[1] ?? text

/** Stacks whose creation never ends, each by its name. */
function endless(): Record<string, Answer> {
  const did = (calls: readonly Call[], action: string, name: string) =>
    calls.some(
      ({ action: one, params }) =>
        one === action && nameIn(params['ChangeSetName'] ?? params['StackName']) === name,
    )
  const made = (calls: readonly Call[], name: string) =>
    calls.some(({ action, params }) => action === 'CreateChangeSet' && params['StackName'] === name)
  return {
    DescribeStacks: ({ StackName }, calls) => {
      const name = nameIn(StackName)
      if (!made(calls, name) || did(calls, 'DeleteStack', name))
        throw new ServiceError('ValidationError', `Stack with id ${name} does not exist`)
      const StackStatus = did(calls, 'ExecuteChangeSet', name) ? 'CREATE_IN_PROGRESS' : 'REVIEW_IN_PROGRESS'
      return {
        Stacks: [
          { StackName: name, StackId: arn('stack', name), StackStatus, CreationTime: '2026-01-02T03:04:05Z' },
        ],
      }
    },
    CreateChangeSet: ({ StackName = '' }) => ({
      Id: arn('changeSet', StackName),
      StackId: arn('stack', StackName),
    }),
    DescribeChangeSet: ({ ChangeSetName }) => ({
      StackName: nameIn(ChangeSetName),
      ChangeSetId: ChangeSetName,
      Status: 'CREATE_COMPLETE',
      Changes: [
        {
          Type: 'Resource',
          ResourceChange: { Action: 'Add', LogicalResourceId: 'News', ResourceType: 'AWS::SNS::Topic' },
        },
      ],
    }),
    DescribeStackEvents: () => ({ StackEvents: [] }),
    ListChangeSets: () => ({ Summaries: [] }),
    ExecuteChangeSet: () => ({}),
    DeleteChangeSet: () => ({}),
    DeleteStack: () => ({}),
    CancelUpdateStack: () => ({}),
  }
}

describe('several stacks on a terminal, against a responder', function () {
  this.timeout(60_000)
  let responder: Responder
  let app: TestApp
  beforeEach(async () => {
    responder = await startResponder(endless())
    app = testApp({
      one: { template },
      two: { template },
      three: { template, settings: { dependsOn: ['one'] } },
    })
  })
  afterEach(async () => {
    app.remove()
    await responder.stop()
  })

  const asked = (stack: string) => `Execute this on stack "${stack}"? [y/N] `

  it('are asked about one after the other; Ctrl-C at a question detaches what runs and removes what does not, 130', async () => {
    const session = terminal(['deploy', '--manifest', app.manifest], responder.env)
    await session.see('Execute this on stack "')
    session.type('y\r')
    await session.see('Execute this on stack "')
    session.type(ctrlC)
    const { code, screen } = await session.ended
    const executed = responder.calls.filter(({ action }) => action === 'ExecuteChangeSet')
    const running = nameIn(executed[0]?.params['ChangeSetName'])
    const other = running === 'one' ? 'two' : 'one'
    expect([code, executed.length], screen).to.deep.equal([130, 1])
    expect(screen).to.contain(asked(running)).and.to.contain(asked(other))
    expect(screen).to.contain(`Stopped watching stack "${running}": its deployment goes on`)
    expect(screen).to.contain(`Stack "${other}" stays as it is: interrupted before anything was executed`)
    expect(responder.changes().slice(-2)).to.deep.equal(['DeleteChangeSet', 'DeleteStack'])
  })

  it('Ctrl-C while they run asks once for all; "detach" leaves them and begins no other, 130', async () => {
    const session = terminal(['deploy', '--manifest', app.manifest, '--yes'], responder.env, { columns: 60 })
    await session.see('one ')
    await session.see('two ')
    await session.see('0/1')
    while (responder.changes().filter((name) => name === 'ExecuteChangeSet').length < 2)
      await new Promise((done) => setTimeout(done, 20))
    await session.see('0/1')
    await session.see('0/1')
    session.type(ctrlC)
    await session.see('none of these: ')
    session.type('detach\r')
    const { code, screen } = await session.ended
    expect(code, screen).to.equal(130)
    expect(screen.match(/What now\?/g)).to.have.length(1)
    expect(screen).to.contain('not deployed: it needs one')
    expect(responder.changes().filter((name) => name === 'CreateChangeSet')).to.have.length(2)
  })
})
