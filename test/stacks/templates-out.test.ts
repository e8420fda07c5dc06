import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cliFile, root } from '../e2e/cfstack.ts'

const committed = join(root, 'templates-out')

describe('templates-out', () => {
  let out: string
  before(() => {
    out = mkdtempSync(join(tmpdir(), 'cfstack-golden-'))
    execFileSync(process.execPath, [cliFile, 'build', '--out', out], { cwd: root })
  })
  after(() => rmSync(out, { recursive: true, force: true }))

  it('is what the build makes, byte for byte, and nothing else', () => {
    expect(readdirSync(committed).sort()).to.deep.equal(readdirSync(out).sort())
    for (const name of readdirSync(out))
      expect(readFileSync(join(committed, name), 'utf8'), name).to.equal(
        readFileSync(join(out, name), 'utf8'),
      )
  })

  it('holds templates that fit into a change set without a bucket', () => {
    for (const name of readdirSync(out).filter((file) => file !== 'stacks.json'))
      expect(readFileSync(join(out, name)).length, name).to.be.at.most(51_200)
  })
})
