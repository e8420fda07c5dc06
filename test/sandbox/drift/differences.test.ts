import { expect } from 'chai'
import * as fc from 'fast-check'
import { differences, partOf } from '../../../src/sandbox/drift/differences.ts'
import type { JsonObject } from '../../../src/sandbox/world.ts'

describe('differences()', () => {
  it('finds what was changed, added to a list, and taken away', () => {
    const expected = { A: { B: '1', C: 2 }, List: ['x', 'y'], Gone: { D: 1 } }
    const actual = { A: { B: 3, C: '2', More: 1 }, List: ['y', 'x', 'z'], Besides: true }
    expect(differences(expected, actual)).to.deep.equal([
      { PropertyPath: '/A/B', ExpectedValue: '1', ActualValue: '3', DifferenceType: 'NOT_EQUAL' },
      { PropertyPath: '/List/2', ExpectedValue: 'null', ActualValue: 'z', DifferenceType: 'ADD' },
      { PropertyPath: '/Gone', ExpectedValue: '{"D":1}', ActualValue: 'null', DifferenceType: 'REMOVE' },
    ])
  })

  it('finds none between what is asked for and the same, in any order and with more besides', () => {
    const properties = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 }), {
      maxKeys: 5,
    })
    fc.assert(
      fc.property(properties, (given) => {
        const other = turned(JSON.parse(JSON.stringify(given)))
        return differences(given as JsonObject, { ...(other as JsonObject), '': 1 }).length === 0
      }),
      { numRuns: 300 },
    )
  })
})

describe('partOf()', () => {
  it('keeps what something is expected of', () => {
    expect(partOf({ A: { B: 1 }, C: [1] }, { A: { B: 2, X: 3 }, C: [4, 5], D: 6 })).to.deep.equal({
      A: { B: 2 },
      C: [4, 5],
    })
  })
})

/** The same with every list turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).reverse()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, turned(inner)]))
}
