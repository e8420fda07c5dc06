import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Brings the Python tools that the tests need, at pinned versions, into the git-ignored folder `.tools`.

const pins = {
  linter: 'cfn-lint==1.51.0',
  endpoints: ['moto[server]==5.2.5', 'ministack==1.5.33'],
  awscli: ['awscli==1.46.2'],
}
type Tool = keyof typeof pins
const tools = join(dirname(fileURLToPath(import.meta.url)), '../.tools')
const stampFile = join(tools, 'stamp.json')

class ToolError extends Error {}

try {
  main()
} catch (error) {
  if (!(error instanceof ToolError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

function main(): void {
  const stale = staleTools()
  if (stale.length === 0) return
  const python = findPython()
  mkdirSync(tools, { recursive: true })
  for (const tool of stale) {
    if (tool === 'linter') installLinter(python)
    else installInVenv(python, tool, pins[tool])
    writeFileSync(stampFile, JSON.stringify({ ...readStamp(), [tool]: pins[tool] }))
  }
}

/** The tools that are not there in the pinned versions. */
function staleTools(): readonly Tool[] {
  const present = readStamp()
  return (Object.keys(pins) as Tool[]).filter(
    (tool) => JSON.stringify(present[tool]) !== JSON.stringify(pins[tool]),
  )
}

function readStamp(): Readonly<Record<string, unknown>> {
  return existsSync(stampFile) ? (JSON.parse(readFileSync(stampFile, 'utf8')) as Record<string, unknown>) : {}
}

function findPython(): string {
  const isPython3 = 'import sys; sys.exit(sys.version_info < (3, 10))'
  const found = ['python3', 'python'].find((name) => spawnSync(name, ['-c', isPython3]).status === 0)
  if (found !== undefined) return found
  throw new ToolError(
    'Cannot install the tools of the tests: there is no Python 3.10 or newer\n' +
      '  hint: Install Python 3 with its venv module (Debian: apt-get install python3 python3-venv)   E_NO_PYTHON',
  )
}

/** cfn-lint goes into `.tools/bin` through pipx, or into a venv of its own where pipx is missing. */
function installLinter(python: string): void {
  if (spawnSync('pipx', ['--version']).status !== 0) return installInVenv(python, 'cfn-lint', [pins.linter])
  process.stdout.write(`Fetching ${pins.linter} with pipx into .tools\n`)
  const env = { ...process.env, PIPX_HOME: join(tools, 'pipx'), PIPX_BIN_DIR: join(tools, 'bin') }
  run('pipx', ['install', '--force', pins.linter], env)
}

function installInVenv(python: string, name: string, packages: readonly string[]): void {
  process.stdout.write(`Fetching ${packages.join(' and ')} into .tools/${name}\n`)
  const folder = join(tools, name)
  const venv = spawnSync(python, ['-m', 'venv', '--clear', folder], { encoding: 'utf8' })
  if (venv.status !== 0) {
    throw new ToolError(
      `Cannot install the tools of the tests: "${python} -m venv" failed: ${(venv.stdout + venv.stderr).trim()}\n` +
        "  hint: Install Python's venv and ensurepip modules (Debian: apt-get install python3-venv)   E_NO_VENV",
    )
  }
  run(join(folder, 'bin', 'python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...packages,
  ])
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env })
  if (status === 0) return
  throw new ToolError(
    `Cannot install the tools of the tests: "${command} ${args.join(' ')}" failed\n${stdout}${stderr}\n` +
      '  hint: Check the network and the Python package index   E_PYTHON_TOOLS',
  )
}
