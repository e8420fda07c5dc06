import { expect } from 'chai'
import { testApp, type TestApp } from './app.ts'
import { cfstack } from './cfstack.ts'
import { startMinistack, startMoto, type Endpoint } from './endpoints.ts'
import { deployed } from './lifecycle.ts'
import { ServiceError, startResponder, type Responder } from './responder.ts'

const topic = (name: string) => ({
  Resources: { [name]: { Type: 'AWS::SNS::Topic', Properties: { TopicName: name } } },
})

for (const { name, start } of [
  { name: 'moto', start: startMoto },
  { name: 'MiniStack', start: startMinistack },
]) {
  describe(`plan of an app on ${name}`, function () {
    this.timeout(60_000)
    let endpoint: Endpoint
    let app: TestApp
    before(async () => {
      endpoint = await start()
      app = testApp({ one: { template: topic('One') }, two: { template: topic('Two') } })
      const { code, stderr } = await run('create', 'one', '--yes')
      expect(code, stderr).to.equal(0)
    })
    after(async () => {
      app.remove()
      await endpoint.stop()
    })
    const run = (...args: string[]) => cfstack([...args, '--manifest', app.manifest], endpoint.env)

    it('plans all stacks and leaves nothing behind', async () => {
      const { code, stdout, stderr } = await run('plan', '--exit-code')
      expect([code, stdout, stderr]).to.deep.equal([
        3,
        [
          'Stack "one": no changes',
          '',
          'Changes of stack "two" (create):',
          '',
          '  + add     Two  AWS::SNS::Topic',
          '',
          'Plan: 1 add, 0 modify, 0 replace, 0 remove\n',
        ].join('\n'),
        '',
      ])
      expect([await deployed(endpoint, 'one'), await deployed(endpoint, 'two')]).to.deep.equal([
        { status: 'CREATE_COMPLETE', changeSets: 0 },
        undefined,
      ])
    })

    it('prints one comment for all, and one document', async () => {
      const markdown = await run('plan', '--markdown', 'two', 'one')
      expect(markdown.stdout).to.equal(
        [
          '### `one`',
          'no changes',
          '### create stack `two`',
          '- + add <code>Two</code> AWS::SNS::Topic',
          '`Plan: 1 add, 0 modify, 0 replace, 0 remove`\n',
        ].join('\n\n'),
      )
      const { stdout } = await run('plan', '--json')
      const { stacks } = JSON.parse(stdout) as { stacks: { stack: string; status: string }[] }
      expect(stacks.map(({ stack, status }) => `${stack} ${status}`)).to.deep.equal([
        'one no-changes',
        'two planned',
      ])
    })

    it('takes --out for one stack only', async () => {
      const { code, stderr } = await run('plan', '--out', 'x.json')
      expect([code, stderr]).to.deep.equal([
        2,
        'Cannot read the command line: --out is given for several stacks\n  hint: Name the stack   E_USAGE\n',
      ])
    })
  })
}

describe('plan of an app, against a responder', function () {
  this.timeout(30_000)
  let responder: Responder
  let app: TestApp
  before(() => {
    app = testApp({
      base: { template: topic('Base') },
      user: { template: topic('User'), settings: { dependsOn: ['base'] } },
      alone: { template: topic('Alone') },
    })
  })
  after(() => app.remove())
  afterEach(() => responder.stop())

  it('says which stacks have to be deployed first, and that others failed', async () => {
    const id = (stack: string) => `arn:aws:cloudformation:eu-west-3:111122223333:changeSet/${stack}/1`
    const failed = (StatusReason: string) => ({ Status: 'FAILED', StatusReason })
    responder = await startResponder({
      DescribeStacks: () => {
        throw new ServiceError('ValidationError', 'Stack with id x does not exist')
      },
      CreateChangeSet: ({ StackName = '' }) => ({ Id: id(StackName), StackId: `arn:${StackName}` }),
      DescribeChangeSet: ({ ChangeSetName }) =>
        ChangeSetName === id('base')
          ? {
              StackName: 'base',
              Status: 'CREATE_COMPLETE',
              Changes: [
                {
                  ResourceChange: {
                    Action: 'Add',
                    LogicalResourceId: 'Base',
                    ResourceType: 'AWS::SNS::Topic',
                  },
                },
              ],
            }
          : failed(ChangeSetName === id('user') ? 'No export named base-arn found' : 'Transform X failed'),
      DescribeEvents: () => ({ OperationEvents: [] }),
      DeleteChangeSet: () => ({}),
    })
    const { code, stdout, stderr } = await cfstack(
      ['plan', '--manifest', app.manifest, '--json'],
      responder.env,
    )
    const { stacks } = JSON.parse(stdout) as { stacks: object[] }
    expect(stacks.slice(1)).to.deep.equal([
      {
        stack: 'user',
        status: 'waits',
        waitsFor: ['base'],
        why: 'Cannot compute the changes of stack "user": No export named base-arn found',
      },
      {
        stack: 'alone',
        status: 'failed',
        error: {
          code: 'E_CHANGE_SET',
          message: 'Cannot compute the changes of stack "alone": Transform X failed',
          hint: 'Correct the template or the parameters; nothing was changed',
        },
      },
    ])
    expect(stderr)
      .to.contain('Stack "user": can be planned when base is deployed')
      .and.contain('E_CHANGE_SET')
    expect([code, responder.changes().filter((action) => action === 'DeleteChangeSet')]).to.deep.equal([
      1,
      ['DeleteChangeSet', 'DeleteChangeSet', 'DeleteChangeSet'],
    ])
  })
})
