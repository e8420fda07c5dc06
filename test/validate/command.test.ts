import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

function run(...args: readonly string[]): {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
} {
  return spawnSync(process.execPath, ['--import=tsx', main, 'validate', ...args], {
    encoding: 'utf8',
    cwd: root,
  })
}

describe('cfstack validate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-validate-'))
  const manifest = join(folder, 'stacks.json')
  const file = join(folder, 'web.yaml')
  before(() => {
    const web = { Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicNam: 'a' } } } }
    const sources = { Topic: 'stacks/web.ts:7' }
    const stacks = {
      web: { template: 'web.json', sha256: '', sources },
      good: { template: 'good.json', sha256: '' },
    }
    writeFileSync(manifest, JSON.stringify({ version: 1, stacks }))
    writeFileSync(join(folder, 'web.json'), JSON.stringify(web))
    writeFileSync(
      join(folder, 'good.json'),
      JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } }),
    )
    writeFileSync(
      file,
      'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicNam: a\n',
    )
  })

  it('says where findings come from: the code of our stacks, line and column of files; exits with 2', () => {
    const ours = run('--manifest', manifest)
    expect(ours.stdout).to.include('stacks/web.ts:7  error E3002').and.include('good.json: no findings')
    expect(ours.status).to.equal(2)
    expect(run(file).stdout).to.include(`${file}:5:7  error E3002`)
  })

  it('exits with 0 when there is no error, and prints one document with --json', () => {
    const { status, stdout } = run('good', '--manifest', manifest, '--json')
    expect(status).to.equal(0)
    expect(JSON.parse(stdout)).to.deep.equal({
      templates: [{ file: join(folder, 'good.json'), findings: [] }],
    })
  })

  it('refuses what is neither a stack nor a file, with a hint', () => {
    const { status, stderr } = run('nope', '--manifest', manifest)
    expect(status).to.equal(2)
    expect(stderr).to.include('Cannot validate "nope"').and.include('Stacks: web, good')
  })
})
