/**
 * Deploys an app of 200 stacks that need each other to one endpoint, through a proxy that allows so many calls a second as an account
 * does, twice: created, and with nothing to do. Prints calls for each stack and second, and the memory that it took.
 *
 *   npx tsx bench/many-stacks.ts
 *   STACKS=50 LIMIT=10 npx tsx bench/many-stacks.ts
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testApp } from '../test/e2e/app.ts'
import { startMinistack } from '../test/e2e/endpoints.ts'
import { startFaultProxy } from '../test/e2e/fault-proxy.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const count = Number(process.env['STACKS'] ?? 200)
/** Calls a second above which the proxy says "Rate exceeded". */
const limit = Number(process.env['LIMIT'] ?? 15)

const names = Array.from({ length: count }, (_, at) => `app-${at}`)
const app = testApp(
  Object.fromEntries(
    names.map((name, at) => [
      name,
      {
        template: {
          Parameters: { From: { Type: 'String', Default: 'the first' } },
          Resources: {
            Setting: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { Ref: 'From' } } },
          },
          Outputs: { Name: { Value: { Ref: 'Setting' } } },
        },
        // A tree: each stack needs the one at a third of its place, and takes its output.
        settings:
          at === 0
            ? {}
            : {
                dependsOn: [names[Math.floor((at - 1) / 3)]],
                parametersFrom: { From: { stack: names[Math.floor((at - 1) / 3)], output: 'Name' } },
              },
      },
    ]),
  ),
)
const endpoint = await startMinistack()
try {
  for (const what of ['created', 'unchanged']) await deployAll(what)
} finally {
  await endpoint.stop()
  app.remove()
}

async function deployAll(what: string): Promise<void> {
  const times: number[] = []
  const proxy = await startFaultProxy(endpoint.url, () => {
    const now = Date.now()
    times.push(now)
    while (times[0] !== undefined && now - times[0] > 1000) times.shift()
    return times.length > limit ? 'throttled' : undefined
  })
  const { CFSTACK_POLL_MS: _poll, ...env } = endpoint.env
  const report = join(dirname(app.manifest), 'rss')
  const hook = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`
  const args = [join(root, 'dist/cli/main.cjs'), 'deploy', '--manifest', app.manifest, '--yes', '--json']
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', hook, ...args], {
    env: { ...env, AWS_ENDPOINT_URL: proxy.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const code = await new Promise((done) => child.once('close', done))
  const seconds = (performance.now() - started) / 1000
  await proxy.stop()
  const { stacks } = JSON.parse(stdout) as { stacks: { status: string }[] }
  const good = stacks.filter(({ status }) => status === 'CREATE_COMPLETE' || status === 'no-changes').length
  const throttled = proxy.calls.filter(({ fault }) => fault === 'throttled').length
  const said = /"E_THROTTLED"|E_THROTTLED/.test(stdout + stderr)
  const rss = Number(readFileSync(report, 'utf8')) / 1024
  console.log(
    [
      `${what}: ${good} of ${count} stacks, exit code ${code}`,
      `${(proxy.calls.length / count).toFixed(1)} calls a stack (${(throttled / count).toFixed(2)} of them throttled)`,
      `${(proxy.calls.length / seconds).toFixed(1)} calls a second, at most ${limit} allowed`,
      `${seconds.toFixed(0)} s, ${rss.toFixed(0)} MiB`,
      said ? 'a throttling error surfaced' : 'no throttling error surfaced',
    ].join('; '),
  )
}
