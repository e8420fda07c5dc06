/**
 * Deploys one template with `cfstack deploy`, `aws cloudformation deploy` and `cdk deploy` to one endpoint, through a proxy that counts
 * calls, and prints what each needed and left behind.
 *
 *   npx tsx bench/deployments.ts
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cloudFormation } from '../src/deploy/calls/client.ts'
import { startMinistack, type Endpoint } from '../test/e2e/endpoints.ts'
import { startFaultProxy } from '../test/e2e/fault-proxy.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = mkdtempSync(join(tmpdir(), 'cfstack-compare-'))
const region = 'eu-central-1'

interface Tool {
  readonly name: string
  command(stack: string, template: object, approved: boolean): { command: string; args: string[] }
}

const template = (text: string, type = 'String') => ({
  Resources: {
    News: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: text } },
    Setting: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Type: type, Value: { 'Fn::GetAtt': ['News', 'TopicName'] } },
    },
  },
})

const tools: readonly Tool[] = [
  {
    name: 'cfstack deploy',
    command: (stack, body, approved) => ({
      command: process.execPath,
      args: [
        join(root, 'dist/cli/main.cjs'),
        'deploy',
        '--template',
        written(stack, body),
        '--stack-name',
        stack,
        ...(approved ? ['--yes'] : []),
      ],
    }),
  },
  {
    // It can't ask: reviewing means not executing.
    name: 'aws cloudformation deploy',
    command: (stack, body, approved) => ({
      command: awsCli(),
      args: [
        'cloudformation',
        'deploy',
        '--no-fail-on-empty-changeset',
        '--template-file',
        written(stack, body),
        '--stack-name',
        stack,
        ...(approved ? [] : ['--no-execute-changeset']),
      ],
    }),
  },
  {
    name: 'cdk deploy',
    command: (stack, body, approved) => ({
      command: process.execPath,
      args: [
        join(cdkFolder(), 'aws-cdk/bin/cdk'),
        'deploy',
        stack,
        '--app',
        assembly(stack, body),
        '--ci',
        '--no-color',
        '--require-approval',
        approved ? 'never' : 'any-change',
      ],
    }),
  },
]

/** What is done to a stack, in this order; each with the template and whether it is approved. */
const steps: readonly (readonly [row: string, stack: string, body: object, approved: boolean])[] = [
  ['create', 'life', template('one'), true],
  ['update', 'life', template('two'), true],
  ['no changes', 'life', template('two'), true],
  ['refused creation', 'refused', template('one'), false],
  ['failed creation', 'fails', template('one', 'NoSuchType'), true],
]

for (const tool of tools) {
  const endpoint = await startMinistack()
  for (const [row, stack, body, approved] of steps) {
    const { command, args } = tool.command(stack, body, approved)
    const seen = await measured(endpoint, command, args)
    const left = await leftBehind(endpoint, stack)
    console.log(
      `| ${row.padEnd(16)} | ${tool.name.padEnd(25)} | ${String(seen.calls).padStart(5)} | ${(seen.ms / 1000).toFixed(1).padStart(5)} s | ${String(seen.code).padStart(4)} | ${left} |`,
    )
    if (process.env['SHOW']) console.log(seen.actions.join(' '), seen.output.slice(-600))
  }
  await endpoint.stop()
}

async function measured(
  endpoint: Endpoint,
  command: string,
  args: readonly string[],
): Promise<{ calls: number; ms: number; code: number | null; actions: string[]; output: string }> {
  const proxy = await startFaultProxy(endpoint.url, () => undefined)
  const { CFSTACK_POLL_MS: _poll, ...env } = endpoint.env
  const started = performance.now()
  const child = spawn(command, [...args], {
    cwd: folder,
    env: { ...env, AWS_ENDPOINT_URL: proxy.url, AWS_DEFAULT_REGION: region },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  const ms = performance.now() - started
  await proxy.stop()
  const actions = proxy.calls.map(({ action }) => action)
  return { calls: actions.length, ms, code, actions, output }
}

async function leftBehind(endpoint: Endpoint, name: string): Promise<string> {
  Object.assign(process.env, endpoint.env)
  const aws = cloudFormation({ endpoint: endpoint.url, region })
  const stack = await aws.describeStack(name)
  if (stack === undefined) return 'nothing'
  const sets = await aws.pendingChangeSets(name)
  return `${stack.StackStatus}${sets.length > 0 ? `, ${sets.length} change set${sets.length > 1 ? 's' : ''}` : ''}`
}

function written(stack: string, body: object): string {
  const file = join(folder, `${stack}.json`)
  writeFileSync(file, JSON.stringify(body))
  return file
}

/** A cloud assembly as `cdk synth` would leave it, without assets: CDK then sends the template with the call. */
function assembly(stack: string, body: object): string {
  const out = join(folder, `${stack}.out`)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, `${stack}.template.json`), JSON.stringify(body))
  const artifact = {
    type: 'aws:cloudformation:stack',
    environment: `aws://000000000000/${region}`,
    properties: { templateFile: `${stack}.template.json`, stackName: stack },
  }
  writeFileSync(
    join(out, 'manifest.json'),
    JSON.stringify({ version: '36.0.0', artifacts: { [stack]: artifact } }),
  )
  return out
}

function cdkFolder(): string {
  const modules = join(root, 'bench/cdk/node_modules')
  if (!existsSync(modules))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: dirname(modules), stdio: 'inherit' })
  return modules
}

function awsCli(): string {
  const venv = join(root, '.tools/awscli')
  if (!existsSync(join(venv, 'bin/aws'))) {
    execFileSync('python3', ['-m', 'venv', venv], { stdio: 'inherit' })
    execFileSync(join(venv, 'bin/pip'), ['install', '--quiet', 'awscli==1.46.2'], { stdio: 'inherit' })
  }
  return join(venv, 'bin/aws')
}
