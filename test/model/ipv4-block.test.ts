import { expect } from 'chai'
import * as fc from 'fast-check'
import {
  blockSize,
  covers,
  cutBlock,
  overlaps,
  printBlock,
  readAddress,
  readBlock,
  type Ipv4Block,
} from '../../src/model/ipv4-block.ts'

const block = (text: string): Ipv4Block => readBlock(text) as Ipv4Block
const blocks = fc
  .record({ address: fc.nat(2 ** 32 - 1), prefix: fc.integer({ min: 0, max: 32 }) })
  .map(({ address, prefix }) => ({ address: address - (address % blockSize(prefix)), prefix }))

describe('readBlock()', () => {
  it('reads what printBlock() writes', () => {
    fc.assert(fc.property(blocks, (one) => void expect(readBlock(printBlock(one))).to.deep.equal(one)))
  })

  it('drops bits beyond the prefix, as EC2 does', () => {
    expect(printBlock(block('100.68.0.18/18'))).to.equal('100.68.0.0/18')
  })

  it('refuses what is no block', () => {
    for (const text of [
      '10.0.0.0',
      '10.0.0/16',
      '10.0.0.256/16',
      '10.0.0.0/33',
      'fd00::/8',
      '${Block}/16',
      '',
    ])
      expect(readBlock(text)).to.equal(undefined)
    expect(readAddress('10.0.0.1/32')).to.equal(undefined)
  })
})

describe('covers() and overlaps()', () => {
  it('mean the same as comparing first and last address', () => {
    const last = (one: Ipv4Block): number => one.address + blockSize(one.prefix) - 1
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        const inside = a.address <= b.address && last(b) <= last(a)
        const shared = a.address <= last(b) && b.address <= last(a)
        return covers(a, b) === inside && overlaps(a, b) === shared
      }),
    )
  })
})

describe('cutBlock()', () => {
  it('yields what Fn::Cidr yields', () => {
    expect(cutBlock(block('192.168.0.0/24'), 6, 5)?.map(printBlock)).to.deep.equal([
      '192.168.0.0/27',
      '192.168.0.32/27',
      '192.168.0.64/27',
      '192.168.0.96/27',
      '192.168.0.128/27',
      '192.168.0.160/27',
    ])
  })

  it('refuses more than fits, and what is no count', () => {
    const refused: readonly (readonly [number, number])[] = [
      [9, 5],
      [0, 5],
      [1, 9],
      [257, 1],
      [1.5, 5],
      [NaN, 5],
    ]
    for (const [count, bits] of refused)
      expect(cutBlock(block('10.0.0.0/24'), count, bits)).to.equal(undefined)
  })
})
