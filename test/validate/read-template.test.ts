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
