import { build, type BuildOptions, type Metafile, type OnResolveResult, type Plugin } from 'esbuild'
import { createHash } from 'node:crypto'
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Writes the JavaScript of `dist`: the program as one script, which is loaded as the engine compiled it the last time; validation as
 * another, for the library; and the library, an entry for each public module, with what they share in chunks. Loading a hundred small
 * files is what makes a Node program slow to start. The fragments carry the few resource functions that they call, so the services are
 * bundled apart. Types come from the compiler.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

const library = ['index', 'cli/load/load-app', 'cli/load/typescript-hooks', 'cli/deep/deep-worker']
const services = readdirSync('src/aws').map((name) => `src/aws/${name}`)
// Scripts start faster than modules do.
const script = {
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: 'const moduleUrl=require("node:url").pathToFileURL(__filename).href;' },
} as const
const scripts = await bundle(['src/cli/program.ts', 'src/validate/entry.ts'], {
  ...script,
  supported: { 'dynamic-import': false },
  plugins: [outside({ 'import-module.ts': './load/import-module.cjs' })],
})
const modules = { format: 'esm', splitting: true, chunkNames: 'chunks/[name]-[hash]' } as const
const made = [
  scripts,
  await bundle(['src/cli/load/import-module.ts'], script),
  await bundle(['src/cli/main.ts'], {
    ...script,
    define: {
      ...script.define,
      buildHash: JSON.stringify(hashOf('dist/cli/program.cjs', 'src/spec/generated/validators.pack')),
    },
    plugins: [instead({ 'load-program.ts': 'load-bundled-program.ts' })],
  }),
  await bundle(
    library.map((name) => `src/${name}.ts`),
    { ...modules, plugins: [instead({ 'entry.ts': 'entry-on-demand.ts' })] },
  ),
  await bundle(services, modules),
]

removeStale(made)
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licences(made))
for (const name of readdirSync('src/spec/generated').filter((name) => /\.(json|pack)$/.test(name)))
  cpSync(`src/spec/generated/${name}`, `dist/spec/generated/${name}`)

async function bundle(entryPoints: readonly string[], options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [...entryPoints],
    outbase: 'src',
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['@aws-sdk/*', '@smithy/*', 'ajv', 'yaml', 'oxc-transform'],
    // yargs measures text with it; the original takes as long to load as all the rest of yargs.
    alias: { 'string-width': 'fast-string-width' },
    legalComments: 'none',
    // Names stay, for the stacks of bugs; the rest is what the engine need not read.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
    ...options,
    metafile: true,
  })
  return metafile
}

/** Bundles another module in place of one of the same folder. */
function instead(replacements: { readonly [name: string]: string }): Plugin {
  return resolving('instead', replacements, (path, name, other) => ({
    path: `${path.slice(0, -name.length)}${other}`,
  }))
}

/** Leaves modules outside the bundle, which finds them at other paths. */
function outside(paths: { readonly [name: string]: string }): Plugin {
  return resolving('outside', paths, (_path, _name, path) => ({ path, external: true }))
}

function resolving(
  plugin: string,
  names: { readonly [name: string]: string },
  resolve: (path: string, name: string, value: string) => OnResolveResult,
): Plugin {
  return {
    name: plugin,
    setup: ({ onResolve }) => {
      for (const [name, value] of Object.entries(names))
        onResolve({ filter: new RegExp(`/${name.replace('.', '\\.')}$`) }, ({ path, resolveDir, kind }) =>
          kind === 'entry-point' ? undefined : resolve(join(resolveDir, path), name, value),
        )
    },
  }
}

function hashOf(...files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** Removes modules of former builds. Files are never missing in between: what is there was overwritten. */
function removeStale(built: readonly Metafile[]): void {
  const current = new Set(built.flatMap(({ outputs }) => Object.keys(outputs)))
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    const path = `dist/${file.replaceAll('\\', '/')}`
    if (/\.c?js$/.test(path) && !current.has(path)) rmSync(path)
  }
}

/** The licence texts of the packages that went into the bundle. */
function licences(built: readonly Metafile[]): string {
  const inputs = Object.assign({}, ...built.map((one) => one.inputs)) as Metafile['inputs']
  const names = Object.keys(inputs).flatMap(
    (file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
  )
  const texts = [...new Set(names)].sort().map((name) => {
    const folder = join('node_modules', name)
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim()
    return `${name} ${version}\n\n${text}\n`
  })
  return `The JavaScript of this package contains code of these packages.\n\n${texts.join(`\n${'-'.repeat(78)}\n\n`)}`
}
