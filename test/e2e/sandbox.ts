import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { stageAt, type Stage } from '../conformance/stage.ts'
import { cfstack, type CommandResult } from './cfstack.ts'
import type { Endpoint } from './endpoints.ts'
import { servedSandbox } from './served-sandbox.ts'

/** A sandbox over HTTP where nothing takes time, and what tests do to it. */
export interface SandboxEndpoint extends Endpoint {
  /** Faults, outside changes. */
  readonly control: Sandbox['control']
  /** The SDK's client, for what somebody else does. */
  readonly others: Stage
  /** Writes a template into a file, for `--template`. */
  file(template: object): string
  /** Runs a command on the stack "web". */
  web(command: string, ...args: string[]): Promise<CommandResult>
}

export async function startSandbox(): Promise<SandboxEndpoint> {
  const { url, env, sandbox, stop } = await servedSandbox()
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-sandbox-'))
  let files = 0
  return {
    url,
    env,
    control: sandbox.control,
    others: stageAt(url),
    file: (template) => {
      const path = join(folder, `${files++}.json`)
      writeFileSync(path, JSON.stringify(template))
      return path
    },
    web: (command, ...args) => cfstack([command, '--stack-name', 'web', ...args], env, folder),
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
