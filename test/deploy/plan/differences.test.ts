import { expect } from 'chai'
import * as fc from 'fast-check'
import { canonical, differences } from '../../../src/deploy/plan/differences.ts'

describe('differences()', () => {
  const cases: [string, unknown, unknown, object[]][] = [
    ['equal values', { A: [1, { B: 2 }] }, { A: [1, { B: 2 }] }, []],
    ['order of keys', { A: 1, B: 2 }, { B: 2, A: 1 }, []],
    ['a changed leaf', { A: { B: 1 } }, { A: { B: 2 } }, [{ path: ['A', 'B'], before: 1, after: 2 }]],
    [
      'what comes and goes',
      { A: 1 },
      { B: 2 },
      [
        { path: ['A'], before: 1 },
        { path: ['B'], after: 2 },
      ],
    ],
    ['an item in front', ['b'], ['a', 'b'], [{ path: ['0'], after: 'a' }]],
    [
      'one item of equal number',
      [{ P: 1 }, { P: 2 }],
      [{ P: 1 }, { P: 3 }],
      [{ path: ['1', 'P'], before: 2, after: 3 }],
    ],
    ['items that moved', ['a', 'b'], ['b', 'a'], [{ path: [], before: ['a', 'b'], after: ['b', 'a'] }]],
    [
      'functions are one value',
      { Ref: 'A' },
      { Ref: 'B' },
      [{ path: [], before: { Ref: 'A' }, after: { Ref: 'B' } }],
    ],
  ]
  for (const [name, before, after, expected] of cases) {
    it(name, () => expect(differences(before, after)).to.deep.equal(expected))
  }

  it('is empty just for values that mean the same', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(differences(one, other).length === 0).to.equal(canonical(one) === canonical(other))
      }),
    ))
})
