import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cfstack, type CommandResult } from './cfstack.ts'
import { servedSandbox, type ServedSandbox } from './served-sandbox.ts'

const template = (delay: number, more: object = {}): string =>
  JSON.stringify({
    Parameters: { Password: { Type: 'String', NoEcho: true, MinLength: 8 } },
    Resources: {
      Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs', DelaySeconds: delay } },
      ...more,
    },
    Outputs: { JobsArn: { Value: { 'Fn::GetAtt': ['Jobs', 'Arn'] } } },
  })
const news = { News: { Type: 'AWS::SNS::Topic', Properties: {} } }

describe('`cfstack rehearse`', function () {
  this.timeout(60_000)
  let endpoint: ServedSandbox
  let folder = ''
  before(async () => {
    endpoint = await servedSandbox()
    folder = mkdtempSync(join(tmpdir(), 'cfstack-rehearse-'))
  })
  after(async () => {
    await endpoint.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(endpoint.bugs).to.deep.equal([])
  })

  const run = (...args: string[]): Promise<CommandResult> => cfstack(args, endpoint.env, folder)
  const rehearse = (...args: string[]): Promise<CommandResult> =>
    run('rehearse', '--template', 'web.json', '--stack-name', 'web', '--password', 'secret-word', ...args)
  const write = (text: string, file = 'web.json'): void => writeFileSync(join(folder, file), text)
  const asked = (): readonly string[] =>
    Object.values(endpoint.sandbox.control.world().stacks).map(({ status }) => status)

  it('plays a creation where nothing is deployed, and what a failure leaves of it', async () => {
    write(template(1, news))
    const { code, stdout, stderr } = await rehearse('--fail', 'News=No topics today', '--json')
    expect(code, stderr).to.equal(0)
    const { operation, against, expected, failures, outputs, plan } = JSON.parse(stdout)
    expect({
      operation,
      against,
      added: plan.counts?.add ?? plan.changes.length,
      status: expected.status,
      outputs,
      failures: failures.map((one: { status: string; cause: object; differences: object[] }) => [
        one.status,
        one.cause,
        one.differences,
      ]),
    }).to.deep.equal({
      operation: 'create',
      against: 'nothing: it is not deployed',
      added: 2,
      status: 'CREATE_COMPLETE',
      outputs: [{ key: 'JobsArn', after: 'arn:aws:sqs:eu-central-1:123456789012:jobs' }],
      failures: [
        ['DELETE_COMPLETE', { logicalId: 'News', type: 'AWS::SNS::Topic', reason: 'No topics today' }, []],
      ],
    })
    expect(asked()).to.deep.equal([])
  })

  it('plays an update against the deployed template, changes nothing there, and hides what is secret', async () => {
    write(template(1))
    const made = await run(
      'create',
      '--template',
      'web.json',
      '--stack-name',
      'web',
      '--password',
      'secret-word',
      '--yes',
    )
    expect(made.code, made.stderr).to.equal(0)
    write(template(7, news))
    const { code, stdout, stderr } = await rehearse(
      '--fail',
      'Jobs,Jobs:rollback=Locked',
      '--fail',
      'News:delete',
    )
    expect(code, stderr).to.equal(0)
    const text = stdout
      .replaceAll(/^ +\d:\d\d .{24} +\d+ s/gm, '  TIME')
      .replaceAll(/ +$/gm, '')
      .replaceAll(/about .*/g, 'about TIME')
    expect(text).to.equal(
      [
        'Rehearsal of stack "web" (update), from the deployed template. Nothing reaches AWS.',
        '',
        'Changes of stack "web" (update):',
        '',
        '  ~ modify  Jobs  AWS::SQS::Queue',
        '      Properties.DelaySeconds: "1" → "7"',
        '  + add     News  AWS::SNS::Topic',
        '',
        'Plan: 1 add, 1 modify, 0 replace, 0 remove',
        '',
        'Expected: UPDATE_COMPLETE after about TIME',
        '  TIME   update Jobs  AWS::SQS::Queue',
        '  TIME   create News  AWS::SNS::Topic',
        '',
        'If Jobs fails and Jobs fails on rollback (Locked): UPDATE_ROLLBACK_FAILED after about TIME',
        '  Jobs: Locked',
        '  cancelled: News',
        '  deployment:',
        '  TIME ! update Jobs  AWS::SQS::Queue  Locked',
        '  rollback:',
        '  TIME ! update Jobs  AWS::SQS::Queue  Locked',
        '  rolled back: News',
        '  not rolled back:',
        '    Jobs  AWS::SQS::Queue: update failed: Locked',
        '  what is left: everything as it was before',
        '    the stack in UPDATE_ROLLBACK_FAILED: "cfstack doctor" knows the ways on',
        '',
        'If News fails on delete:',
        '  this deployment does not do that, so it does not fail',
        '',
      ].join('\n'),
    )
    expect(asked()).to.deep.equal(['CREATE_COMPLETE'])
    expect(stdout + stderr).not.to.contain('secret-word')
  })

  it('starts from a file, and from a git revision', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder })
    write(template(2))
    git('init', '--quiet')
    git('add', 'web.json')
    git('commit', '--quiet', '-m', 'two')
    write(template(3), 'old.json')
    write(template(4))
    for (const [from, before] of [
      ['old.json', '3'],
      ['HEAD', '2'],
      ['HEAD:web.json', '2'],
    ] as const) {
      const { code, stdout, stderr } = await rehearse('--from', from)
      expect(code, stderr).to.equal(0)
      expect(stdout).to.contain(`Properties.DelaySeconds: "${before}" → "4"`)
    }
    const wrong = await rehearse('--from', 'no-such-revision')
    expect([wrong.code, wrong.stderr]).to.deep.equal([
      2,
      'Cannot rehearse stack "web" from "no-such-revision": it is no file, and git says: invalid object name \'no-such-revision\'.\n' +
        '  hint: Give a template file, a git revision such as HEAD~1, REVISION:FILE, or "nothing"   E_FROM\n',
    ])
  })
})
