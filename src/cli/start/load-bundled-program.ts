import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeRoot } from '../../model/code-root.ts'
import { openCodeCache } from '../../validate/schemas/code-cache.ts'
import type { LoadedProgram } from './load-program.ts'

/** A hash of the bundled program and the validators, put in by the bundler. */
declare const buildHash: string

/**
 * Loads the bundled program, as the engine compiled it the last time: compiling takes longer than most commands. That is kept in the
 * folder `.cache` of the nearest `node_modules`, where it goes away with the package; where nothing can be written, all is compiled anew.
 */
export async function loadProgram(args: readonly string[]): Promise<LoadedProgram> {
  const dist = fileURLToPath(codeRoot)
  const file = join(dist, 'cli/program.cjs')
  const code = openCodeCache(join(packagesAround(dist), '.cache/cfstack', `${buildHash}-${engine}`))
  const wrapped = (): string =>
    `(function(exports,require,module,__filename){${readFileSync(file, 'latin1')}\n})`
  const define = code.evaluate(`program-${kindOf(args)}`, wrapped, file) as Wrapper
  const module = { exports: {} as LoadedProgram['program'] }
  define(module.exports, createRequire(file), module, file)
  return { program: module.exports, code }
}

type Wrapper = (exports: object, require: NodeJS.Require, module: object, file: string) => void

/** Compiled code is for one engine. */
const engine = `${process.version}-${process.platform}-${process.arch}`

function packagesAround(dist: string): string {
  const inPackages = /^.*[/\\]node_modules(?=[/\\])/.exec(dist)?.[0]
  return inPackages ?? join(dist, '../node_modules')
}

/** Command lines of a kind run the same parts of the program: one command, on one format of files. */
function kindOf(args: readonly string[]): string {
  const formats = args.flatMap((word) => /\.(json|yaml|yml|template)$/.exec(word)?.[1] ?? [])
  const command = /^[a-z]+$/.exec(args[0] ?? '')?.[0] ?? 'none'
  return [command, ...new Set(formats)].join('-')
}
