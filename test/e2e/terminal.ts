import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cliFile, root } from './cfstack.ts'
import { toolPaths } from './endpoints.ts'

const program = join(dirname(fileURLToPath(import.meta.url)), 'terminal.py')

/** The compiled command line on a pseudo-terminal. */
export interface Terminal {
  /** Waits until the screen shows a text after the last one that was seen. */
  see(text: string): Promise<void>
  /** Types keys, for example `y\r` or {@link ctrlC}. */
  type(keys: string): void
  /** The exit code and all that the screen got, control sequences included. */
  readonly ended: Promise<{ readonly code: number | null; readonly screen: string }>
}

export const ctrlC = '\x03'
export const ctrlD = '\x04'

/** Runs the compiled command line on a pseudo-terminal of some width. */
export function terminal(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  options: { columns?: number; patience?: number } = {},
): Terminal {
  const { columns = 100, patience = 15_000 } = options
  const command = [program, String(columns), process.execPath, cliFile, ...args]
  const child = spawn(toolPaths.python, command, { env: { ...env, TERM: 'xterm' }, cwd: root })
  let screen = ''
  let seen = 0
  let look = (): void => undefined
  const onShown = (chunk: string): void => {
    screen += chunk
    look()
  }
  child.stdout.setEncoding('utf8').on('data', onShown)
  child.stderr.setEncoding('utf8').on('data', onShown)
  const ended = new Promise<{ code: number | null; screen: string }>((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => done({ code, screen }))
  })
  const see = (text: string): Promise<void> =>
    new Promise((done, fail) => {
      const giveUp = (why: string): void => {
        child.kill()
        fail(new Error(`The screen did not show "${text}" ${why}:\n${screen}`))
      }
      const timer = setTimeout(giveUp, patience, `in ${patience} ms`)
      const early = (): void => giveUp('before the end')
      child.once('close', early)
      look = () => {
        const at = screen.indexOf(text, seen)
        if (at < 0) return
        seen = at + text.length
        clearTimeout(timer)
        child.off('close', early)
        look = () => undefined
        done()
      }
      look()
    })
  return { see, ended, type: (keys) => void child.stdin.write(keys) }
}
