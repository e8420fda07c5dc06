import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wiringCases } from '../validate/wiring/cases/list.ts'
import { toolPaths } from './endpoints.ts'

interface Match {
  readonly Rule: { readonly Id: string }
  readonly Message: string
  readonly Filename: string
  readonly Location: { readonly Path: readonly unknown[] }
}

describe('wiring checks', function () {
  this.timeout(120_000)

  it('find what cfn-lint has no error for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cfstack-wiring-'))
    try {
      const files = wiringCases.map(({ finds, fails }, index) => {
        const file = join(folder, `${finds.code}-${index}.json`)
        writeFileSync(file, JSON.stringify(fails, undefined, 2))
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
