import { spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cliFile, root } from '../../e2e/cfstack.ts'
import { endpointEnv } from '../../e2e/endpoints.ts'
import type { Step } from './steps.ts'

/** Plays a session in a copy of this repository's app, and gives what each command printed. Nothing takes time in its sandbox. */
export function play(steps: readonly Step[]): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-session-'))
  try {
    for (const name of ['build.ts', 'package.json', 'stacks', 'templates-out'])
      cpSync(join(root, name), join(folder, name), { recursive: true })
    for (const name of ['dist', 'node_modules']) symlinkSync(join(root, name), join(folder, name))
    const outputs: (readonly string[])[] = []
    for (const step of steps) {
      if ('file' in step) edit(join(folder, step.file), step)
      else outputs.push(run(step.command, folder))
    }
    return outputs
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function edit(path: string, { from, to }: { readonly from: string; readonly to: string }): void {
  const before = readFileSync(path, 'utf8').split('\n')
  const at = before.indexOf(from)
  if (at < 0) throw new Error(`${path} has no line ${from}`)
  writeFileSync(path, before.with(at, to).join('\n'))
}

function run(command: string, folder: string): readonly string[] {
  const [, , ...args] = words(command)
  const instantly = args.some((word) => /^(--)?sandbox$/.test(word)) ? ['--speed', 'instant'] : []
  const printed = join(folder, 'printed')
  const both = openSync(printed, 'w')
  spawnSync(process.execPath, [cliFile, ...args, ...instantly], {
    cwd: folder,
    env,
    stdio: ['ignore', both, both],
  })
  closeSync(both)
  return readFileSync(printed, 'utf8').trimEnd().split(/ *\n/)
}

/** Without an endpoint or a region: nothing but the sandbox is there. */
const { AWS_ENDPOINT_URL: _url, AWS_REGION: _region, CFSTACK_POLL_MS: _poll, ...env } = endpointEnv('')

/** The words of a command, as a shell splits it. */
function words(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  )
}
