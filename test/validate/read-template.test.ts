import { expect } from 'chai'
import { positionsOf } from '../../src/validate/positions.ts'
import { parseTemplate } from '../../src/validate/read-template.ts'

const yaml = `Resources:
  A:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !Sub
        - \${X}
        - X: !GetAtt B.Arn.More
      Tags: &tags
        - { Key: !Ref P, Value: !If [C, !Join ['', [a]], !ImportValue b] }
  B:
    Condition: C
    Tags: *tags
Conditions:
  C: !Not [!Condition D]
`

describe('parseTemplate()', () => {
  it('reads YAML with every short form, nested, and aliases', () => {
    const Tags = [
      {
        Key: { Ref: 'P' },
        Value: { 'Fn::If': ['C', { 'Fn::Join': ['', ['a']] }, { 'Fn::ImportValue': 'b' }] },
      },
    ]
    const TopicName = { 'Fn::Sub': ['${X}', { X: { 'Fn::GetAtt': ['B', 'Arn.More'] } }] }
    expect(parseTemplate(yaml)).to.deep.equal({
      Resources: {
        A: { Type: 'AWS::SNS::Topic', Properties: { TopicName, Tags } },
        B: { Condition: 'C', Tags },
      },
      Conditions: { C: { 'Fn::Not': [{ Condition: 'D' }] } },
    })
  })

  it('reads JSON', () => {
    expect(parseTemplate('{"a": ["b:", "\\"c\\":"]}')).to.deep.equal({ a: ['b:', '"c":'] })
  })

  it('reads quoted text that goes on further left than it should', () => {
    expect(parseTemplate("a:\n    b: 'one,\n  two ''x''\n  three'\n    c: 1\n")).to.deep.equal({
      a: { b: "one, two 'x' three", c: 1 },
    })
  })

  for (const [what, text, place] of [
    ['a repeated key in JSON', '{"a": 1,\n "b": 1, "a": 2}', 't:2:10'],
    ['a repeated key in YAML', 'a: 1\nb: 1\na: 2\n', 't:3:1'],
    ['broken YAML', 'a: [1\nb: 2', 't:2:1'],
  ] as const) {
    it(`refuses ${what}, with the place`, () => {
      expect(() => parseTemplate(text, 't')).to.throw(`Cannot read template "${place}"`)
    })
  }
})

describe('positionsOf()', () => {
  it('finds places through short forms, and the nearest parent of what is not there', () => {
    const paths = [
      ['Resources', 'A', 'Properties', 'TopicName', 'Fn::Sub', 1, 'X', 'Fn::GetAtt', 0],
      ['Resources', 'A', 'Properties', 'Tags', 0, 'Value', 'Fn::If', 1],
      ['Resources', 'B', 'Type'],
      [],
    ]
    expect(positionsOf(yaml, paths)).to.deep.equal([
      { line: 7, column: 11 },
      { line: 9, column: 47 },
      { line: 10, column: 3 },
      { line: 1, column: 1 },
    ])
  })
})

describe('parseTemplate() of unusual files', () => {
  for (const [what, text, value] of [
    ['a byte-order mark before YAML', '\uFEFFa: 1\n', { a: 1 }],
    ['a byte-order mark before JSON', '\uFEFF{"a": 1}', { a: 1 }],
    ['an empty file', '', {}],
    ['one document with its marks', '---\na: 1\n...\n', { a: 1 }],
    ['booleans of YAML 1.1, as values only', 'a: yes\nb: Off\non: "no"\n', { a: true, b: false, on: 'no' }],
    ['keys as they are written', '012345678901: 1\n', { '012345678901': 1 }],
    [
      'merge keys, which own keys win over',
      'x: &x {a: 1, b: 2}\ny: {<<: *x, a: 3}\n',
      { x: { a: 1, b: 2 }, y: { a: 3, b: 2 } },
    ],
    [
      'lists of merge keys, of which the first wins',
      'y: {<<: [{a: 1}, {a: 2, b: 2}]}\n',
      { y: { a: 1, b: 2 } },
    ],
  ] as const) {
    it(`takes ${what}`, () => {
      expect(parseTemplate(text)).to.deep.equal(value)
    })
  }

  it('takes names of prototypes for what they are: keys', () => {
    for (const text of ['{"__proto__": {"x": 1}}', '__proto__:\n  x: 1\n']) {
      const value = parseTemplate(text) as object
      expect(Object.keys(value)).to.deep.equal(['__proto__'])
      expect(Object.getPrototypeOf(value)).to.equal(Object.prototype)
    }
  })

  const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 12; i++)
    laughs.push(
      `a${i}: &a${i} [${Array<string>(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    )
  for (const [what, text, reason] of [
    ['several documents', 'a: 1\n---\nb: 2\n', 't:2:1": Source contains multiple documents'],
    ['tabs for indentation', 'a:\n\t- 1\n', 't:2:1": Tabs are not allowed'],
    ['a function as key', 'a: [ !ImportValue Fn::Sub: x ]', 't:1:19": A key is a function'],
    ['an empty key', '~: 1\n', 't:1:1": A key is empty'],
    ['a list as key', '? [a]\n: 1\n', 't:1:3": A key is a list'],
    ['an alias of nothing', 'a: *b\n', 't:1:4": There is no anchor "b"'],
    ['an anchor in itself', 'a: &a { b: *a }', 'It nests more than'],
    ['a billion laughs', laughs.join('\n'), 'It has too many aliases'],
    ['deep lists', '['.repeat(100_000), 'It nests too deep'],
    [
      'deep YAML',
      Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'It nests too deep',
    ],
    ['deep objects', '{"a":'.repeat(60_000), 'It nests too deep'],
    [
      'a key that stands twice, far inside',
      'a:\n  - b: 1\n    c: 1\n    b: 2\n',
      't:4:5": The key "b" stands twice',
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => parseTemplate(text, 't')).to.throw(reason)
    })
  }
})

describe('positionsOf() of a text that nests too deep', () => {
  it('does not fail', () => {
    const text = `${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}`
    expect(positionsOf(text, [['a', 'a'], []]).map(({ line }) => line)).to.deep.equal([1, 1])
  })
})
