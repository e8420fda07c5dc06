import { expect } from 'chai'
import { assert, constantFrom, integer, json, property, string } from 'fast-check'
import { jsonFault } from '../../../src/sandbox/template/json-fault.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('jsonFault()', () => {
  it('says where a text stops being JSON', () => {
    const texts = [
      '',
      '{"a": x}',
      '{"a": 1,}',
      '[1 2]',
      '{"a" 1}',
      '{"a": [1, {"b": "c"}]',
      '01',
      '{a: 1}',
      '"\\x"',
      '[]]',
    ]
    expect(texts.map(jsonFault)).to.deep.equal([0, 6, 8, 3, 1, 21, 1, 1, 0, 2])
  })

  it('agrees with the parser on what is JSON, also when one letter is another', () => {
    const letter = constantFrom(...'{}[],:"\\ 01.-eEtn')
    assert(
      property(json(), integer({ min: 0 }), letter, (text, place, other) => {
        const at = place % (text.length + 1)
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        expect(jsonFault(text)).to.equal(undefined)
        expect(jsonFault(changed) === undefined, changed).to.equal(isJson(changed))
      }),
      { numRuns: 500 },
    )
    assert(
      property(string(), (text) => {
        expect(jsonFault(text) === undefined, text).to.equal(isJson(text))
      }),
    )
  })
})
