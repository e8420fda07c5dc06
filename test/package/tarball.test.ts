import { expect } from 'chai'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const app = `import { override, stack } from 'cfstack'
import * as ec2 from 'cfstack/aws/ec2'
import { s3 } from 'cfstack/aws'

const net = { vpc: ec2.VPC('NetVpc', { CidrBlock: '10.30.0.0/16' }) }
export default [
  stack('base', {}, { net: override(net, { vpc: { DeletionPolicy: 'Retain' } }), logs: s3.Bucket('Logs') }),
]
`

describe('the packed tarball, installed in an empty folder,', function () {
  this.timeout(180_000)
  let folder: string

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cfstack-tarball-'))
    const [packed] = JSON.parse(
      npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
    )
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'user', private: true, type: 'module' }),
    )
    npm(
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--ignore-scripts',
        '--prefer-offline',
        join(folder, packed.filename),
      ],
      folder,
    )
    writeFileSync(join(folder, 'build.ts'), app)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('brings no development package and no source', () => {
    expect(existsSync(join(folder, 'node_modules/@aws-cdk'))).to.equal(false)
    expect(existsSync(join(folder, 'node_modules/cfstack/src'))).to.equal(false)
    expect(existsSync(join(folder, 'node_modules/cfstack/NOTICE'))).to.equal(true)
  })

  it('is a library whose types fit a TypeScript file', () => {
    const options = {
      module: 'nodenext',
      target: 'es2023',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['build.ts'] }),
    )
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
    expect(stdout).to.equal('')
    expect(status).to.equal(0)
  })

  it('is a command that builds the file', () => {
    const { stdout, stderr, status } = spawnSync('npx', ['--no', 'cfstack', 'build'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect({ status, stderr: stderr.replaceAll(/^npm warn.*\n/gm, '') }).to.deep.equal({
      status: 0,
      stderr: '',
    })
    expect(stdout).to.match(/base/)
    const template = JSON.parse(readFileSync(join(folder, 'templates-out/base.json'), 'utf8'))
    expect(Object.keys(template.Resources)).to.deep.equal(['NetVpc', 'Logs'])
    const manifest = JSON.parse(readFileSync(join(folder, 'templates-out/stacks.json'), 'utf8'))
    expect(manifest.stacks.base.sources).to.deep.equal({ NetVpc: 'build.ts:5', Logs: 'build.ts:7' })
  })

  it('is a sandbox in which the built stack is deployed, and its next deployment rehearsed', () => {
    const run = (...args: string[]) =>
      spawnSync('npx', ['--no', '--', 'cfstack', ...args], { cwd: folder, encoding: 'utf8' })
    const deployed = run('deploy', 'base', '--sandbox', '--speed', 'instant', '--yes')
    expect(deployed.stdout + deployed.stderr).to.contain('Stack "base": CREATE_COMPLETE')
    const rehearsed = run('rehearse', 'base', '--from', 'nothing', '--fail', 'Logs')
    expect(rehearsed.stdout + rehearsed.stderr).to.contain('Expected: CREATE_COMPLETE')
    expect(rehearsed.stdout).to.match(/If Logs fails: (DELETE|ROLLBACK)_COMPLETE/)
  })

  it('is a validator of any template, as a command and as a library', () => {
    const template =
      'Resources:\n  T: { Type: AWS::SNS::Topic, Properties: { TopicNam: !Ref AWS::StackName } }\n'
    writeFileSync(join(folder, 'topic.yaml'), template)
    const command = spawnSync(
      'npx',
      ['--no', '--', 'cfstack', 'validate', 'topic.yaml', '--format', 'github'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    expect(command.status).to.equal(2)
    expect(command.stdout).to.contain('::error file=topic.yaml,line=2,col=45,title=E3002 ')
    const library = `import { parseTemplate, validate } from 'cfstack'
      import { readFileSync } from 'node:fs'
      const findings = validate(parseTemplate(readFileSync('topic.yaml', 'utf8')), { regions: ['eu-west-1'] })
      process.stdout.write(findings.map((one) => one.code).join())`
    const flags = ['--input-type=module', '-e', library]
    expect(execFileSync(process.execPath, flags, { cwd: folder, encoding: 'utf8' })).to.equal('E3002')
  })
})
