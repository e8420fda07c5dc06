import { expect } from 'chai'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const fixtures = join(root, 'test/codegen/fixtures')
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')

const app = `
import { compose, parameter, stack } from 'cfstack'
import { Monitor } from './types/acme-monitors-monitor.ts'
import { Archive } from './types/acme-storage-archive.ts'

const query = parameter('Query')
const archive = Archive('Logs', { BucketName: 'logs', Days: 30 })
const monitor = Monitor('Latency', {
  Query: query.ref,
  Type: 'metric alert',
  Options: { Thresholds: { Critical: 5 }, Recipients: [{ Address: archive.att['Bucket.Arn'] }] },
  FirstStep: { Name: 'one', Next: { Name: 'two' } },
})
const child = Monitor('Child', { Query: monitor.ref, Type: 'composite', Labels: { parent: monitor.att.Id } })
// @ts-expect-error the query is missing
Monitor('X', { Type: 'composite' })
// @ts-expect-error no such type of monitor
Monitor('X', { Query: '', Type: 'log alert' })
// @ts-expect-error the creator is read only
Monitor('X', { Query: '', Type: 'composite', Creator: {} })
// @ts-expect-error no such attribute
monitor.att.Name
const [web] = compose([stack('web', {}, { query, archive, monitor, child })])
console.log(JSON.stringify(web?.template.Resources))
`

describe('cfstack types add', () => {
  let folder = ''
  const cfstack = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'dist/cli/main.cjs'), ...args],
      { cwd: folder, encoding: 'utf8' },
    )
    return { status, stdout, stderr }
  }

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cfstack-types-'))
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules/cfstack'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('writes a typed module and keeps the schema beside it', () => {
    const schema = join(fixtures, 'monitor.json')
    const { status, stdout } = cfstack('types', 'add', schema, '--json')
    expect(status).to.equal(0)
    expect(JSON.parse(stdout)).to.deep.equal({
      type: 'Acme::Monitors::Monitor',
      name: 'Monitor',
      module: 'types/acme-monitors-monitor.ts',
      schema: 'types/acme-monitors-monitor.schema.json',
      unjudged: [],
    })
    expect(readFileSync(join(folder, 'types/acme-monitors-monitor.schema.json'), 'utf8')).to.equal(
      readFileSync(schema, 'utf8'),
    )
    expect(
      cfstack('types', 'add', join(fixtures, 'module.json'), '--out', 'types/acme-storage-archive.ts').status,
    ).to.equal(0)
  })

  it('makes modules that compile under the strictest flags, and build', function () {
    this.timeout(60_000)
    writeFileSync(join(folder, 'app.ts'), app)
    const strict = [
      '--strict',
      '--noUnusedLocals',
      '--noUncheckedIndexedAccess',
      '--exactOptionalPropertyTypes',
      '--verbatimModuleSyntax',
    ]
    const files = [
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--noEmit',
      '--allowImportingTsExtensions',
      '--types',
      '',
    ]
    const compiled = spawnSync(process.execPath, [tsc, ...strict, ...files, 'app.ts'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(
      compiled.stdout.split('\n').filter((line) => line.includes('error') && !line.includes("'console'")),
    ).to.deep.equal([])
    const printed = execFileSync(
      process.execPath,
      ['--import', pathToFileURL(require.resolve('tsx')).href, 'app.ts'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    const resources = JSON.parse(printed) as {
      readonly [id: string]: { readonly Type: string; readonly Properties: object }
    }
    expect(resources['Logs']).to.deep.equal({
      Type: 'Acme::Storage::Archive::MODULE',
      Properties: { BucketName: 'logs', Days: 30 },
    })
    expect(resources['Child']?.Properties).to.deep.equal({
      Query: { Ref: 'Latency' },
      Type: 'composite',
      Labels: { parent: { 'Fn::GetAtt': ['Latency', 'Id'] } },
    })
  })

  it('keeps schemas where validate finds them', () => {
    const resources = {
      Good: { Type: 'Acme::Monitors::Monitor', Properties: { Query: 'a', Type: 'composite', Name: 'a' } },
      Bad: {
        Type: 'Acme::Monitors::Monitor',
        Properties: { Query: 'a', Type: 'composite', Name: 'a', Priorty: 1 },
      },
    }
    writeFileSync(join(folder, 'template.json'), JSON.stringify({ Resources: resources }))
    const { status, stdout } = cfstack('validate', 'template.json', '--json')
    const { templates } = JSON.parse(stdout) as {
      templates: readonly { findings: readonly { logicalId: string }[] }[]
    }
    expect([status, templates[0]?.findings.map(({ logicalId }) => logicalId)]).to.deep.equal([2, ['Bad']])
  })

  it('says what is wrong with bad input, and writes nothing', () => {
    writeFileSync(join(folder, 'no.json'), '{')
    writeFileSync(join(folder, 'mine.ts'), 'export {}')
    const before = readdirSync(folder, { recursive: true })
    const cases: readonly (readonly [args: readonly string[], says: string])[] = [
      [['nowhere.json'], 'Cannot read schema "nowhere.json": there is no such file'],
      [['types'], 'Cannot read schema "types": it is a folder'],
      [['no.json'], 'Cannot read schema "no.json": it is not JSON'],
      [['package.json'], 'Cannot read schema "package.json": it has no typeName'],
      [['no.json', 'package.json'], 'Cannot add types: 2 schemas given, expected one'],
      [
        [join(fixtures, 'monitor.json'), '--out', 'mine.ts'],
        'Cannot write module "mine.ts": another file is there',
      ],
      [
        [join(fixtures, 'monitor.json'), '--out', 'monitor'],
        'Cannot write module "monitor": the name is not that of a TypeScript module',
      ],
    ]
    for (const [args, says] of cases) {
      const { status, stderr } = cfstack('types', 'add', ...args)
      expect(stderr).to.contain(says).and.contain('hint: ')
      expect(status).to.equal(2)
    }
    expect(readdirSync(folder, { recursive: true })).to.deep.equal(before)
    expect(existsSync(join(folder, 'mine.ts'))).to.equal(true)
  })
})
