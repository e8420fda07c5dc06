/**
 * Measures cfstack against its peers, whole processes in turn in one run, and prints ratios. Absolute times say more about the
 * machine than about the programs.
 *
 *   npm run bench                 all of it
 *   npm run bench -- help build   some of it
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inTurn, milliseconds, peakMemory, ratio, report, type Run } from './measure.ts'
import { measureValidation } from './validation.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const main = join(root, 'dist/cli/main.cjs')
const out = mkdtempSync(join(tmpdir(), 'cfstack-bench-'))
const rounds = Number(process.env['ROUNDS'] ?? 7)

const node = (name: string, args: readonly string[], env = {}, cwd = root): Run => ({
  name,
  command: process.execPath,
  args,
  env,
  cwd,
})
const build = (services: number, name = `build${services}`): Run =>
  node(name, [main, 'build', '--app', 'bench/app.ts', '--out', join(out, name)], {
    SERVICES: String(services),
  })

const measures: { readonly [name: string]: () => void | Promise<void> } = {
  help: () => {
    const { a, b } = inTurn(node('help', [main, '--help']), node('node', ['-e', '0']), rounds * 3)
    report(
      'cfstack --help, against node -e 0',
      `${ratio(a, b).toFixed(2)} x`,
      '<= 2.5 x',
      `${milliseconds(a)} / ${milliseconds(b)}`,
    )
  },

  build: () => {
    const ours = build(1)
    const synth = node(
      'cdk synth',
      [join(installedCdk(), 'aws-cdk/bin/cdk'), 'synth', '--quiet'],
      {},
      join(root, 'bench/cdk'),
    )
    const cdk = inTurn(synth, ours, rounds)
    const [our, their] = [
      resourcesIn(join(out, 'build1/bench.json')),
      resourcesIn(join(root, 'bench/cdk/cdk.out/Bench.template.json')),
    ]
    report(
      'cdk synth, against cfstack build',
      `${ratio(cdk.a, cdk.b).toFixed(1)} x`,
      '>= 15 x',
      `${milliseconds(cdk.a)} / ${milliseconds(cdk.b)}; ${their} / ${our} resources`,
    )
    const lint = inTurn(
      { name: 'cfn-lint', command: cfnLint(), args: [join(out, 'build1/bench.json')] },
      ours,
      rounds,
    )
    report(
      'cfn-lint on the result, against cfstack build',
      `${ratio(lint.a, lint.b).toFixed(1)} x`,
      '>= 10 x',
      `${milliseconds(lint.a)} / ${milliseconds(lint.b)}`,
    )
    report(
      'memory of cfstack build',
      `${peakMemory(ours).toFixed(0)} MiB`,
      '<= 120 MiB',
      `cdk's app alone: ${peakMemory(node('cdk app', ['app.js'], {}, join(root, 'bench/cdk'))).toFixed(0)} MiB`,
    )
  },

  growth: () => {
    const { a, b } = inTurn(build(100), build(10), rounds)
    report(
      'build of 100 services, against 10',
      `${ratio(a, b).toFixed(2)} x`,
      '<= 11 x',
      `${milliseconds(a)} / ${milliseconds(b)}`,
    )
  },

  validate: () => measureValidation({ root, out: join(out, 'validate'), rounds, cfnLint: cfnLint() }),

  size: () => {
    const folder = mkdtempSync(join(tmpdir(), 'cfstack-size-'))
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    const packed = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
      }),
    )
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, packed[0].filename)],
      { cwd: folder, stdio: 'ignore' },
    )
    const all = bytesIn(join(folder, 'node_modules'))
    const own = bytesIn(join(folder, 'node_modules/cfstack'))
    report('installed size', `${mebibytes(all)} MiB`, '<= 40 MiB', `of it cfstack ${mebibytes(own)} MiB`)
  },

  types: () => {
    const file = join(root, '.cfstack/bench-types')
    execFileSync('mkdir', ['-p', file])
    writeFileSync(
      join(file, 'tsconfig.json'),
      JSON.stringify({ extends: '../../tsconfig.json', include: [], files: ['../../stacks/segment.ts'] }),
    )
    const check = node('tsc', [join(root, 'node_modules/typescript/bin/tsc'), '-p', file])
    const { a, b } = inTurn(check, node('node', ['-e', '0']), rounds)
    report(
      'type-check of a stack file',
      milliseconds(a),
      '<= 1000 ms',
      `${ratio(a, b).toFixed(1)} x node -e 0`,
    )
  },
}

function installedCdk(): string {
  const folder = join(root, 'bench/cdk/node_modules')
  if (!existsSync(folder))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: join(root, 'bench/cdk'), stdio: 'inherit' })
  return folder
}

/** Where the test tools put it: by pipx, or in a virtual environment where there is no pipx. */
const lintPlaces = ['.tools/bin/cfn-lint', '.tools/cfn-lint/bin/cfn-lint'].map((file) => join(root, file))

function cfnLint(): string {
  if (!lintPlaces.some((file) => existsSync(file)))
    execFileSync('npx', ['tsx', 'scripts/python-tools.ts'], { cwd: root, stdio: 'inherit' })
  return lintPlaces.find((file) => existsSync(file)) ?? 'cfn-lint'
}

function resourcesIn(file: string): number {
  return Object.keys(JSON.parse(readFileSync(file, 'utf8')).Resources).length
}

function bytesIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1)

const wanted = process.argv.slice(2)
for (const [name, measure] of Object.entries(measures))
  if (wanted.length === 0 || wanted.includes(name)) await measure()
