#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { loadProgram } from './start/load-program.ts'

// A command runs for a fraction of a second: optimising code costs more than it gains, until far more of it has run. Newer versions know
// no such flag, and have a faster compiler between.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1320000')

void start(process.argv.slice(2))

async function start(args: readonly string[]): Promise<void> {
  const { program, code } = await loadProgram(args)
  process.exitCode = await program.main(args, code)
}
