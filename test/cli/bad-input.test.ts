import { expect } from 'chai'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cfstack } from '../e2e/cfstack.ts'
import { endpointEnv } from '../e2e/endpoints.ts'

const queue = ['create', '--template', 'test/e2e/fixtures/queue.json', '--stack-name', 'queue']
const good = [...queue, '--queue-name', 'jobs']

/** Command line, what the error must say, its code. */
const matrix: readonly (readonly [args: readonly string[], says: RegExp, code: string])[] = [
  [['creat'], /unknown argument "creat"\n {2}hint: Did you mean create\?/, 'E_USAGE'],
  [['create'], /no stack is named/, 'E_USAGE'],
  [
    [...good, '--quue-name', 'x'],
    /unknown argument "quue-name"\n {2}hint: Did you mean --queue-name\?/,
    'E_USAGE',
  ],
  [
    ['create', 'web', '--manifest', 'none/stacks.json'],
    /Cannot read manifest "none\/stacks.json": there is no such file/,
    'E_NO_FILE',
  ],
  [
    ['create', '--template', 'none.json', '--stack-name', 'a'],
    /Cannot read template "none.json"/,
    'E_NO_FILE',
  ],
  [['create', '--template', 'package.json', '--stack-name', 'a'], /it has no Resources/, 'E_TEMPLATE'],
  [['create', '--template', 'none.json', '--stack-name', '1 a'], /"1 a" is no stack name/, 'E_USAGE'],
  [['create', '--template', 'test/e2e/fixtures/queue.json'], /a template needs a stack name/, 'E_USAGE'],
  [queue, /has no value: QueueName \(String\) – Name of the queue/, 'E_PARAMETERS'],
  [[...queue, '--queue-name', ''], /"QueueName" \(flag\): "" does not match/, 'E_PARAMETERS'],
  [
    [...good, '--delay', '901', '--stage', 'test'],
    /901[^]*is more|more than 900[^]*expected dev, prod/,
    'E_PARAMETERS',
  ],
  [[...good, '--param', 'Stag=dev'], /does not declare it; did you mean "Stage"\?/, 'E_PARAMETERS'],
  [[...good, '--param', 'Stage'], /no name and value/, 'E_USAGE'],
  [[...good, '--queue-name', 'twice'], /--queue-name is given twice/, 'E_USAGE'],
  [[...queue, '--queue'], /unknown argument "queue"\n {2}hint: Did you mean --queue-name\?/, 'E_USAGE'],
  [
    [...good, '--QueueName', 'x'],
    /unknown argument "QueueName"\n {2}hint: Did you mean --queue-name\?/,
    'E_USAGE',
  ],
  [
    [...queue, '--queue-nam', 'x', '--dely', '3'],
    /unknown arguments "queue-nam", "dely"\n {2}hint: Did you mean --queue-name, --delay\?/,
    'E_USAGE',
  ],
  [
    [...queue, '--queue-name'],
    /line: --queue-name has no value\n {2}hint: Write --queue-name VALUE/,
    'E_USAGE',
  ],
  [[...good, 'other'], /the stack is named "other" and "queue"/, 'E_USAGE'],
  [['create', 'web', '--stack-name', 'other'], /--stack-name is given without --template/, 'E_USAGE'],
  [[...good, '--template', 'none.json'], /--template is given twice/, 'E_USAGE'],
  [[...good, '--param', 'Delay=1', '--param', 'Delay=2'], /--param Delay is given twice/, 'E_USAGE'],
  [
    ['create', '--template', 'test', '--stack-name', 'a'],
    /Cannot read template "test": it is a folder/,
    'E_NO_FILE',
  ],
  [[...good, '--params', 'README.md'], /Cannot read parameters "README.md/, 'E_PARAMETERS_FILE'],
  [[...good, '--region', 'eu_1'], /Region not accepted/, 'E_REGION'],
  [['status', '--stack-name', '1 a'], /"1 a" is no stack name/, 'E_USAGE'],
  [
    ['status', 'segmen'],
    /Did you mean "segment"\?\n {8}Any deployed stack: --stack-name segmen/,
    'E_UNKNOWN_STACK',
  ],
  [['events', 'segment', '--since', 'soon'], /--since "soon" is no time/, 'E_USAGE'],
  [['events', 'segment', '--follow', '--once'], /--follow and --once contradict/, 'E_USAGE'],
  [['outputs', 'segment', '--env', '--only', 'A'], /--env and --only are given/, 'E_USAGE'],
  [['rollback', 'segment', '--force', '--skip', 'A'], /--force and --skip are given/, 'E_USAGE'],
  [['delete', '--all', 'segment'], /--all is given with names/, 'E_USAGE'],
  [['diff', '--stack-name', 'web'], /stack "web" has no template here/, 'E_USAGE'],
  [['diff', 'segment', '--against', 'none.json'], /Cannot read template "none.json"/, 'E_NO_FILE'],
  [['plan', 'segment', '--import', 'Nothing'], /names no resource and identifier/, 'E_USAGE'],
  [['plan', 'segment', '--revert-drift', '--import-existing'], /exclude each other/, 'E_USAGE'],
  [['apply', 'README.md'], /Cannot read plan "README.md": it is no JSON/, 'E_PLAN_FILE'],
  [['apply', 'package.json'], /it has version [^]*, expected 1/, 'E_PLAN_FILE'],
  [['doctor', '--do', 'skip'], /--do is given without a stack/, 'E_USAGE'],
  [[...good, '--params', 'none.json'], /Cannot read parameters "none.json"/, 'E_NO_FILE'],
]

describe('bad input: one error with a hint, exit code 2, nothing sent', function () {
  this.timeout(30_000)
  let server: Server
  let requests = 0
  before((done) => {
    server = createServer((_request, response) => {
      requests++
      response.writeHead(500).end()
    }).listen(0, '127.0.0.1', done)
  })
  after(() => void server.close())

  async function refused(args: readonly string[], says: RegExp, errorCode: string): Promise<void> {
    const { port } = server.address() as AddressInfo
    const { code, stdout, stderr } = await cfstack(args, endpointEnv(`http://127.0.0.1:${port}`))
    expect(stderr).to.match(says)
    expect(stderr.trimEnd()).to.match(new RegExp(`hint: [^]*${errorCode}$`))
    expect({ code, stdout, requests }).to.deep.equal({ code: 2, stdout: '', requests: 0 })
  }

  for (const [args, says, errorCode] of matrix) {
    it(args.join(' '), () => refused(args, says, errorCode))
  }

  it('a template that changed since it was built, and a misspelt stack', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cfstack-bad-'))
    const manifest = join(folder, 'stacks.json')
    writeFileSync(join(folder, 'web.json'), '{"Resources":{}}')
    writeFileSync(
      manifest,
      JSON.stringify({ version: 1, stacks: { website: { template: 'web.json', sha256: '00' } } }),
    )
    await refused(
      ['create', 'website', '--manifest', manifest],
      /has changed since it was built/,
      'E_TEMPLATE_CHANGED',
    )
    await refused(['create', 'websit', '--manifest', manifest], /Did you mean "website"/, 'E_UNKNOWN_STACK')
    rmSync(folder, { recursive: true })
  })

  it('never shows a NoEcho value', async () => {
    const { stderr } = await cfstack([...good, '--secret', 'x'.repeat(5000), '--stage', 'no'])
    expect(stderr).to.contain('Secret').and.not.to.contain('xxxx')
  })
})
