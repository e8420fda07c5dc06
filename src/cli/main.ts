#!/usr/bin/env node
import { errorDocument, exitCodeOf, renderError } from './report-error.ts'
import { run } from './run.ts'

const args = process.argv.slice(2)
// Whoever reads may stop before the end, as `head` does; what runs here goes on.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
try {
  process.exitCode = await run(args)
} catch (error) {
  process.stderr.write(`${renderError(error)}\n`)
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(errorDocument(error), null, 2)}\n`)
  process.exitCode = exitCodeOf(error)
}
