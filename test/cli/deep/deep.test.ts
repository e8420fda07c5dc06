import { expect } from 'chai'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addedFindings } from '../../../src/cli/deep/merge.ts'
import { deepFindings } from '../../../src/cli/deep/to-finding.ts'
import type { Finding, Path } from '../../../src/validate/finding.ts'
import { cfstack } from '../../e2e/cfstack.ts'

const finding = (code: string, path: Path, message = ''): Finding => ({ code, level: 'error', path, message })

describe('deepFindings()', () => {
  it("turns AWS's reports into findings: E for F, paths from the root", () => {
    const diagnostics = [
      {
        ruleId: 'F3003',
        severity: 'FATAL',
        message: 'a',
        entity: { logicalId: 'T', entityType: 'Resource' },
        propertyPath: 'Properties.Tags.0',
        suggestedFix: 'Add it',
      },
      {
        ruleId: 'W2001',
        severity: 'WARN',
        message: 'b',
        entity: { logicalId: 'P', entityType: 'Parameter' },
        propertyPath: 'Parameters/P',
      },
      {
        ruleId: 'named',
        severity: 'ERROR',
        message: 'c',
        entity: { logicalId: 'T', entityType: 'Resource' },
      },
      { ruleId: 'F0001', severity: 'FATAL', message: 'd' },
    ]
    expect(deepFindings({ diagnostics, incomplete: false })).to.deep.equal([
      {
        code: 'E3003',
        level: 'error',
        path: ['Resources', 'T', 'Properties', 'Tags', 0],
        logicalId: 'T',
        message: 'a',
        hint: 'Add it',
      },
      { code: 'W2001', level: 'warning', path: ['Parameters', 'P'], message: 'b' },
      { code: 'named', level: 'error', path: ['Resources', 'T'], logicalId: 'T', message: 'c' },
      { code: 'E0001', level: 'error', path: [], message: 'd' },
    ])
  })
})

describe('addedFindings()', () => {
  it('adds what is not said under the same code at, inside or around the same place, and once', () => {
    const ours = [finding('E1', ['Resources', 'A', 'Properties', 'B', 'Ref'])]
    const others = [
      finding('E1', ['Resources', 'A', 'Properties', 'C']),
      finding('E2', ['Resources', 'A', 'Properties', 'B']),
      finding('E1', []),
    ]
    const theirs = [finding('E1', ['Resources', 'A', 'Properties', 'B']), ...others, ...others]
    expect(addedFindings(ours, theirs)).to.deep.equal(others)
  })
})

/** Stands in for the package: its engine ends, throws or answers, as the template's file name says. */
const unreliable = `exports.RegoEngine = class {
  constructor({ guardRules }) { if (guardRules.some((one) => one.content === 'bad')) throw new Error('no rule') }
  validateStandard({ path, readBytes }, { pseudoParameterOverrides: { region } }) {
    if (path.includes('ends')) process.exit(7)
    if (path.includes('throws')) throw 'unreachable executed'
    const message = JSON.parse(Buffer.from(readBytes())).Description + ' in ' + region
    const entity = { logicalId: 'T', entityType: 'Resource' }
    return { status: 'OK', diagnostics: [{ ruleId: 'W1234', severity: 'WARN', message, entity }] }
  }
}`

describe('cfstack validate --deep', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-deep-'))
  const run = (...args: readonly string[]) => cfstack(['validate', ...args], process.env, folder)
  before(() => {
    const names = ['ends.json', 'fine.json', 'throws.json']
    const Resources = { T: { Type: 'AWS::SNS::Topic' } }
    for (const name of names)
      writeFileSync(join(folder, name), JSON.stringify({ Description: name, Resources }))
    mkdirSync(join(folder, 'policies'))
    writeFileSync(join(folder, 'policies/a.guard'), 'bad')
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('says how to install the package when it is missing', async () => {
    expect(await run('fine.json', '--deep')).to.deep.equal({
      code: 2,
      stdout: '',
      stderr:
        'Cannot validate deeply: package "@aws/cloudformation-validate" is not installed\n' +
        '  hint: npm install --save-dev @aws/cloudformation-validate   E_NO_DEEP\n',
    })
  })

  it('a crash or error there is a finding, and the other templates are judged; so is a policy that cannot be read', async () => {
    const module = join(folder, 'node_modules/@aws/cloudformation-validate')
    mkdirSync(module, { recursive: true })
    writeFileSync(join(module, 'package.json'), '{"main":"index.js"}')
    writeFileSync(join(module, 'index.js'), unreliable)
    const files = ['ends.json', 'fine.json', 'throws.json']
    const { code, stdout } = await run(...files, '--deep', '--region', 'eu-west-1', '--region', 'eu-west-3')
    expect(code).to.equal(0)
    expect(stdout).to.contain(
      'ends.json:1:1  warning CFS9003  Deep validation failed: its process ended with 7\n',
    )
    expect(stdout).to.match(
      /fine\.json:1:\d+ {2}warning W1234 {2}fine\.json in eu-west-1\n {2}at Resources\.T/,
    )
    expect(stdout).to.contain('fine.json: 2 warnings').and.contain('fine.json in eu-west-3')
    expect(stdout).to.contain(
      'throws.json:1:1  warning CFS9003  Deep validation failed: unreachable executed\n',
    )
    const ignoring = await run('fine.json', '--policies', 'policies', '--ignore', 'W12')
    expect(ignoring.stdout).to.contain('fine.json:1:1  warning CFS9003  Deep validation failed: no rule\n')
    expect((await run('fine.json', '--deep', '--ignore', 'W12')).stdout).to.equal(
      'fine.json: no findings, 1 suppressed\n',
    )
  })

  it('refuses a folder without policies', async () => {
    const { code, stderr } = await run('fine.json', '--policies', 'node_modules')
    expect([code, stderr]).to.deep.equal([
      2,
      'Cannot read policies of "node_modules": there is none in it\n  hint: Guard rules end in .guard, Rego rules in .rego   E_POLICIES\n',
    ])
  })
})
