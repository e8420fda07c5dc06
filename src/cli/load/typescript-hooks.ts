import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'oxc-transform'
import { syntaxErrorMark, type SyntaxErrorFacts } from './syntax-error.ts'

/** A TypeScript module as JavaScript with its source map inside, so that stack traces name the lines as written. */
export function compileTypeScript(url: string): string {
  const file = fileURLToPath(url)
  const text = readFileSync(file, 'utf8')
  const result = transformSync(file, text, { sourcemap: true, target: 'es2023' })
  const error = result.errors[0]
  if (error !== undefined) throw new Error(syntaxErrorMark + JSON.stringify(factsOf(file, text, error)))
  const map = Buffer.from(
    JSON.stringify({ ...result.map, sources: [url], sourcesContent: undefined }),
  ).toString('base64')
  return `${result.code}\n//# sourceMappingURL=data:application/json;base64,${map}\n`
}

function factsOf(
  file: string,
  text: string,
  error: { readonly message: string; readonly labels: readonly { readonly start: number }[] },
): SyntaxErrorFacts {
  const before = text.slice(0, error.labels[0]?.start ?? 0).split('\n')
  return { file, line: before.length, column: (before.at(-1) as string).length + 1, reason: error.message }
}

/** Whether a module is TypeScript that the engine can't read by itself. */
export function isTypeScript(url: string): boolean {
  return url.startsWith('file:') && /\.m?ts$/.test(url)
}

/**
 * The TypeScript file that a relative import means when there is no file of that very name: `./net.js` and `./net` for `net.ts`,
 * `./net` for `net/index.ts`.
 */
export function typeScriptFor(specifier: string, parent: string | undefined): string | undefined {
  if (parent === undefined || !/^\.{1,2}\//.test(specifier) || !parent.startsWith('file:')) return undefined
  const wanted = fileURLToPath(new URL(specifier, parent))
  if (existsSync(wanted) && /\.[a-z]+$/.test(wanted)) return undefined
  const candidates = [wanted.replace(/\.(m?)js$/, '.$1ts'), `${wanted}.ts`, `${wanted}/index.ts`]
  const found = candidates.find((file) => file !== wanted && existsSync(file))
  return found === undefined ? undefined : pathToFileURL(found).href
}

interface Resolved {
  readonly url: string
  readonly format?: string | null | undefined
  readonly shortCircuit?: boolean
}

interface Loaded {
  readonly format: string | null | undefined
  readonly source?: unknown
  readonly shortCircuit?: boolean
}

/** The hooks of Node's module loader; the loader's thread of Node 20 imports this module by name. */
export function resolve<Context extends { readonly parentURL?: string | undefined }, Result>(
  specifier: string,
  context: Context,
  next: (specifier: string, context?: Context) => Result,
): Result | Resolved {
  const url = typeScriptFor(specifier, context.parentURL)
  return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
}

export function load<Context, Result>(
  url: string,
  context: Context,
  next: (url: string, context?: Context) => Result,
): Result | Loaded {
  if (!isTypeScript(url.replace(/\?.*$/, ''))) return next(url, context)
  return { format: 'module', source: compileTypeScript(url), shortCircuit: true }
}
