import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** True when there is somebody to ask. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true
}

/** Asks on standard error; `hidden` shows nothing of the answer. */
export async function ask(
  question: string,
  options: { hidden?: boolean; signal?: AbortSignal } = {},
): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const output = options.hidden === true ? silent : process.stderr
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  // A terminal in raw mode gives Ctrl-C to readline, not to the process.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    return await lines.question('', options.signal === undefined ? {} : { signal: options.signal })
  } finally {
    lines.close()
    if (options.hidden === true) process.stderr.write('\n')
  }
}

/** Asks a question that only "y" or "yes" says yes to. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  return /^y(es)?$/i.test((await ask(`${question} [y/N] `, { signal })).trim())
}
