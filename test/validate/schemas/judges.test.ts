import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { blobFile, printBlobs } from '../../../src/validate/schemas/blob-file.ts'
import { isMalformed } from '../../../src/validate/schemas/formats.ts'
import { judges, kindBits } from '../../../src/validate/schemas/judges.ts'
import { markerMaker } from '../../../src/validate/schemas/marker.ts'
import { regionHas, regionNames } from '../../../src/validate/schemas/regions.ts'

describe('judges', () => {
  it('take scalars as loosely as CloudFormation does', () => {
    const taken = (kind: string): readonly unknown[] =>
      ['a', '5', '5.5', 5, 5.5, true, 'true', 'TRUE', 'tRUE', '', null, [], {}].filter(
        (value) => !judges.isWrong(value, kindBits[kind] as number),
      )
    expect(taken('string')).to.deep.equal(['a', '5', '5.5', 5, 5.5, true, 'true', 'TRUE', 'tRUE', ''])
    expect(taken('number')).to.deep.equal(['5', '5.5', 5, 5.5])
    expect(taken('integer')).to.deep.equal(['5', 5])
    expect(taken('boolean')).to.deep.equal([true, 'true', 'TRUE'])
    expect(taken('array')).to.deep.equal([[]])
    expect(taken('object')).to.deep.equal([{}])
  })

  it('compare enumerated values as text, and truth whatever its case', () => {
    expect(judges.isAmong(5, judges.allowed(['5']))).to.equal(true)
    expect(judges.isAmong('True', judges.allowed([true]))).to.equal(true)
    expect(judges.isAmong('A', judges.allowed(['a']))).to.equal(false)
    expect(judges.isAmong('A', judges.allowed(['a'], true), true)).to.equal(true)
    expect(judges.isAmong({}, judges.allowed(['[object Object]']))).to.equal(false)
  })

  it('see that the same function call stands twice, and do not take different ones for equal', () => {
    const mark = markerMaker()
    const [a, b] = [mark({ Ref: 'A' }), mark({ Ref: 'B' })]
    expect(judges.repeats([a, mark({ Ref: 'A' })])).to.equal(true)
    expect(judges.repeats([a, b])).to.equal(false)
    expect(
      judges.repeats([
        { x: 1, y: a },
        { y: a, x: '1' },
      ]),
    ).to.equal(false)
    expect(
      judges.repeats([
        { x: 1, y: a },
        { y: a, x: 1 },
      ]),
    ).to.equal(true)
    expect(judges.repeats([1, '1'])).to.equal(true)
  })

  it('count characters, and documents as compact JSON with what is known of them', () => {
    expect(judges.isLonger('😀😀', 2)).to.equal(false)
    expect(judges.documentLength({ a: [1, 2] }, false)).to.equal(11)
    expect(judges.documentLength('{ "a": 1 }', true)).to.equal(7)
    expect(judges.documentLength('no document', true)).to.equal(undefined)
    expect(judges.documentLength([markerMaker()({ 'Fn::Sub': 'ab${C}' })], false)).to.equal(6)
  })
})

describe('formats', () => {
  it('of networks take blocks without bits behind the prefix', () => {
    const malformed = (name: string, ...texts: readonly string[]): readonly string[] =>
      texts.filter((text) => isMalformed(text, name))
    expect(malformed('ipv4-network', '10.0.0.0/8', '0.0.0.0/0', '10.0.0.1', '10.0.0.1/32')).to.deep.equal([])
    const wrong = ['10.0.0.1/8', '10.0.0.0/33', '10.0.0/8', '10.0.0.0/8/8', 'a']
    expect(malformed('ipv4-network', ...wrong)).to.deep.equal(wrong)
    expect(malformed('ipv6-network', '::/0', '2001:db8::/32', '::ffff:1.2.3.4/128', 'fe80::1')).to.deep.equal(
      [],
    )
    const wrong6 = ['2001:db8::1/32', '::/129', '10.0.0.0/8', 'fe80::1%eth0/64']
    expect(malformed('ipv6-network', ...wrong6)).to.deep.equal(wrong6)
  })
})

describe('regions', () => {
  it('that are not known have everything', () => {
    expect(regionNames()).to.include.members(['us-east-1', 'eu-central-1', 'cn-north-1'])
    expect(regionHas('us-east-1', 'AWS::EC2::VPC')).to.equal(true)
    expect(regionHas('us-gov-west-1', 'AWS::GroundStation::Config')).to.equal(false)
    expect(regionHas('mars-north-1', 'AWS::GroundStation::Config')).to.equal(true)
  })
})

describe('blobFile()', () => {
  it('gives back what printBlobs() put in', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cfstack-'))
    try {
      writeFileSync(
        join(folder, 'a.pack'),
        printBlobs([
          ['one', 'eins'],
          ['zwölf', 'ü'.repeat(500)],
          ['leer', ''],
        ]),
      )
      const file = blobFile(join(folder, 'a.pack'))
      expect(file.names()).to.deep.equal(['one', 'zwölf', 'leer'])
      expect(file.names().map((name) => file.text(name))).to.deep.equal(['eins', 'ü'.repeat(500), ''])
      for (const name of ['no', 'on', 'one 0', 'one\nzwölf', ''])
        expect([file.has(name), file.text(name)]).to.deep.equal([false, undefined])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
