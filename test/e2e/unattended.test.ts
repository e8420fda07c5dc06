import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { testApp } from './app.ts'
import { cfstack, cliFile, root } from './cfstack.ts'
import { startResponder, type Answer, type Responder } from './responder.ts'
import { life, stackId, webTemplate } from './scripts.ts'

const create = ['create', '--template', webTemplate, '--stack-name', 'web', '--yes']
const begun = {
  StackId: stackId,
  EventId: '1',
  StackName: 'web',
  LogicalResourceId: 'Topic',
  PhysicalResourceId: '',
  ResourceType: 'AWS::SNS::Topic',
  ResourceStatus: 'CREATE_IN_PROGRESS',
  Timestamp: '2026-01-02T03:04:05Z',
}

describe('without a terminal, against a responder', function () {
  this.timeout(30_000)
  let responder: Responder
  afterEach(() => responder.stop())

  const executed = () => responder.changes().includes('ExecuteChangeSet')
  const running = (): Record<string, Answer> => ({
    ...life({ after: 'CREATE_IN_PROGRESS' }),
    DescribeStackEvents: () => ({ StackEvents: executed() ? [begun] : [] }),
  })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`gives signs of life, and detaches at ${signal} with the command to join, 130`, async () => {
      responder = await startResponder(running())
      const child = spawn(process.execPath, [cliFile, ...create], {
        env: { ...responder.env, CFSTACK_HEARTBEAT_MS: '150' },
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let stdout = ''
      let stderr = ''
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString()
        if (stdout.includes('Still deploying')) child.kill(signal)
      })
      const code = await new Promise((done) => child.once('close', done))
      expect([code, responder.changes()], stderr).to.deep.equal([
        130,
        ['CreateChangeSet', 'ExecuteChangeSet'],
      ])
      expect(stdout).to.contain('Still deploying stack "web": 0 of 1 resources, 0 s; waiting for Topic\n')
      expect(stderr).to.equal(
        'Stopped watching stack "web": its deployment goes on\n' +
          '  hint: Watch it again with: cfstack events --template test/e2e/fixtures/web.json --stack-name web --region eu-west-3   E_DETACHED\n',
      )
    })
  }

  const failed = {
    ...begun,
    EventId: '2',
    ResourceStatus: 'CREATE_FAILED',
    ResourceStatusReason: 'Topic already exists: 100%',
  }
  const failing = (): Record<string, Answer> => ({
    ...life({ after: 'ROLLBACK_COMPLETE' }),
    DescribeStackEvents: () => ({ StackEvents: executed() ? [failed, begun] : [] }),
  })

  it('--json tells each event as a line on standard error, and one document on standard output', async () => {
    responder = await startResponder(failing())
    const { code, stdout, stderr } = await cfstack([...create, '--json'], responder.env)
    const lines = stderr.split('\n').filter((line) => line.startsWith('{'))
    const told = lines.map((line) => JSON.parse(line) as Record<string, string>)
    expect(
      told.map(({ type, logicalId, status }) => [type, logicalId, status].join(' ').trim()),
    ).to.deep.equal([
      'message',
      'began',
      'event Topic CREATE_IN_PROGRESS',
      'event Topic CREATE_FAILED',
      'ended',
    ])
    expect(code).to.equal(1)
    const document = JSON.parse(stdout) as { rootCause: object; timeline: object }
    expect(document.rootCause).to.deep.equal({
      logicalId: 'Topic',
      type: 'AWS::SNS::Topic',
      status: 'CREATE_FAILED',
      reason: 'Topic already exists: 100%',
    })
  })

  it('--github annotates the line that made the failed resource, and the error says what to try', async () => {
    responder = await startResponder(failing())
    const app = testApp({
      web: {
        template: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } },
        settings: { sources: { Topic: 'stacks/web.ts:7' } },
      },
    })
    const args = ['deploy', 'web', '--manifest', app.manifest, '--yes', '--github']
    const { stdout, stderr } = await cfstack(args, responder.env)
    app.remove()
    expect(stdout).to.contain(
      '::error file=stacks/web.ts,line=7,title=Stack web%3A Topic CREATE_FAILED::Topic already exists: 100%25\n',
    )
    expect(stderr).to.equal(
      'Cannot create stack "web": Topic (AWS::SNS::Topic, stacks/web.ts:7): Topic already exists: 100%\n' +
        '  hint: Take the existing resource over (--import-existing or --import), delete it, or give another name\n' +
        '        The stack is now in ROLLBACK_COMPLETE; correct the cause and create again   E_DEPLOYMENT_FAILED\n',
    )
  })
})
