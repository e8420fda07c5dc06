import { Worker } from 'node:worker_threads'
import { expect } from 'chai'
import * as fc from 'fast-check'
import { byHand, toJavaScript } from '../../scripts/cfn-lint/patterns.ts'
import { cfnLintData } from '../../scripts/spec/judged-types.ts'
import { formats } from '../../src/validate/schemas/formats.ts'
import { longestMatched, needsUnicode } from '../../src/validate/schemas/patterns.ts'

/** Every regular expression of the data, with whether it needs the `u` flag. */
function allPatterns(): readonly (readonly [source: string, flags: string])[] {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'pattern' && typeof inner === 'string') found.add(inner)
      if (key === 'patternProperties') for (const pattern of Object.keys(inner as object)) found.add(pattern)
      walk(inner)
    }
  }
  const { types, extensions, other, enums } = cfnLintData()
  walk([types, extensions, other, enums])
  for (const { fits } of Object.values(formats)) if (fits instanceof RegExp) found.add(fits.source)
  return [...found].map((source) => [source, needsUnicode(source) ? 'u' : ''])
}

/** Strings that match the beginning of many patterns and no end: what makes a search go back and try again. */
function nearMisses(): readonly string[] {
  const pieces = ['a', 'a-', 'a.', 'a/', ':', 'Aa0', 'a b', '${a.b}', '-', '0', 'arn:aws:s3:::', '\t a']
  const heads = ['', 'arn:aws:iam::123456789012:role/', 'https://a']
  return [40, longestMatched].flatMap((length) =>
    pieces.flatMap((piece) =>
      heads.map((head) => `${head}${piece.repeat(length / piece.length)}`.slice(0, length - 1) + '\u0001'),
    ),
  )
}

/** Tries all strings on all patterns elsewhere, and says at which pattern it was when the time was over; -1 when it was done. */
function tryAll(
  patterns: readonly (readonly [source: string, flags: string])[],
  strings: readonly string[],
  limit: number,
): Promise<number> {
  const at = new Int32Array(new SharedArrayBuffer(4))
  const code = `
    const { workerData: { patterns, strings, at } } = require('node:worker_threads')
    patterns.forEach(([source, flags], index) => {
      at[0] = index
      const pattern = new RegExp(source, flags)
      for (const text of strings) pattern.test(text)
    })
    at[0] = -1`
  const worker = new Worker(code, { eval: true, workerData: { patterns, strings, at } })
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), limit)
    worker.on('exit', () => {
      clearTimeout(timer)
      resolve(at[0] as number)
    })
  })
}

describe('patterns of the schemas', () => {
  it('come to an end for near misses as long as they are tried on', async function () {
    this.timeout(120_000)
    const patterns = allPatterns()
    const stuck = await tryAll(patterns, nearMisses(), 100_000)
    expect(patterns.length).to.be.greaterThan(2000)
    expect(patterns[stuck]).to.equal(undefined)
  })

  it('that were rewritten take what they took before', () => {
    const pieces = [
      'a',
      'b1',
      'A',
      '0',
      '-',
      '.',
      '_',
      '/',
      '*',
      ' ',
      '\t',
      '{',
      '}',
      '$',
      '!',
      '@',
      '://',
      ',',
      'é',
    ]
    for (const [before, after] of Object.entries(byHand)) {
      const original = compiled(before)
      if (original === undefined) continue
      const head = before.includes('https://')
        ? 'https://'
        : before.includes('role')
          ? 'arn:aws:iam::123456789012:role/'
          : ''
      // What may stand behind the slash of a role is told a little looser than before, for text that no ARN has.
      const printable = head.startsWith('arn') ? pieces.filter((piece) => /^[!-~]+$/.test(piece)) : pieces
      const text = fc
        .array(fc.constantFrom(...printable), { maxLength: 8 })
        .map((parts) => head + parts.join(''))
      fc.assert(
        fc.property(text, (one) => {
          expect([before, one, compiled(after)?.test(one)]).to.deep.equal([before, one, original.test(one)])
        }),
        { numRuns: 500 },
      )
    }
  })

  it('mean in JavaScript what they meant in Python', () => {
    expect(toJavaScript('\\A[a-z]+\\Z')).to.equal('^[a-z]+$')
    expect(toJavaScript('^(?s).+$')).to.equal('^[\\s\\S]+$')
    expect(toJavaScript('^1\\s*(?i)Gb$')).to.equal('^1\\s*[gG][bB]$')
    expect(() => toJavaScript('^(?<a')).to.throw('Invalid')
  })
})

/** Undefined for what JavaScript does not take. */
function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, needsUnicode(pattern) ? 'u' : '')
  } catch {
    return undefined
  }
}
