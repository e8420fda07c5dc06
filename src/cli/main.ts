#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { errorDocument, exitCodeOf, renderError } from './report-error.ts'

// A command runs for a fraction of a second: optimising code costs more than it gains, until far more of it has run. Newer versions know
// no such flag, and have a faster compiler between.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1320000')

const args = process.argv.slice(2)
// Whoever reads may stop before the end, as `head` does; what runs here goes on.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
try {
  process.exitCode = await start()
} catch (error) {
  process.stderr.write(`${renderError(error)}\n`)
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(errorDocument(error), null, 2)}\n`)
  process.exitCode = exitCodeOf(error)
}

/** A shell that asks for completions waits at every key: it gets its answer before anything else is loaded. */
async function start(): Promise<number> {
  if (args[0] !== '__complete') return (await import('./run.ts')).run(args)
  process.stdout.write(await (await import('./completion/answer.ts')).answerShell(args.slice(1)))
  return 0
}
