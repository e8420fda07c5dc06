import { expect } from 'chai'
import { array, assert, constantFrom, dictionary, integer, jsonValue, property, string } from 'fast-check'
import { LineCounter, parseDocument } from 'yaml'
import { jsonOffsets } from '../../src/validate/json-offsets.ts'
import { positionsOf } from '../../src/validate/positions.ts'
import type { Path } from '../../src/validate/finding.ts'

const text = `
{ "A": [ 1, { "b\\u0041": "}]\\",", "c" : true }, [] ],
  "d": {} }
`

describe('positionsOf() of JSON', () => {
  for (const [path, line, column] of [
    [[], 2, 1],
    [['A'], 2, 3],
    [['A', 1], 2, 13],
    [['A', 1, 'bA'], 2, 15],
    [['A', 1, 'c'], 2, 35],
    [['A', '2', 'x'], 2, 49],
    [['d', 'none', 0], 3, 3],
    [['none'], 2, 1],
  ] as const) {
    it(`${path.join('.') || 'the root'}: ${line}:${column}`, () => {
      expect(positionsOf(text, [path])).to.deep.equal([{ line, column }])
    })
  }
})

describe('jsonOffsets()', () => {
  /** Every path of a value. */
  function pathsOf(value: unknown): readonly Path[] {
    if (typeof value !== 'object' || value === null) return [[]]
    const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part).map((path) => [key, ...path]))
    return [[], ...inner]
  }

  function at(value: unknown, path: Path): unknown {
    return path.reduce<unknown>((inner, step) => (inner as { readonly [key: string]: unknown })[step], value)
  }

  it('finds every member at its key and every item at its value, and stays inside the text for any other path', () => {
    const values = dictionary(string(), jsonValue())
    assert(
      property(
        values,
        integer({ min: 0, max: 3 }),
        array(constantFrom('a', 0, 'constructor')),
        (value, space, more) => {
          const written = JSON.stringify(value, null, space)
          const paths = pathsOf(value)
          const offsets = jsonOffsets(written, [...paths, more])
          paths.forEach((path, i) => {
            const [parent, last] = [at(value, path.slice(0, -1)), path.at(-1)]
            const begin = Array.isArray(parent) || last === undefined ? at(value, path) : last
            const scalar =
              typeof begin === 'object' && begin !== null ? JSON.stringify(begin)[0] : JSON.stringify(begin)
            expect(written.startsWith(scalar as string, offsets[i])).to.equal(true)
          })
          expect(offsets.at(-1)).to.be.within(0, written.length - 1)
        },
      ),
    )
  })

  it('agrees with the YAML library on templates', () => {
    const template = {
      Resources: { 'A b': { Type: 'x', List: [[1, { '"': '\\' }], 'two', null, -1.5e3] } },
      z: {},
    }
    for (const space of [0, 1, 4]) {
      const written = JSON.stringify(template, null, space)
      const document = parseDocument(written, { lineCounter: new LineCounter() })
      for (const path of pathsOf(template).filter(
        (one) => typeof one.at(-1) === 'string' && one.length > 0,
      )) {
        const parent = document.getIn(path.slice(0, -1), true) as {
          items: { key?: { value: string; range: number[] }; range?: number[] }[]
        }
        const found =
          parent.items.find(({ key }) => key?.value === path.at(-1))?.key ?? parent.items[Number(path.at(-1))]
        expect(jsonOffsets(written, [path])[0], path.join('.')).to.equal(found?.range?.[0])
      }
    }
  })
})
