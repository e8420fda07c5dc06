import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))

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

  it('compares with --previous, and templates with each other', () => {
    const [before, after] = ['before', 'after'].map((name) => join(folder, name)) as [string, string]
    const net = (Export: object): string =>
      JSON.stringify({
        Resources: { T: { Type: 'AWS::SNS::Topic' } },
        Outputs: { Topic: { Value: 'a', ...Export } },
      })
    const Properties = {
      TopicArn: { 'Fn::ImportValue': 'topic' },
      Protocol: 'email',
      Endpoint: 'a@example.com',
    }
    for (const one of [before, after]) mkdirSync(one)
    writeFileSync(join(before, 'net.json'), net({ Export: { Name: 'topic' } }))
    writeFileSync(join(after, 'net.json'), net({}))
    writeFileSync(
      join(after, 'web.json'),
      JSON.stringify({ Resources: { Mail: { Type: 'AWS::SNS::Subscription', Properties } } }),
    )
    const { status, stdout } = run(after, '--previous', before)
    expect(stdout).to.include('error CFS2401  Export "topic" of output "Topic" is gone')
    expect(status).to.equal(2)
    expect(run(after).stdout).to.include('2 templates, 2 without findings')
    expect(run(after, '--previous', join(folder, 'nowhere')).stderr).to.include(
      'Cannot read previous template',
    )
  })

  it('exits with 0 when there is no error, and prints one document with --json', () => {
    const { status, stdout } = run('good', '--manifest', manifest, '--json')
    expect(status).to.equal(0)
    expect(JSON.parse(stdout)).to.deep.equal({
      templates: [{ file: join(folder, 'good.json'), findings: [], suppressed: [] }],
      counts: { errors: 0, warnings: 0, infos: 0, suppressed: 0 },
    })
  })

  it('refuses what is neither a stack nor a file, with a hint', () => {
    const { status, stderr } = run('nope', '--manifest', manifest)
    expect(status).to.equal(2)
    expect(stderr).to.include('Cannot validate "nope"').and.include('Stacks: web, good')
  })

  it('checks folders and quoted patterns, what looks like a template, each once; without node_modules and hidden folders', () => {
    const infra = join(folder, 'infra')
    const topic = '{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}}'
    for (const name of ['node_modules/x', '.git', 'deep/er'])
      mkdirSync(join(infra, name), { recursive: true })
    for (const name of ['node_modules/x/a.json', '.git/b.json', 'c.template', 'deep/er/d.json'])
      writeFileSync(join(infra, name), topic)
    writeFileSync(join(infra, 'package.json'), '{"name":"Resources: none"}')
    writeFileSync(join(infra, 'e.yml'), 'AWSTemplateFormatVersion: 2010-09-09\n')
    const files = (...named: readonly string[]): readonly string[] =>
      JSON.parse(run(...named, '--json').stdout).templates.map((one: { file: string }) => one.file)
    expect(files(infra, join(infra, 'e.yml'))).to.deep.equal(
      ['c.template', 'deep/er/d.json', 'e.yml'].map((name) => join(infra, name)),
    )
    expect(files(join(infra, '**/*.{json,yml}'))).to.deep.equal(
      ['deep/er/d.json', 'e.yml', 'package.json'].map((name) => join(infra, name)),
    )
  })

  it('reports what cannot be read as a finding with its place, and checks the others', () => {
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '{"Resources": {},\n "Resources": {}}')
    const { status, stdout, stderr } = run(broken, folder, file)
    expect(stderr).to.equal('')
    expect(status).to.equal(2)
    expect(stdout).to.include(`${broken}:2:2  error E0000  `).and.include(`${file}:5:7  error E3002  `)
  })

  it('reads standard input', () => {
    const input = '{"Resources": {\n"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicNam": 1}}}}'
    const args = ['--import=tsx', main, 'validate', '-', '--format', 'github']
    const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root, input })
    expect(status).to.equal(2)
    expect(stdout).to.include('::error file=<stdin>,line=2,col=53,title=E3002 ')
  })

  it('checks for the regions named, and says which of them it does not know', () => {
    const where = join(folder, 'where.json')
    const Resources = { Watch: { Type: 'AWS::AppRunner::ObservabilityConfiguration' } }
    writeFileSync(where, JSON.stringify({ Resources }))
    const lacking = run(where, '--region', 'us-east-1', '--region', 'eu-south-2')
    expect(lacking.stdout).to.match(/error E3006 {2}.*eu-south-2/)
    const { stderr } = run(where, '--region', 'eu-wst-1')
    expect(stderr).to.equal(
      'Region "eu-wst-1" is not known here, so that what it lacks is not found; did you mean "eu-west-1"?\n',
    )
  })

  it('leaves out and counts what --ignore names; --fail-on lowers what fails', () => {
    const ignored = run(file, '--ignore', 'E30')
    expect([ignored.status, ignored.stdout]).to.deep.equal([0, `${file}: no findings, 1 suppressed\n`])
    const unused = join(folder, 'unused.json')
    const parameters = { P: { Type: 'String' } }
    writeFileSync(
      unused,
      JSON.stringify({ Parameters: parameters, Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
    )
    expect(run(unused).status).to.equal(0)
    expect(run(unused, '--fail-on', 'warning').status).to.equal(2)
  })

  it('--explain says what a code means, lists codes by their beginning, and helps with typing errors', () => {
    const one = run('--explain', 'E3002')
    expect(one.status).to.equal(0)
    expect(one.stdout).to.match(
      /^E3002 \(error\) {2}\w.*\n[^]*cfstack-ignore E3002: .*\n[^]*"ignore_checks": \["E3002"\]/,
    )
    expect(run('--explain', 'cfs900').stdout).to.match(/^CFS9001 {2}warning .*\n(CFS900\d {2}\w+ .*\n)+$/)
    const wrong = run('--explain', 'CFS900X')
    expect([wrong.status, wrong.stderr]).to.deep.equal([
      2,
      'Cannot explain "CFS900X": there is no such code\n  hint: Did you mean "CFS9001"?   E_UNKNOWN_CODE\n',
    ])
  })
})
