import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Runs the tests, but for those against endpoints, on a newer Node than the oldest that we support. The registry has it as a
 * package for the common platforms; elsewhere this says so and leaves the rest to `npm test`.
 */
const version = '26.10.0'
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const platform = `${process.platform}-${process.arch}`
if (platforms.includes(platform)) runOn(fetched(`node-${platform}`))
else console.log(`No package of Node ${version} for ${platform}: skipped`)

function fetched(name: string): string {
  const folder = join(root, '.tools', `node-${version}`)
  const binary = join(folder, 'node_modules', name, 'bin/node')
  if (!existsSync(binary)) {
    console.log(`fetching Node ${version} from the npm registry into .tools/`)
    execFileSync(
      'npm',
      [
        'install',
        '--prefix',
        folder,
        '--no-save',
        '--ignore-scripts',
        '--no-package-lock',
        `${name}@${version}`,
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  }
  return binary
}

function runOn(binary: string): void {
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js')
  const args = [mocha, '--ignore', 'test/e2e/**', '--ignore', 'test/package/**']
  const env = {
    ...process.env,
    PATH: `${dirname(binary)}:${process.env['PATH'] ?? ''}`,
    CFSTACK_TEST_REPORT: '',
  }
  process.exitCode = spawnSync(binary, args, { cwd: root, stdio: 'inherit', env }).status ?? 1
}
