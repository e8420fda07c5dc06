import { build, type Metafile } from 'esbuild'
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Writes the JavaScript of `dist`: an entry for each public module and the command line, with what they share in chunks. Loading a
 * hundred small files is what makes a Node program slow to start; a few larger ones load at once. The fragments carry the few
 * resource functions that they call, so the services are bundled apart. Types come from the compiler.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

const program = [
  'index',
  'cli/main',
  'cli/load/load-app',
  'cli/load/typescript-hooks',
  'cli/deep/deep-worker',
].map((name) => `src/${name}.ts`)
const services = readdirSync('src/aws').map((name) => `src/aws/${name}`)
const made = [await bundle(program), await bundle(services)]

removeStale(made)
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licences(made))
for (const name of readdirSync('src/spec/generated').filter((name) => /\.(json|pack)$/.test(name)))
  cpSync(`src/spec/generated/${name}`, `dist/spec/generated/${name}`)

async function bundle(entryPoints: readonly string[]): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [...entryPoints],
    outbase: 'src',
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    external: ['@aws-sdk/*', '@smithy/*', 'ajv', 'yaml', 'oxc-transform'],
    // yargs measures text with it; the original takes as long to load as all the rest of yargs.
    alias: { 'string-width': 'fast-string-width' },
    legalComments: 'none',
    // Names stay, for the stacks of bugs; the rest is what the engine need not read.
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    logLevel: 'warning',
  })
  return metafile
}

/** Removes modules of former builds. Files are never missing in between: what is there was overwritten. */
function removeStale(built: readonly Metafile[]): void {
  const current = new Set(built.flatMap(({ outputs }) => Object.keys(outputs)))
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    const path = `dist/${file.replaceAll('\\', '/')}`
    if (path.endsWith('.js') && !current.has(path)) rmSync(path)
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
