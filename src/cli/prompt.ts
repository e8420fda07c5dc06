import { createInterface, type Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'

export interface AskOptions {
  /** Nothing of the answer is shown. */
  readonly hidden?: boolean
  readonly signal: AbortSignal
}

/** True when there is somebody to ask. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true
}

let open = 0

/** True while a question waits for its answer. */
export function isAsking(): boolean {
  return open > 0
}

/** Asks on standard error. Undefined when the input ended (Ctrl-D) in place of an answer; rejects when the signal fires. */
export async function ask(question: string, options: AskOptions): Promise<string | undefined> {
  const { hidden = false, signal } = options
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const output = hidden ? silent : process.stderr
  const lines = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 })
  // A terminal in raw mode gives Ctrl-C to readline, not to the process.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  if (hidden) process.stderr.write(question)
  let answer: string | undefined
  open++
  try {
    answer = await lineOrEnd(lines, hidden ? '' : question, signal)
    return answer
  } finally {
    open--
    lines.close()
    if (hidden || answer === undefined) process.stderr.write('\n')
  }
}

/** Readline draws its line anew, and erases what it does not know of: the question is its to print. */
async function lineOrEnd(
  lines: Interface,
  question: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const ended = new Promise<undefined>((done) => lines.once('close', () => done(undefined)))
  try {
    return await Promise.race([lines.question(question, { signal }), ended])
  } catch (error) {
    // Newer versions of Node reject the question when the input ends.
    if (signal.aborted || (error as Error).name !== 'AbortError') throw error
    return undefined
  }
}

/** Asks a question that only "y" or "yes" says yes to. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  const answer = await ask(`${question} [y/N] `, { signal })
  return /^y(es)?$/i.test((answer ?? '').trim())
}

/** A question with answers to choose from, by name or by its beginning. */
export interface Choices<Answer extends string> {
  readonly text: string
  readonly answers: Readonly<Record<Answer, string>>
}

/** Asks to choose; undefined when nothing is chosen (Enter, Ctrl-D). */
export async function choose<Answer extends string>(
  { text, answers }: Choices<Answer>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const names = Object.keys(answers) as Answer[]
  const width = Math.max(...names.map(({ length }) => length))
  process.stderr.write(
    `${text}\n${names.map((name) => `  ${name.padEnd(width)}  ${answers[name]}\n`).join('')}`,
  )
  for (;;) {
    const given = (await ask(`${names.join(', ')}, or Enter for none of these: `, { signal }))?.trim()
    if (given === undefined || given === '') return undefined
    const fitting = names.filter((name) => name.startsWith(given.toLowerCase()))
    if (fitting.length === 1) return fitting[0]
  }
}
