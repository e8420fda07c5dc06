import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const root = fileURLToPath(new URL('../../', import.meta.url))
const source = join(root, 'packer')
const tool = (name: string) => join(root, '.tools/debian/usr/bin', name)
const scripts = readdirSync(join(source, 'scripts'))

describe('packer/', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'packer-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is valid for Packer, but for the list of plugins, which old versions have inside', () => {
    cpSync(source, folder, { recursive: true })
    rmSync(join(folder, 'plugins.pkr.hcl'))
    const environment = { ...process.env, PACKER_CONFIG_DIR: folder, CHECKPOINT_DISABLE: '1' }
    for (const architecture of ['x86_64', 'arm64'])
      execFileSync(
        tool('packer'),
        ['validate', '-var', 'ssh_from=["203.0.113.7/32"]', '-var', `architecture=${architecture}`, '.'],
        { cwd: folder, env: environment, stdio: 'pipe' },
      )
  })

  it('asks who may open SSH while an image is made: nobody by default', () => {
    const sources = readdirSync(source).filter((name) => /^(base|ecs)-/.test(name))
    expect(sources).to.have.length(4)
    for (const name of sources)
      expect(readFileSync(join(source, name), 'utf8')).to.match(
        /temporary_security_group_source_cidrs\s+= var\.ssh_from/,
      )
    const variables = readFileSync(join(source, 'variables.pkr.hcl'), 'utf8')
    expect(/variable "ssh_from" \{[^}]*\}/.exec(variables)?.[0]).to.not.contain('default')
  })

  it('has scripts that shellcheck finds nothing in', () => {
    const files = scripts.map((name) => join('packer/scripts', name))
    execFileSync(tool('shellcheck'), ['-x', ...files], { cwd: root, stdio: 'pipe' })
  })

  for (const manager of ['dnf', 'apt']) {
    it(`puts its files in place, and says what it would run: ${manager}`, () => {
      const said = scripts.map((name) => dryRun(name, manager))
      expect([...filesIn(folder)].sort()).to.deep.equal([
        'etc/docker/daemon.json',
        'etc/ecs/ecs.config',
        'etc/modules-load.d/conntrack.conf',
        'etc/security/limits.d/90-limits.conf',
        'etc/sysctl.d/90-connections.conf',
        'etc/systemd/system/docker.service.d/limits.conf',
      ])
      expect(said.join('')).to.contain(
        manager === 'dnf' ? 'dnf install --assumeyes docker' : 'apt-get install --yes docker.io',
      )
      expect(said.join('')).to.not.contain(manager === 'dnf' ? 'apt-get' : 'dnf')
    })
  }

  it('gives Docker no port', () => {
    const daemon = JSON.parse(readFileSync(join(source, 'files/daemon.json'), 'utf8')) as object
    expect(Object.keys(daemon)).to.deep.equal(['bip', 'log-driver', 'log-opts'])
  })

  function dryRun(name: string, manager: string): string {
    const settings = {
      DRY_RUN: '1',
      PRETEND: manager,
      ROOT: folder,
      FILES: join(source, 'files'),
      AWS_REGION: 'eu-west-1',
    }
    return execFileSync('bash', [join(source, 'scripts', name)], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ...settings },
    })
  }
})

function filesIn(folder: string, path = ''): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const inner = join(folder, name)
    const place = path === '' ? name : `${path}/${name}`
    return statSync(inner).isDirectory() ? filesIn(inner, place) : [place]
  })
}
