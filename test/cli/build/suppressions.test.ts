import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

const app = `import { raw, stack } from 'cfstack'
import * as ec2 from 'cfstack/aws/ec2'
const odd = (id: string) =>
  ec2.VPC(id, {
    CidrBlock: '10.0.0.0/16',
    // cfstack-ignore E3012: the account reads it so
    EnableDnsSupport: raw('perhaps'),
  })
// cfstack-ignore E3012
const bare =
  ec2.VPC('Bare', { CidrBlock: '10.0.0.0/16', EnableDnsSupport: raw('perhaps') })
// cfstack-ignore W3010: nothing of the kind
const plain = ec2.VPC('Plain', { CidrBlock: '10.0.0.0/16' })

// cfstack-ignore CFS1301: no element is made here
const none = 1
const c = ec2.VPC('C', { CidrBlock: '10.0.0.0/16', EnableDnsSupport: raw('never') })
export default [
  stack('one', {}, { a: odd('A'), plain }),
  // cfstack-ignore E3012: all of it
  stack('two', {}, { b: odd('B'), c }),
  stack('three', {}, { bare }),
]
`

describe('comments that suppress findings', () => {
  let folder: string
  const cfstack = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/cli/main.cjs'), ...args], { cwd: folder, encoding: 'utf8' })

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cfstack-comments-'))
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules/cfstack'))
    writeFileSync(join(folder, 'build.ts'), app)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('are in the manifest, with their reasons and what they are about', () => {
    const { status, stderr } = cfstack('build')
    expect([status, stderr]).to.deep.equal([0, ''])
    const { stacks } = JSON.parse(readFileSync(join(folder, 'templates-out/stacks.json'), 'utf8'))
    const read = { code: 'E3012', reason: 'the account reads it so', source: 'build.ts:6' }
    expect(stacks.one.suppressions).to.deep.equal([
      { ...read, logicalIds: ['A'] },
      { code: 'W3010', reason: 'nothing of the kind', source: 'build.ts:12', logicalIds: ['Plain'] },
      { code: 'CFS1301', reason: 'no element is made here', source: 'build.ts:15', logicalIds: [] },
    ])
    expect(stacks.two.suppressions).to.deep.equal([
      { ...read, logicalIds: ['B'] },
      { code: 'E3012', reason: 'all of it', source: 'build.ts:20' },
    ])
    expect(stacks.three.suppressions).to.deep.equal([
      { code: 'E3012', source: 'build.ts:9', logicalIds: ['Bare'] },
    ])
  })

  it('are the same to `validate` as to `build`: warned of when unused or without reason, counted when used', () => {
    const built = cfstack('build').stdout
    const validated = cfstack('validate').stdout
    for (const text of [built, validated]) {
      expect(text).to.match(
        /^build\.ts:12 {2}warning CFS9002 {2}The comment "cfstack-ignore W3010" suppresses nothing\n/m,
      )
      expect(text).to.match(/^build\.ts:15 {2}warning CFS9002 {2}.*CFS1301/m)
      expect(text).to.match(
        /^build\.ts:9 {2}warning CFS9001 {2}The comment .* gives no reason\n {2}hint: .*E3012: why/m,
      )
      expect(text).to.contain('one.json: 2 warnings, 1 suppressed').and.not.to.contain('build.ts:6')
    }
    expect(validated).to.contain('two.json: no findings, 2 suppressed')
    expect(validated).to.contain('3 templates, 1 without findings: 3 warnings, 4 suppressed')
  })

  it('that another stack may use are not called unused when one stack is validated', () => {
    expect(cfstack('validate', 'one', '--ignore', 'CFS9001').stdout).to.match(
      /: no findings, 1 suppressed\n$/,
    )
  })

  it('are in SARIF with their reasons', () => {
    const { runs } = JSON.parse(cfstack('validate', 'two', '--format', 'sarif').stdout)
    const reasons = runs[0].results.map((one: { suppressions: unknown }) => one.suppressions)
    expect(reasons).to.deep.equal([
      [{ kind: 'inSource', justification: 'the account reads it so' }],
      [{ kind: 'inSource', justification: 'all of it' }],
    ])
  })
})
