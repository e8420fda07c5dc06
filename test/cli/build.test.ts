import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const heading = `import { stack } from 'cfstack'\nimport * as ec2 from 'cfstack/aws/ec2'\n`
const vpc = `const vpc = ec2.VPC('NetVpc', { CidrBlock: '10.30.0.0/16' })\n`
const group = `const group = ec2.SecurityGroup('Web', { GroupDescription: 'Web', VpcId: vpc.ref })\n`

describe('cfstack build', () => {
  let folder: string
  const out = (name: string): string => join(folder, 'templates-out', name)
  const read = (name: string) => JSON.parse(readFileSync(out(name), 'utf8'))
  const app = (text: string): void => writeFileSync(join(folder, 'build.ts'), heading + text)
  const build = (...flags: string[]) => {
    const args = [join(root, 'dist/cli/main.cjs'), 'build', ...flags]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cfstack-build-'))
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules/cfstack'))
    symlinkSync(join(root, 'node_modules/typescript'), join(folder, 'node_modules/typescript'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('writes templates and a manifest, and leaves what is the same untouched', () => {
    app(`${vpc}export default stack('base', { region: 'us-west-2', tags: { Team: 'ops' } }, { vpc })`)
    expect(build()).to.deep.include({ status: 0, stderr: '' })
    const manifest = read('stacks.json')
    expect(manifest.stacks.base).to.deep.include({
      template: 'base.json',
      region: 'us-west-2',
      tags: { Team: 'ops' },
    })
    expect(manifest.stacks.base.sha256).to.match(/^[0-9a-f]{64}$/)
    expect(manifest.stacks.base.sources).to.deep.equal({ NetVpc: 'build.ts:3' })
    const before = statSync(out('base.json')).mtimeMs
    expect(build().stdout).to.match(/base +1 resource .*\(unchanged\)/)
    expect(statSync(out('base.json')).mtimeMs).to.equal(before)
  })

  it('warns of a change that cannot be made to what was built before', () => {
    const deployments = (platform: string): string =>
      `import * as codedeploy from 'cfstack/aws/codedeploy'
       const web = codedeploy.Application('Web', { ApplicationName: 'web', ComputePlatform: '${platform}' })
       export default stack('base', {}, { web })`
    app(deployments('ECS'))
    expect(build()).to.deep.include({ status: 0, stderr: '' })
    app(deployments('Lambda'))
    const { status, stdout } = build()
    expect(stdout).to.match(/warning CFS1701 {2}The change of "ComputePlatform" replaces "Web"/)
    expect(stdout).to.match(/base .*\(changed\)/)
    expect(status).to.equal(0)
  })

  it('refuses to write when a template has an error, unless told to', () => {
    const bad = `import { raw } from 'cfstack'\n${vpc}const odd = ec2.VPC('Odd', { CidrBlock: raw({ 'Fn::Nope': 1 }) })\n`
    app(`${bad}export default [stack('base', {}, { vpc }), stack('odd', {}, { odd })]`)
    const refused = build()
    expect(refused.status).to.equal(2)
    expect(refused.stdout).to.match(/build\.ts:5 +error [EC]\w+ /)
    expect(refused.stdout).to.match(/Nothing was written/)
    expect(existsSync(join(folder, 'templates-out'))).to.equal(false)
    expect(build('--allow-errors').status).to.equal(0)
    expect(readdirSync(join(folder, 'templates-out')).sort()).to.deep.equal([
      'base.json',
      'odd.json',
      'stacks.json',
    ])
  })

  it('removes the template of a stack that the app no longer has', () => {
    app(
      `${vpc}export default [stack('one', {}, { vpc }), stack('two', {}, { v: ec2.VPC('V', { CidrBlock: '10.0.0.0/16' }) })]`,
    )
    build()
    app(`${vpc}export default [stack('one', {}, { vpc })]`)
    expect(build().stdout).to.match(/two +removed/)
    expect(readdirSync(join(folder, 'templates-out')).sort()).to.deep.equal(['one.json', 'stacks.json'])
  })

  it('keeps an export for one more deployment, and drops it when told to', () => {
    app(`${vpc}${group}export default [stack('base', {}, { vpc }), stack('web', {}, { group })]`)
    build()
    expect(read('stacks.json').stacks.web.dependsOn).to.deep.equal(['base'])
    app(`${vpc}export default [stack('base', {}, { vpc })]`)
    build()
    expect(read('base.json').Outputs.NetVpc.Export.Name).to.equal('base-NetVpc')
    expect(read('stacks.json').stacks.base.exports['base-NetVpc'].importedBy).to.deep.equal([])
    build('--drop-kept-exports')
    expect(read('base.json').Outputs).to.equal(undefined)
  })

  it('refuses to build over a damaged manifest, which knows the exports to keep', () => {
    app(`${vpc}export default stack('base', {}, { vpc })`)
    build()
    writeFileSync(out('stacks.json'), '{ "version": 1, <<<<<<< HEAD')
    const { status, stderr } = build()
    expect(status).to.equal(2)
    expect(stderr).to.match(/stacks\.json": it is not JSON\n {2}hint: .* {3}E_LAST_BUILD/)
    expect(readFileSync(out('stacks.json'), 'utf8')).to.match(/HEAD/)
  })

  it('says all that is wrong with a composition, with lines, and exits with 2', () => {
    app(
      `${group.replace('vpc.ref', "'vpc-1'")}const again = ec2.VPC('Web', { CidrBlock: '10.0.0.0/16' })\nexport default stack('s', {}, { group, again })`,
    )
    const { status, stderr } = build()
    expect(status).to.equal(2)
    expect(stderr).to.match(
      /"Web" is the id of two elements.*E_DUPLICATE_ID\n {4}at build\.ts:3\n {4}at build\.ts:4\n {4}hint: /,
    )
  })

  it('checks types when asked to, and names file, line and reason', () => {
    app(
      `${vpc}const a = ec2.Subnet('A', { VpcId: vpc.ref })\nconst b = ec2.Subnet('B', { VpcId: a.ref })\nexport default stack('s', {}, { vpc, a, b })`,
    )
    const { status, stderr } = build('--check-types')
    expect(status).to.equal(2)
    expect(stderr).to.match(/E_TYPES/)
    expect(stderr).to.match(/build\.ts:5:\d+ TS2322 .*AWS::EC2::Subnet/)
    // Without the types, validation finds that a subnet is no VPC.
    expect(build('--allow-errors').status).to.equal(0)
  })

  it('prints one JSON document with --json', () => {
    app(`${vpc}export default stack('base', {}, { vpc })`)
    const { stdout } = build('--json')
    expect(JSON.parse(stdout).stacks[0]).to.include({ name: 'base', resources: 1, written: 'new' })
  })
})
