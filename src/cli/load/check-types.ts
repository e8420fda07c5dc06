import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { existsSync } from 'node:fs'
import { CfstackError } from '../../model/error.ts'

/**
 * Checks the types of the project that the app's file belongs to, with the project's own TypeScript. Throws `E_TYPES` with every
 * error as `file:line:column reason`.
 */
export async function checkTypes(app: string): Promise<void> {
  const compiler = compilerFor(app)
  const config = nearest(dirname(resolve(app)), 'tsconfig.json')
  const args = config === undefined ? [...looseFlags, resolve(app)] : ['-p', config]
  const output = await run([compiler, '--noEmit', '--pretty', 'false', ...args])
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line))
  if (errors.length === 0) return
  const lines = errors.map(
    (line) => `  ${line.replace(/^(.+?)\((\d+),(\d+)\): error (TS\d+): /, '$1:$2:$3 $4 ')}`,
  )
  throw new CfstackError('E_TYPES', [`Cannot build "${app}": its types do not fit`, ...lines].join('\n'))
}

/** For projects without a tsconfig.json. */
const looseFlags = [
  '--strict',
  '--module',
  'nodenext',
  '--target',
  'es2023',
  '--skipLibCheck',
  '--allowImportingTsExtensions',
]

function compilerFor(app: string): string {
  try {
    const manifest = createRequire(resolve(app)).resolve('typescript/package.json')
    return join(dirname(manifest), 'bin', 'tsc')
  } catch (cause) {
    throw new CfstackError(
      'E_NO_TYPESCRIPT',
      'Cannot check types: TypeScript is not installed in the project',
      {
        hint: 'npm install --save-dev typescript',
        cause,
      },
    )
  }
}

function nearest(folder: string, name: string): string | undefined {
  const file = join(folder, name)
  if (existsSync(file)) return file
  return dirname(folder) === folder ? undefined : nearest(dirname(folder), name)
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, args, { maxBuffer: 1 << 26 }, (_error, stdout, stderr) =>
      done(stdout + stderr),
    )
  })
}
