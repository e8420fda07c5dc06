import { expect } from 'chai'
import {
  compose,
  forEach,
  mapping,
  output,
  parameter,
  ref,
  resource,
  select,
  stack,
} from '../../src/index.ts'
import { capabilitiesOf } from '../../src/model/capabilities.ts'
import { problemsOf } from './problems-of.ts'

const names = parameter('Names', { Type: 'CommaDelimitedList' })
const topics = forEach('Topics', 'Name', names.ref, {
  'Topic${Name}': { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'Name' } } },
  'Policy${Name}': { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic${Name}' }] } },
  'Role${Name}': { Type: 'AWS::IAM::Role', Properties: {} },
})

describe('what a loop makes', () => {
  it('may be named inside and outside the loop, and nothing else may', () => {
    const made = { names, topics, first: output('First', ref('TopicOrders')) }
    expect(problemsOf(stack('web', {}, made))).to.deep.equal([])
    const wrong = { ...made, other: output('Other', ref('QueueOrders')) }
    expect(problemsOf(stack('web', {}, wrong)).map((one) => one.code)).to.deep.equal(['E_DANGLING'])
  })

  it('counts among what needs capabilities', () => {
    const [made] = compose([stack('web', {}, { names, topics })])
    const needed = made === undefined ? [] : capabilitiesOf(made.template)
    expect(needed.map((one) => one.capability)).to.deep.equal(['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'])
  })
})

describe('compose()', () => {
  it('adds the transform for look-ups by keys that functions give', () => {
    const sizes = mapping('Sizes', { a: { b: 'small' } })
    const thing = (key: typeof names.ref) =>
      stack('web', {}, { names, sizes, t: resource('Custom::T', 'T', { A: sizes.get(select(0, key), 'b') }) })
    expect(compose([thing(names.ref)])[0]?.template.Transform).to.equal('AWS::LanguageExtensions')
  })

  it('refuses metadata that no template can hold', () => {
    const t = resource('Custom::T', 'T', {})
    expect(
      problemsOf(stack('web', { metadata: { Size: 1n } }, { t })).map((one) => one.message),
    ).to.deep.equal(['"Metadata" has the BigInt 1 at Size, which no template can hold'])
  })
})

describe('stack()', () => {
  it('refuses the name of the manifest', () => {
    expect(() => stack('stacks', {}, {})).to.throw('Cannot declare stack "stacks"')
  })
})
