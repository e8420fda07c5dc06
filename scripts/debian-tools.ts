import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Brings the tools that the tests of images and user data need from Debian's packages into the git-ignored folder `.tools/debian`, installing nothing.

const packages = ['packer', 'shellcheck', 'cloud-init', 'python3-configobj']
const folder = join(dirname(fileURLToPath(import.meta.url)), '../.tools/debian')
const stampFile = join(folder, 'stamp.json')
const stamp = JSON.stringify(packages)

if (!(existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)) fetchPackages()

function fetchPackages(): void {
  if (spawnSync('apt-get', ['--version']).status !== 0) {
    process.stderr.write(
      `Cannot install the tools of the tests: there is no apt-get\n  hint: Run the tests on Debian or Ubuntu   E_NO_APT\n`,
    )
    process.exitCode = 1
    return
  }
  process.stdout.write(`Fetching ${packages.join(' and ')} into .tools/debian\n`)
  rmSync(folder, { recursive: true, force: true })
  const lists = join(folder, 'apt')
  for (const name of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(lists, name), { recursive: true })
  const options = ['-o', `Dir::State::lists=${lists}/lists`, '-o', `Dir::Cache=${lists}/cache`]
  const quiet = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
  execFileSync('apt-get', ['-qq', ...options, 'update'], quiet)
  execFileSync('apt-get', ['-qq', ...options, '-o', 'APT::Sandbox::User=', 'download', ...packages], quiet)
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    execFileSync('dpkg-deb', ['-x', file, '.'], quiet)
    rmSync(join(folder, file))
  }
  rmSync(lists, { recursive: true })
  writeFileSync(stampFile, stamp)
}
