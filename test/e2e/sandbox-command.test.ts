import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cfstack, cliFile, type CommandResult } from './cfstack.ts'

const template = (delay: number): string =>
  JSON.stringify({
    Resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs', DelaySeconds: delay } } },
    Outputs: { JobsArn: { Value: { 'Fn::GetAtt': ['Jobs', 'Arn'] } } },
  })
const notice =
  'Sandbox: a model of CloudFormation on this machine. Nothing reaches AWS; state in .cfstack/sandbox.json\n'

describe('`--sandbox` and `cfstack sandbox`', function () {
  this.timeout(60_000)
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cfstack-sandbox-'))
    writeFileSync(join(folder, 'web.json'), template(1))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  // Nothing of AWS's is set, and whatever would be sent goes nowhere.
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_EC2_METADATA_DISABLED: 'true',
  }
  const run = (...args: string[]): Promise<CommandResult> => cfstack(args, env, folder)
  const web = (command: string, ...args: string[]): Promise<CommandResult> =>
    run(command, '--stack-name', 'web', '--sandbox', '--speed', 'instant', ...args)
  const deploy = (...args: string[]): Promise<CommandResult> =>
    web('deploy', '--template', 'web.json', '--yes', ...args)

  it('deploys without an account, and says that nothing reaches AWS', async () => {
    const { code, stdout, stderr } = await deploy()
    expect([code, stderr]).to.deep.equal([0, notice])
    expect(stdout).to.contain(
      'Stack "web": CREATE_COMPLETE\n  JobsArn = arn:aws:sqs:us-east-1:123456789012:jobs\n',
    )
    const { stdout: shown } = await run('sandbox', 'show', '--json')
    const { stacks, resources } = JSON.parse(shown) as {
      stacks: { name: string; status: string }[]
      resources: number
    }
    expect([stacks.map(({ name, status }) => [name, status]), resources]).to.deep.equal([
      [['web', 'CREATE_COMPLETE']],
      1,
    ])
    expect(readFileSync(join(folder, '.cfstack/.gitignore'), 'utf8')).to.equal('*\n')
  })

  it('breaks an update on request, rolls it back, and tells the reason and the way on', async () => {
    await deploy()
    const broken = await run(
      'sandbox',
      'fail',
      'Jobs',
      '--on',
      'update',
      '--reason',
      'Out of queues',
      '--times',
      '1',
    )
    expect(broken.stdout).to.equal('Jobs fails on update: Out of queues, once\n')
    writeFileSync(join(folder, 'web.json'), template(9))
    const { code, stderr } = await deploy()
    expect([code, stderr]).to.deep.equal([
      1,
      notice +
        'Cannot update stack "web": Jobs (AWS::SQS::Queue, web.json): Out of queues\n' +
        '  hint: The stack is now in UPDATE_ROLLBACK_COMPLETE; correct the cause and update again   E_DEPLOYMENT_FAILED\n',
    ])
    expect((await deploy()).code).to.equal(0)
  })

  it('finds what was changed and deleted by hand, names the sandbox in hints, and starts anew', async () => {
    await deploy()
    await run('sandbox', 'change', 'web', 'Jobs', 'DelaySeconds=7')
    const { stdout } = await web('drift')
    expect(stdout).to.contain('DelaySeconds: template "1", really "7"')
    expect(stdout).to.match(/cfstack recover .*--sandbox/)
    await run('sandbox', 'remove', 'web', 'Jobs')
    expect((await web('drift')).stdout).to.contain('1 deleted')
    const missing = await run('sandbox', 'remove', 'web', 'Jobs')
    expect([missing.code, missing.stderr]).to.deep.equal([
      2,
      'Cannot find resource "Jobs" of stack "web": it does not exist in the sandbox   E_SANDBOX_RESOURCE\n',
    ])
    await run('sandbox', 'reset')
    expect((await run('list', '--all', '--sandbox')).stdout).to.equal('No stacks\n')
  })

  it('keeps accounts apart, and uploads what is too large for a call', async () => {
    const large = JSON.parse(template(1)) as { Metadata?: object }
    large.Metadata = { notes: Array.from({ length: 3000 }, (_, index) => `a note with the number ${index}`) }
    writeFileSync(join(folder, 'web.json'), JSON.stringify(large))
    const { code, stderr } = await deploy('--create-bucket', '--region', 'eu-west-3')
    expect([code, stderr]).to.deep.equal([0, notice])
    const { stdout } = await web('status', '--region', 'eu-west-3', '--json')
    expect((JSON.parse(stdout) as { stackId: string }).stackId).to.match(
      /^arn:aws:cloudformation:eu-west-3:123456789012:stack\/web\//,
    )
    expect((await web('status', '--region', 'eu-west-1')).code).to.equal(2)
  })

  it('serves the same world over HTTP, with its controls', async () => {
    await deploy()
    const child = spawn(process.execPath, [cliFile, 'sandbox', '--port', '0', '--json'], { env, cwd: folder })
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
    const { url } = JSON.parse(chunk.toString()) as { url: string }
    const added = await fetch(`${url}/_sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'fail', logicalId: 'Jobs', reason: 'No' }),
    })
    const answer = await fetch(`${url}/?Action=DescribeStacks&Version=2010-05-15`)
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number]
    expect([added.status, answer.status, code]).to.deep.equal([200, 200, 0])
    expect(await answer.text()).to.contain('<StackName>web</StackName>')
    expect((await run('sandbox', 'show')).stdout).to.contain('Jobs fails: No, until "cfstack sandbox heal"')
  })
})
