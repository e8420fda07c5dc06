import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Speed } from '../../src/sandbox/store/clock.ts'
import { serve } from '../../src/sandbox/wire/serve.ts'
import { endpointEnv, type Endpoint } from './endpoints.ts'

/** The sandbox over HTTP, in this process. */
export interface ServedSandbox extends Endpoint {
  readonly sandbox: Sandbox
  /** What the sandbox threw that is no answer of AWS's: tests expect none. */
  readonly bugs: readonly unknown[]
}

/** Serves a new sandbox on a free port. */
export async function servedSandbox(speed: Speed = 'instant'): Promise<ServedSandbox> {
  const sandbox = openSandbox({ speed, account: '123456789012', region: 'eu-central-1' })
  const bugs: unknown[] = []
  const { url, close } = await serve(sandbox, { onBug: (error) => bugs.push(error) })
  const env = { ...endpointEnv(url), AWS_ACCESS_KEY_ID: '123456789012', AWS_DEFAULT_REGION: 'eu-central-1' }
  return { url, env, sandbox, bugs, stop: close }
}
