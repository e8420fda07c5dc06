import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { testApp, type TestApp } from './app.ts'
import { cfstack, cliFile, root } from './cfstack.ts'
import { startMinistack, type Endpoint } from './endpoints.ts'
import { startFaultProxy } from './fault-proxy.ts'
import { scheduleOf } from './fault-schedule.ts'
import { deployed } from './lifecycle.ts'

const template = (text: string) => ({
  Resources: { News: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: text } } },
})

/** Runs the command line and ends it by force when its so-many-th call has been carried out, or before it is. */
async function killedAt(
  url: string,
  { args, env, at, before }: { args: readonly string[]; env: NodeJS.ProcessEnv; at: number; before: boolean },
): Promise<readonly string[]> {
  const proxy = await startFaultProxy(url, (index) => {
    if (index !== at) return undefined
    if (!before) return 'answer-lost'
    child.kill('SIGKILL')
    return 'dropped'
  })
  const child = spawn(process.execPath, [cliFile, ...args], {
    env: { ...env, AWS_ENDPOINT_URL: proxy.url },
    cwd: root,
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const look = setInterval(() => {
    if (proxy.calls.length > at + 1) child.kill('SIGKILL')
  }, 5)
  await ended
  clearInterval(look)
  await proxy.stop()
  return proxy.calls.map(({ action }) => action)
}

describe('runs that are ended by force', function () {
  this.timeout(120_000)
  let endpoint: Endpoint
  before(async () => void (endpoint = await startMinistack()))
  after(() => endpoint.stop())

  async function killAndRunAgain(at: number, before: boolean): Promise<unknown> {
    const name = `killed-${before ? 'before' : 'after'}-${at}`
    const app = testApp({ [name]: { template: template('one') } })
    const args = ['deploy', name, '--manifest', app.manifest, '--yes']
    const calls = await killedAt(endpoint.url, { args, env: endpoint.env, at, before })
    const { code, stderr } = await cfstack(args, endpoint.env)
    const state = await deployed(endpoint, name)
    app.remove()
    return code === 0 && state?.status === 'CREATE_COMPLETE' && state.changeSets === 0
      ? 'good'
      : { calls, code, stderr, state }
  }

  for (const [what, before] of [
    ['before', true],
    ['after', false],
  ] as const) {
    it(`leave what the next run goes on from, ${what} each of their calls`, async () => {
      const seen: unknown[] = []
      for (const at of [0, 3, 6]) {
        const three = [at, at + 1, at + 2].map((one) => killAndRunAgain(one, before))
        seen.push(...(await Promise.all(three)))
      }
      expect(seen).to.deep.equal(Array.from({ length: 9 }, () => 'good'))
    })
  }
})

describe('faults between the command line and AWS', function () {
  this.timeout(120_000)
  let endpoint: Endpoint
  let app: TestApp
  before(async () => void (endpoint = await startMinistack()))
  after(() => endpoint.stop())
  afterEach(() => app.remove())

  for (const seed of [1, 3]) {
    it(`do not change what a storm (${seed}) leaves, nor the exit codes`, async () => {
      const proxy = await startFaultProxy(endpoint.url, scheduleOf(seed))
      const env = {
        ...endpoint.env,
        AWS_ENDPOINT_URL: proxy.url,
        CFSTACK_TIMEOUT_MS: '400',
        CFSTACK_POLL_MS: '50',
      }
      const seen: unknown[] = []
      for (const text of ['one', 'two', 'two']) {
        app = testApp({ stormy: { template: template(text) } })
        const { code, stdout } = await cfstack(
          ['deploy', 'stormy', '--manifest', app.manifest, '--yes', '--json'],
          env,
        )
        seen.push([code, (JSON.parse(stdout) as { status: string }).status])
        app.remove()
      }
      const { code } = await cfstack(['delete', '--stack-name', 'stormy', '--yes'], env)
      await proxy.stop()
      expect([...seen, code, await deployed(endpoint, 'stormy')]).to.deep.equal([
        [0, 'CREATE_COMPLETE'],
        [0, 'UPDATE_COMPLETE'],
        [0, 'no-changes'],
        0,
        undefined,
      ])
    })
  }

  it('are not felt when credentials expire and their source has new ones', async () => {
    app = testApp({ renewed: { template: template('one') } })
    const folder = dirname(app.manifest)
    const source = join(folder, 'source.mjs')
    writeFileSync(
      source,
      `import { appendFileSync, readFileSync } from 'node:fs'
      const file = ${JSON.stringify(join(folder, 'count'))}
      appendFileSync(file, '.')
      const AccessKeyId = 'AKIA' + readFileSync(file, 'utf8').length
      console.log(JSON.stringify({ Version: 1, AccessKeyId, SecretAccessKey: 'x', SessionToken: 'y', Expiration: '2099-01-01T00:00:00Z' }))`,
    )
    writeFileSync(join(folder, 'config'), `[profile p]\ncredential_process = ${process.execPath} ${source}\n`)
    const keys = new Set<string | undefined>()
    const proxy = await startFaultProxy(endpoint.url, (index, _action, key) => {
      keys.add(key)
      return index > 3 && key === 'AKIA1' ? 'expired' : undefined
    })
    const { AWS_ACCESS_KEY_ID: _key, AWS_SECRET_ACCESS_KEY: _secret, ...env } = endpoint.env
    const { code, stderr } = await cfstack(
      ['deploy', 'renewed', '--manifest', app.manifest, '--yes', '--profile', 'p'],
      { ...env, AWS_ENDPOINT_URL: proxy.url, AWS_CONFIG_FILE: join(folder, 'config') },
    )
    await proxy.stop()
    expect([code, [...keys]], stderr).to.deep.equal([0, ['AKIA1', 'AKIA2']])
  })

  it('stop the watching when the credentials stay expired, and say how to go on', async () => {
    let executed = false
    const proxy = await startFaultProxy(endpoint.url, (_index, action) => {
      if (executed) return 'expired'
      executed = action === 'ExecuteChangeSet'
      return undefined
    })
    app = testApp({ expiring: { template: template('one') } })
    const args = ['deploy', 'expiring', '--manifest', app.manifest, '--yes']
    const { code, stderr } = await cfstack(args, { ...endpoint.env, AWS_ENDPOINT_URL: proxy.url })
    await proxy.stop()
    expect([code, stderr]).to.deep.equal([
      1,
      'Stopped watching stack "expiring", its deployment goes on: Cannot read the events of stack ' +
        `"${/"(arn:[^"]*)"/.exec(stderr)?.[1]}": The security token has expired\n` +
        '  hint: Log in, give --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; then watch it again with: ' +
        `cfstack events expiring --manifest ${app.manifest} --region eu-central-1   E_CREDENTIALS\n`,
    ])
    const again = await cfstack(args, endpoint.env)
    expect([again.code, await deployed(endpoint, 'expiring')]).to.deep.equal([
      0,
      { status: 'CREATE_COMPLETE', changeSets: 0 },
    ])
  })
})
