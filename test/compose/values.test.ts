import { expect } from 'chai'
import * as s3 from '../../src/aws/s3.ts'
import { compose, condition, equals, mapping, parameter, resource, stack } from '../../src/index.ts'
import { problemsOf } from './problems-of.ts'

const bucket = s3.Bucket('Logs')
const circle: { inner?: object } = {}
circle.inner = circle

const odd: { readonly [name: string]: readonly [value: unknown, said: string] } = {
  NaN: [NaN, 'has NaN at Properties.Value.0'],
  Infinity: [Infinity, 'has Infinity at'],
  null: [null, 'has null at'],
  'a BigInt': [1n, 'has the BigInt 1 at'],
  'a function': [() => 1, 'has a function at'],
  'a symbol': [Symbol('x'), 'has a symbol at'],
  'a Map': [new Map([[1, 2]]), 'has a Map at'],
  'a promise': [Promise.resolve(1), 'has a Promise at'],
  bytes: [Buffer.from('x'), 'has a Buffer at'],
  'all attributes of a resource': [bucket.att, 'has a list of attributes at'],
  'text with an object in it': [`${bucket.att.Arn}/*`, 'has the text "[object Object]/*" at'],
  'an object that holds itself': [circle, 'has an object at Properties.Value.0.inner that holds itself'],
  'a whole parameter': [parameter('Key'), 'has the whole element "Key" at'],
  'a whole condition': [condition('Always', equals('a', 'a')), 'has the whole element "Always" at'],
}

describe('compose() refuses, with its path,', () => {
  for (const [name, [value, said]] of Object.entries(odd))
    it(name, () => {
      const thing = resource('Custom::Thing', 'Thing', { Value: [value] })
      const found = problemsOf(stack('web', {}, { thing, bucket }))
      expect(found.map((one) => one.code)).to.deep.equal([
        said.includes('whole') ? 'E_WHOLE_RESOURCE' : 'E_VALUE',
      ])
      expect(found[0]?.message).to.include(said)
      expect(found[0]?.sources[0]?.file).to.include('values.test.ts')
    })

  it('such values in mappings and parameters', () => {
    const table = mapping('Sizes', { a: { b: NaN } })
    const key = parameter('Key', { Default: Infinity })
    const thing = resource('Custom::Thing', 'Thing', { A: table.get('a', 'b'), B: key.ref })
    const found = problemsOf(stack('web', {}, { table, key, thing }))
    expect(found.map((one) => one.message)).to.deep.equal([
      '"Sizes" has NaN at a.b, which no template can hold',
      '"Key" has Infinity at Default, which no template can hold',
    ])
  })

  it('what waits for something that is no resource', () => {
    const thing = resource('Custom::Thing', 'Thing', {}, { DependsOn: {} as never })
    expect(problemsOf(stack('web', {}, { thing })).map((one) => one.code)).to.deep.equal(['E_VALUE'])
  })

  it('a promise or a map where a fragment belongs', () => {
    const fragments = { bucket, late: Promise.resolve({}), map: new Map() }
    expect(problemsOf(stack('web', {}, fragments)).map((one) => [one.code, one.hint])).to.deep.equal([
      ['E_NO_FRAGMENT', 'Write `await` before the call'],
      ['E_NO_FRAGMENT', 'Make an object of it: Object.fromEntries(…)'],
    ])
  })
})

describe('compose() takes', () => {
  it('dates, objects without a prototype, and "__proto__" as a key', () => {
    const bare = Object.assign(Object.create(null) as object, { a: new Date(0) })
    const Value = [bare, JSON.parse('{"__proto__":1}')]
    const [made] = compose([stack('web', {}, { thing: resource('Custom::Thing', 'Thing', { Value }) })])
    const { Properties } = JSON.parse(made?.text ?? '').Resources.Thing
    expect(JSON.stringify(Properties)).to.equal(
      '{"Value":[{"a":"1970-01-01T00:00:00.000Z"},{"__proto__":1}]}',
    )
  })

  it('a fragment whose only handle is called "Condition"', () => {
    const [made] = compose([
      stack('web', {}, { bucket, inner: { Condition: condition('Always', equals('a', 'a')) } }),
    ])
    expect(made?.template.Conditions).to.have.keys('Always')
  })
})
