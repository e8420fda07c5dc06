import { expect } from 'chai'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cliFile, root } from './cfstack.ts'
import { toolPaths } from './endpoints.ts'
import type { Manifest } from '../../src/index.ts'

interface Match {
  readonly Rule: { readonly Id: string }
  readonly Message: string
  readonly Location: { readonly Path: readonly unknown[] }
}

/** Warnings that are right to be there, by rule, each with its reason. Errors are never. */
const accepted: { readonly [rule: string]: string } = {}

/** What cfn-lint says of templates, in the region of the stack and in one where accounts deliver access logs by service. */
function lint(files: readonly string[]): readonly string[] {
  const args = ['--format', 'json', '--regions', 'us-west-2', 'eu-central-2', '--', ...files]
  const { stdout, stderr, error } = spawnSync(toolPaths.cfnLint, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (error !== undefined) throw error
  expect(stderr).to.equal('')
  const matches = JSON.parse(stdout || '[]') as readonly Match[]
  return matches
    .filter((one) => !(one.Rule.Id in accepted))
    .map((one) => `${one.Rule.Id} ${one.Location.Path.join('.')}: ${one.Message}`)
}

describe('cfn-lint', function () {
  this.timeout(60_000)

  it('finds nothing in the templates that this repository ships', () => {
    const folder = join(root, 'templates-out')
    const manifest = JSON.parse(readFileSync(join(folder, 'stacks.json'), 'utf8')) as Manifest
    const files = Object.values(manifest.stacks).map((one) => join(folder, one.template))
    expect(files).not.to.have.length(0)
    expect(lint(files)).to.deep.equal([])
  })

  it('finds nothing in the stacks of the benchmark, which refer to each other', () => {
    const out = mkdtempSync(join(tmpdir(), 'cfstack-lint-'))
    try {
      const args = [cliFile, 'build', '--app', 'bench/app.ts', '--out', out]
      execFileSync(process.execPath, args, { cwd: root, env: { ...process.env, SERVICES: '12' } })
      expect(lint([join(out, 'bench.json'), join(out, 'bench1.json')])).to.deep.equal([])
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })
})
