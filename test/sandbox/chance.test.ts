import { expect } from 'chai'
import { draw, drawFrom, hexId, letters, textOf, uuid } from '../../src/sandbox/chance.ts'
import { emptyWorld } from './empty-world.ts'

describe('draw()', () => {
  it('is spread evenly over [0, 1), whatever the seed', () => {
    for (const seed of ['', 'a', 'test', '42']) {
      const world = emptyWorld(seed)
      const tenths = Array.from({ length: 10 }, () => 0)
      for (let index = 0; index < 10_000; index++) {
        const tenth = Math.floor(draw(world) * 10)
        tenths[tenth] = (tenths[tenth] ?? 0) + 1
      }
      expect(
        tenths.every((count) => count > 850 && count < 1150),
        `${seed}: ${tenths.join(' ')}`,
      ).to.equal(true)
    }
  })

  it('hangs on the seed and on how often it was asked, on nothing else', () => {
    const row = (seed: string): readonly number[] => {
      const world = emptyWorld(seed)
      return [draw(world), draw(world), draw({ ...world })]
    }
    expect(row('a')).to.deep.equal(row('a'))
    expect(row('a')).not.to.deep.equal(row('b'))
    expect(draw({ ...emptyWorld('a'), draws: 2 })).to.equal(row('a')[2])
  })
})

describe('hexId(), letters() and uuid()', () => {
  it('have their forms, and do not come twice', () => {
    const world = emptyWorld()
    expect([hexId(world, 17), letters(world, 12), uuid(world)].map((text) => text.length)).to.deep.equal([
      17, 12, 36,
    ])
    const ids = new Set(Array.from({ length: 20_000 }, () => hexId(world, 17)))
    expect(ids.size).to.equal(20_000)
  })
})

describe('drawFrom()', () => {
  it('gives the same row for the same text', () => {
    const of = (text: string): string => textOf(drawFrom(text), 'hex', 32)
    expect(of('vpc-1')).to.equal(of('vpc-1'))
    expect(of('vpc-1')).not.to.equal(of('vpc-2'))
  })
})
