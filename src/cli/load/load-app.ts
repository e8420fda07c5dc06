import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { firstFrame, type SourceLine } from '../../model/source.ts'
import type { Stack } from '../../compose/stack.ts'
import { codeRoot } from '../../model/code-root.ts'
import { CfstackError } from '../../model/error.ts'
import { importModule } from './import-module.ts'
import { registerTypeScript } from './register.ts'
import { syntaxErrorMark, type SyntaxErrorFacts } from './syntax-error.ts'

/**
 * Runs the app's file and takes its stacks: the default export, one stack or a list. Throws `CfstackError` naming file, line
 * and reason when the file can't be read, compiled or run, or exports something else.
 */
export async function loadApp(file: string): Promise<readonly Stack[]> {
  const path = resolve(file)
  if (!existsSync(path))
    throw new CfstackError('E_NO_APP', `Cannot build "${file}": there is no such file`, {
      hint: 'Write a build.ts that exports a list of stacks as its default, or name the file with --app',
    })
  await registerTypeScript()
  const module = await importModule(pathToFileURL(path).href).catch((error: unknown) => {
    throw explained(error, file)
  })
  return stacksOf((module as { default?: unknown }).default, file)
}

/** A source line as the manifest and errors write it: relative to the working folder, with forward slashes. */
export function placeOf({ file, line }: SourceLine): string {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file
  return `${relative(process.cwd(), path).replaceAll('\\', '/')}:${line}`
}

function stacksOf(exported: unknown, file: string): readonly Stack[] {
  const list = Array.isArray(exported) ? exported : [exported]
  if (list.length > 0 && list.every(isStack)) return list
  const state =
    exported === undefined ? 'it has no default export' : 'its default export is not a list of stacks'
  throw new CfstackError('E_APP_EXPORT', `Cannot build "${file}": ${state}`, {
    hint: 'For example: export default [stack("base", {}, { net: network("Net") })]',
  })
}

function isStack(value: unknown): value is Stack {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fragments' in value &&
    'settings' in value &&
    'name' in value
  )
}

/** What went wrong while the app's files ran: ours are passed on, everything else gets the file and line it came from. */
function explained(error: unknown, app: string): unknown {
  if (!(error instanceof Error))
    return new CfstackError(
      'E_APP_FAILED',
      `Cannot run "${app}": it threw ${JSON.stringify(error) ?? 'nothing'}`,
    )
  if (isExpected(error)) return error
  const syntax = syntaxFacts(error)
  if (syntax !== undefined)
    return new CfstackError(
      'E_SYNTAX',
      `Cannot compile "${placeOf(syntax)}:${syntax.column}": ${syntax.reason}`,
    )
  const place = placeInUserCode(error)
  const where = place === undefined ? app : placeOf(place)
  return new CfstackError('E_APP_FAILED', `Cannot run "${where}": ${error.name}: ${error.message}`, {
    cause: error,
    ...(isMissingModule(error) && {
      hint: 'Install the package, or correct the path: relative imports name the file with its ending',
    }),
  })
}

/** Also errors of another installed copy of cfstack. */
function isExpected(error: Error): boolean {
  return error instanceof CfstackError || (error.name === 'CfstackError' && 'code' in error)
}

function syntaxFacts(error: Error): SyntaxErrorFacts | undefined {
  const at = error.message.indexOf(syntaxErrorMark)
  return at < 0
    ? undefined
    : (JSON.parse(error.message.slice(at + syntaxErrorMark.length)) as SyntaxErrorFacts)
}

function isMissingModule(error: Error): boolean {
  return (
    'code' in error &&
    (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED')
  )
}

/** The file that imports what is missing, or the first line of the trace that is in the user's own code. */
function placeInUserCode(error: Error): SourceLine | undefined {
  const importer = / imported from (\/.+)$/m.exec(error.message)?.[1]
  if (importer !== undefined) return { file: importer, line: 1 }
  return firstFrame(
    error.stack ?? '',
    ({ file }) => !file.startsWith('node:') && !file.includes('/node_modules/') && !file.startsWith(codeRoot),
  )
}
