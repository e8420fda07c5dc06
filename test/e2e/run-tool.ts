import { spawn } from 'node:child_process'
import type { ServedSandbox } from './served-sandbox.ts'

/** What a program said, and its exit code. */
export interface ToolRun {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program against an endpoint; the test's own process goes on answering. */
export function runTool(
  { env }: Pick<ServedSandbox, 'env'>,
  command: string,
  args: readonly string[],
  cwd?: string,
): Promise<ToolRun> {
  const child = spawn(command, [...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done({ code, out, err }))
  })
}
