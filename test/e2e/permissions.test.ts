import { expect } from 'chai'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { testApp, type TestApp } from './app.ts'
import { cfstack, root } from './cfstack.ts'
import { startMinistack, type Endpoint } from './endpoints.ts'
import { startFaultProxy } from './fault-proxy.ts'
import { deployed } from './lifecycle.ts'

interface Policy {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[]
}

/** The actions of the policies in docs/permissions.md: planning, deploying. */
const [planning, deploying] = [
  ...readFileSync(join(root, 'docs/permissions.md'), 'utf8').matchAll(/```json\n([\s\S]*?)```/g),
].map(([, text]) => (JSON.parse(text as string) as Policy).Statement.flatMap(({ Action }) => Action)) as [
  string[],
  string[],
]

const template = (text: string, type = 'String', size = 0) => ({
  Metadata: { Filler: Array.from({ length: size }, (_, at) => `${at} ${'x'.repeat(80)}`) },
  Resources: {
    News: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: text } },
    Setting: { Type: 'AWS::SSM::Parameter', Properties: { Type: type, Value: text } },
  },
})
const stackPolicy = {
  Statement: [{ Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' }],
}

describe('the policies of docs/permissions.md', function () {
  this.timeout(120_000)
  let endpoint: Endpoint
  let app: TestApp | undefined
  before(async () => void (endpoint = await startMinistack()))
  after(() => endpoint.stop())
  afterEach(() => app?.remove())

  /** Runs a command as somebody who has these permissions only; the calls that were made. */
  async function as(
    allowed: readonly string[],
    [command, body, ...more]: readonly [command: string, body: object, ...more: string[]],
    settings: object = {},
  ) {
    const denied = new Set<string>()
    const proxy = await startFaultProxy(endpoint.url, (_index, action) => {
      if (action === 'HEAD' || action === 'PUT') return undefined
      const isAllowed = [`cloudformation:${action}`, `sts:${action}`].some((one) => allowed.includes(one))
      if (!isAllowed) denied.add(action)
      return isAllowed ? undefined : 'denied'
    })
    app = testApp({ web: { template: body, settings } })
    const args = [command, 'web', '--manifest', app.manifest, ...more]
    const { code, stderr } = await cfstack(args, { ...endpoint.env, AWS_ENDPOINT_URL: proxy.url })
    app.remove()
    await proxy.stop()
    return { code, stderr, denied: [...denied] }
  }

  it('for planning: enough to plan and look, not to execute', async () => {
    const planned = await as(planning, ['plan', template('one')], { stackPolicy })
    // The empty stack may not be deleted; that does not matter.
    expect(planned, planned.stderr).to.deep.include({ code: 0, denied: ['DeleteStack'] })
    const refused = await as(planning, ['deploy', template('one'), '--yes'])
    expect([refused.code, refused.denied[0]], refused.stderr).to.deep.equal([1, 'ExecuteChangeSet'])
    expect(refused.stderr).to.contain('E_ACCESS')
    expect((await deployed(endpoint, 'web'))?.status).to.equal('REVIEW_IN_PROGRESS')
  })

  it('for deploying: enough to create, update, protect, fail, replace and upload', async () => {
    const account = '000000000000'
    const runs = [
      [0, ['deploy', template('one'), '--yes'], { account, stackPolicy, terminationProtection: true }],
      [0, ['deploy', template('two'), '--yes'], { terminationProtection: false }],
      [0, ['deploy', template('two'), '--yes'], {}],
      [4, ['deploy', template('three')], {}],
      [1, ['deploy', template('two', 'NoSuchType'), '--yes'], {}],
      [0, ['deploy', template('large', 'String', 700), '--yes', '--create-bucket'], {}],
      [0, ['status', template('large')], {}],
      [0, ['events', template('large')], {}],
      [0, ['plan', template('four')], {}],
    ] as const
    for (const [wanted, args, settings] of runs) {
      const { code, denied, stderr } = await as(deploying, args, settings)
      expect([code, denied], `${args[0]}: ${stderr}`).to.deep.equal([wanted, []])
    }
  })

  it('name nothing that the program can not call', () => {
    const folder = join(root, 'src/deploy')
    const calls = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/new (\w+)Command\(/g)])
      .map(([, name]) => `cloudformation:${name}`)
    const named = [...planning, ...deploying].filter((one) => one.startsWith('cloudformation:'))
    expect(named.filter((one) => !calls.includes(one))).to.deep.equal([])
  })
})
