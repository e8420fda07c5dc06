import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const tools = join(dirname(fileURLToPath(import.meta.url)), '../../.tools')

/** Programs that the scripts of `npm test` bring. */
export const toolPaths = {
  cfnLint:
    [join(tools, 'bin/cfn-lint'), join(tools, 'cfn-lint/bin/cfn-lint')].find((path) => existsSync(path)) ??
    'cfn-lint',
  motoServer: join(tools, 'endpoints/bin/moto_server'),
  ministack: join(tools, 'endpoints/bin/ministack'),
  python: join(tools, 'endpoints/bin/python'),
  aws: join(tools, 'awscli/bin/aws'),
  cdk: join(tools, 'cdk-2.1148.1/node_modules/aws-cdk/bin/cdk'),
}

/** A CloudFormation endpoint on this machine. */
export interface Endpoint {
  readonly url: string
  /** Environment for a child process that talks to it, with credentials that mean nothing. */
  readonly env: NodeJS.ProcessEnv
  stop(): Promise<void>
}

/** Starts moto's server on a free port. */
export async function startMoto(): Promise<Endpoint> {
  const port = await freePort()
  return start(
    spawn(toolPaths.motoServer, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' }),
    port,
  )
}

/** Starts MiniStack on a free port. */
export async function startMinistack(): Promise<Endpoint> {
  const port = await freePort()
  const env = { ...process.env, GATEWAY_PORT: String(port), BIND_HOST: '127.0.0.1' }
  return start(spawn(toolPaths.ministack, [], { stdio: 'ignore', env }), port)
}

/** The environment for commands that talk to an endpoint, as a person has it: no CI. */
export function endpointEnv(url: string): NodeJS.ProcessEnv {
  const { AWS_PROFILE: _profile, CI: _ci, NO_COLOR: _noColor, ...rest } = process.env
  return {
    ...rest,
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    CFSTACK_POLL_MS: '100',
  }
}

async function start(child: ChildProcess, port: number): Promise<Endpoint> {
  const url = `http://127.0.0.1:${port}`
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  for (const end = Date.now() + 60_000; Date.now() < end; await delay(100)) {
    if (failure !== undefined || child.exitCode !== null) break
    const answer = await fetch(url).catch(() => undefined)
    if (answer !== undefined) return { url, env: endpointEnv(url), stop: () => stop(child) }
  }
  await stop(child)
  throw failure ?? new Error(`${child.spawnfile} did not answer on ${url}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
