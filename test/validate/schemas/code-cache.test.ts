import { expect } from 'chai'
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCodeCache, type CodeCache } from '../../../src/validate/schemas/code-cache.ts'

const code = '(function double(n) { return 2 * n })'
const unwanted = (): string => expect.fail('the code was asked for')

/** Evaluates the code, calls it and keeps what was compiled; returns the file that it is kept in. */
function kept(folder: string): string {
  const cache = openCodeCache(folder)
  const double = cache.evaluate('a:b/c', () => code) as (n: number) => number
  double(1)
  cache.keep()
  return join(folder, readdirSync(folder)[0] as string)
}

const evaluated = (folder: string, source: () => string): unknown =>
  (openCodeCache(folder).evaluate('a:b/c', source) as (n: number) => number)(21)

describe('openCodeCache()', () => {
  let folder: string
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'cfstack-code-')), 'builds', 'one')
  })

  it('evaluates what was kept without asking for its code', () => {
    kept(folder)
    expect(evaluated(folder, unwanted)).to.equal(42)
  })

  it('keeps what is compiled of a file without its text', () => {
    const twice = (cache: CodeCache): unknown =>
      (cache.evaluate('file', () => code, '/a.cjs') as (n: number) => number)(2)
    const cache = openCodeCache(folder)
    expect(twice(cache)).to.equal(4)
    cache.keep()
    expect(readFileSync(join(folder, 'file')).includes('double(n)')).to.equal(false)
    expect(twice(openCodeCache(folder))).to.equal(4)
  })

  it('compiles anew what is damaged or cut off', () => {
    const file = kept(folder)
    const whole = readFileSync(file)
    for (const at of [0, 5, 40, whole.length - 1]) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] as number) ^ 1
      writeFileSync(file, damaged)
      expect(evaluated(folder, () => code)).to.equal(42)
    }
    for (const length of [0, 3, 30]) {
      writeFileSync(file, whole.subarray(0, length))
      expect(evaluated(folder, () => code)).to.equal(42)
    }
  })

  it('works where nothing can be kept', () => {
    writeFileSync(join(folder, '../..', 'file'), '')
    const cache = openCodeCache(join(folder, '../..', 'file', 'sub'))
    expect(cache.evaluate('one', () => '1 + 1')).to.equal(2)
    cache.keep()
  })

  it('keeps text beyond Latin letters as it is', () => {
    const cache = openCodeCache(folder)
    cache.evaluate('name', () => "'…'")
    cache.keep()
    expect(openCodeCache(folder).evaluate('name', () => "'…'")).to.equal('…')
  })

  it('removes what other builds kept', () => {
    kept(join(folder, '../old-v20'))
    kept(join(folder, '../new-v22'))
    kept(join(folder, '../new-v20'))
    expect(readdirSync(join(folder, '..')).sort()).to.deep.equal(['new-v20', 'new-v22'])
  })

  it('has nothing to evaluate when there is no code', () => {
    expect(openCodeCache(folder).evaluate('none', () => undefined)).to.equal(undefined)
  })
})
