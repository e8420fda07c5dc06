import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Brings CDK's command line, with which the tests deploy, at a pinned version into the git-ignored folder `.tools`.

const version = '2.1148.1'
const folder = join(dirname(fileURLToPath(import.meta.url)), `../.tools/cdk-${version}`)

if (!existsSync(join(folder, 'node_modules/aws-cdk/bin/cdk'))) {
  process.stdout.write(`Fetching aws-cdk ${version} into .tools\n`)
  const flags = ['--no-save', '--ignore-scripts', '--no-package-lock', '--omit=optional']
  execFileSync('npm', ['install', '--prefix', folder, ...flags, `aws-cdk@${version}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
