import type { CodeCache } from '../validate/schemas/code-cache.ts'
import { useCodeCache } from '../validate/schemas/compile.ts'
import { errorDocument, exitCodeOf, renderError } from './report-error.ts'

/** Runs one command line, the words after `cfstack`, says what went wrong, and returns the exit code. */
export async function main(args: readonly string[], code?: CodeCache): Promise<number> {
  // Whoever reads may stop before the end, as `head` does; what runs here goes on.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  if (code !== undefined) useCodeCache(code)
  try {
    const exitCode = await start(args)
    // Only what a command ran to its end is worth keeping: the next one will run the same.
    process.once('exit', () => code?.keep())
    return exitCode
  } catch (error) {
    process.stderr.write(`${renderError(error)}\n`)
    if (args.includes('--json')) process.stdout.write(`${JSON.stringify(errorDocument(error), null, 2)}\n`)
    return exitCodeOf(error)
  }
}

/** A shell that asks for completions waits at every key: it gets its answer before anything else is loaded. */
async function start(args: readonly string[]): Promise<number> {
  if (args[0] !== '__complete') return (await import('./run.ts')).run(args)
  process.stdout.write(await (await import('./completion/answer.ts')).answerShell(args.slice(1)))
  return 0
}
