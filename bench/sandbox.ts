/**
 * Creates, updates and deletes a stack of 500 resources in the sandbox and in moto's server, both over HTTP, in turn; then 200 stacks in
 * one sandbox, for its memory.
 *
 *   npx tsx bench/sandbox.ts
 */
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startMoto, type Endpoint } from '../test/e2e/endpoints.ts'
import { median, milliseconds, ratio, report } from './measure.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const rounds = Number(process.env['ROUNDS'] ?? 5)

/** Topics in chains of ten; the text is in all of them. */
function topics(count: number, text: string): string {
  const topic = (at: number) => ({
    Type: 'AWS::SNS::Topic',
    Properties: { DisplayName: text, ...(at % 10 === 0 ? {} : { KmsMasterKeyId: { Ref: `T${at - 1}` } }) },
  })
  return JSON.stringify({
    Resources: Object.fromEntries(Array.from({ length: count }, (_, at) => [`T${at}`, topic(at)])),
  })
}

interface Served extends Pick<Endpoint, 'url' | 'stop'> {
  /** Peak resident memory so far, in MiB. */
  memory(): number
}

/** The packed command, serving on a free port. */
async function startSandbox(): Promise<Served> {
  const file = join(mkdtempSync(join(tmpdir(), 'cfstack-bench-')), 'rss')
  const hook = `data:text/javascript,import{writeFileSync}from'node:fs';setInterval(()=>writeFileSync(${JSON.stringify(file)},String(process.resourceUsage().maxRSS)),100).unref()`
  const args = ['sandbox', '--in-memory', '--speed', 'instant', '--port', '0']
  const child = spawn(process.execPath, ['--import', hook, join(root, 'dist/cli/main.cjs'), ...args])
  const url = await new Promise<string>((done, fail) => {
    let said = ''
    const read = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (found !== undefined) done(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => fail(new Error(`The sandbox ended: ${said}`)))
  })
  const stop = async (): Promise<void> => {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill()
    await ended
  }
  return { url, stop, memory: () => Number(readFileSync(file, 'utf8')) / 1024 }
}

function clientOf(url: string): CloudFormationClient {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return new CloudFormationClient({ endpoint: url, region: 'eu-central-1', credentials, maxAttempts: 1 })
}

/** Milliseconds from the first call to the answer that the stack is gone. */
async function life(client: CloudFormationClient, StackName: string, count: number): Promise<number> {
  const started = performance.now()
  await client.send(new CreateStackCommand({ StackName, TemplateBody: topics(count, '1') }))
  await settled(client, StackName, 'CREATE_COMPLETE')
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: topics(count, '2') }))
  await settled(client, StackName, 'UPDATE_COMPLETE')
  await client.send(new DeleteStackCommand({ StackName }))
  await client
    .send(new DescribeStacksCommand({ StackName }))
    .then(({ Stacks }) => {
      if (Stacks?.[0]?.StackStatus !== 'DELETE_COMPLETE') throw new Error(`${StackName} is still there`)
    })
    .catch((error: Error) => {
      if (!/does not exist/.test(error.message)) throw error
    })
  return performance.now() - started
}

async function settled(client: CloudFormationClient, StackName: string, wanted: string): Promise<void> {
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }))
  const status = Stacks?.[0]?.StackStatus
  if (status !== wanted) throw new Error(`${StackName} is ${status}: ${Stacks?.[0]?.StackStatusReason}`)
}

async function lives(): Promise<void> {
  const [sandbox, moto] = await Promise.all([startSandbox(), startMoto()])
  try {
    const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
    const first = await life(clientOf(sandbox.url), 'first', 500)
    await life(clientOf(moto.url), 'first', 500)
    for (let round = 0; round < rounds; round++) {
      times.theirs.push(await life(clientOf(moto.url), `round-${round}`, 500))
      times.ours.push(await life(clientOf(sandbox.url), `round-${round}`, 500))
    }
    report(
      'sandbox: 500 resources made, changed, deleted',
      `${median(times.ours).toFixed(0)} ms`,
      '<= 500 ms',
      `the first time ${first.toFixed(0)} ms; moto's server ${milliseconds(times.theirs)}, ${ratio(times.theirs, times.ours).toFixed(1)} x`,
    )
  } finally {
    await Promise.all([sandbox.stop(), moto.stop()])
  }
}

async function manyStacks(): Promise<void> {
  const sandbox = await startSandbox()
  try {
    const client = clientOf(sandbox.url)
    for (let at = 0; at < 200; at++)
      await client.send(new CreateStackCommand({ StackName: `s-${at}`, TemplateBody: topics(30, '1') }))
    await settled(client, 's-199', 'CREATE_COMPLETE')
    await delay(300)
    report(
      'sandbox: 200 stacks of 30 resources',
      `${sandbox.memory().toFixed(0)} MiB`,
      '<= 200 MB',
      'peak of its process',
    )
  } finally {
    await sandbox.stop()
  }
}

await lives()
await manyStacks()
