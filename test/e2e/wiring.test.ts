import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wiringCases } from '../validate/wiring/cases/list.ts'
import { faults } from '../validate/wiring/faults/list.ts'
import { toolPaths } from './endpoints.ts'

interface Match {
  readonly Rule: { readonly Id: string }
  readonly Message: string
  readonly Filename: string
  readonly Location: { readonly Path: readonly unknown[] }
}

/** Every template that a wiring check finds something in, by code. */
const failing: readonly (readonly [code: string, template: unknown])[] = [
  ...wiringCases.map(({ finds, fails }) => [finds.code, fails] as const),
  ...faults.map(([code, template]) => [code, template] as const),
]

describe('wiring checks', function () {
  this.timeout(120_000)

  it('find what cfn-lint has no error for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cfstack-wiring-'))
    try {
      const files = failing.map(([code, template], index) => {
        const file = join(folder, `${code}-${index}.json`)
        writeFileSync(file, JSON.stringify(template, undefined, 2))
        return file
      })
      const args = ['--format', 'json', '--regions', 'us-east-1', '--', ...files]
      const { stdout, stderr, error } = spawnSync(toolPaths.cfnLint, args, {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      })
      if (error !== undefined) throw error
      expect(stderr).to.equal('')
      const errors = (JSON.parse(stdout || '[]') as readonly Match[])
        .filter(({ Rule }) => Rule.Id.startsWith('E'))
        .map(({ Rule, Filename, Location, Message }) =>
          [Filename.slice(folder.length + 1), Rule.Id, Location.Path.join('.'), Message].join(' '),
        )
      expect(errors).to.deep.equal([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
