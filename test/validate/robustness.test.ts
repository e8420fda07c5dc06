import { expect } from 'chai'
import { matchesPattern } from '../../src/validate/allowed-pattern.ts'
import { positionsOf } from '../../src/validate/positions.ts'
import { parseTemplate } from '../../src/validate/read-template.ts'
import { validate } from '../../src/validate/validate.ts'

const bucket = { Type: 'AWS::S3::Bucket' }
const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']
const codes = (template: unknown): readonly string[] => [
  ...new Set(validate(template).map(({ code }) => code)),
]
const internal = (template: unknown): readonly string[] =>
  validate(template)
    .map(({ message }) => message)
    .filter((message) => message.includes('please report it'))

/** Like a literal, also for the name that would set a prototype. */
function named(name: string, value: unknown): object {
  return Object.defineProperty({}, name, { value, enumerable: true, configurable: true, writable: true })
}

describe('validate() of hostile templates', () => {
  for (const name of odd) {
    it(`takes "${name}" for a name like any other`, () => {
      const template = {
        Parameters: named(name, { Type: 'String', Default: 'a' }),
        Mappings: named(name, named(name, named(name, 'a'))),
        Conditions: named(name, { 'Fn::Equals': [{ Ref: name }, { 'Fn::FindInMap': [name, name, name] }] }),
        Metadata: named(name, {}),
        Resources: {
          ...named(`${name}1`, {
            ...bucket,
            Condition: name,
            Properties: named(name, { Ref: name }),
            Metadata: named(name, 1),
          }),
          B: {
            ...bucket,
            DependsOn: `${name}1`,
            Properties: { Tags: [{ Key: { 'Fn::If': [name, name, name] }, Value: 'a' }] },
          },
        },
        Outputs: named(name, { Condition: name, Value: { 'Fn::GetAtt': ['B', name] } }),
      }
      expect(internal(template)).to.deep.equal([])
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined)
      const missing = validate({ Resources: { B: { ...bucket, Properties: { BucketName: { Ref: name } } } } })
      expect(missing.map(({ code }) => code)).to.include('E1020')
      const attribute = validate({
        Resources: { B: bucket },
        Outputs: { O: { Value: { 'Fn::GetAtt': ['B', name] } } },
      })
      expect(attribute.map(({ code }) => code)).to.include('E6101')
    })
  }

  it('refuses an object that holds itself, and one whose parts stand for each other, without walking for ever', () => {
    const circle: { [key: string]: unknown } = { Resources: {} }
    circle['Resources'] = circle
    expect(codes(circle)).to.deep.equal(['E0000'])
    let laughs: unknown = 'x'
    for (let i = 0; i < 100; i++) laughs = [laughs, laughs]
    expect(codes({ Resources: { A: { ...bucket, Metadata: { laughs } } } })).to.deep.equal(['E0000'])
  })

  it('decides nothing when there is no time, and says so', () => {
    const template = { Resources: { B: { Type: 'AWS::S3::Buckt' } } }
    expect(validate(template, { milliseconds: 0 })).to.deep.equal([
      {
        code: 'CFS0001',
        level: 'info',
        path: [],
        message: 'The template took too long: what the other checks would say was not decided',
      },
    ])
    expect(codes(template)).to.deep.equal(['E3006'])
  })

  it('takes sixty conditions on one resource', () => {
    const names = Array.from({ length: 60 }, (_, index) => `C${index}`)
    const Conditions = Object.fromEntries(
      names.map((name) => [name, { 'Fn::Equals': [{ Ref: `P${name}` }, 'a'] }]),
    )
    const Parameters = Object.fromEntries(names.map((name) => [`P${name}`, { Type: 'String' }]))
    const Tags = names.map((name) => ({
      'Fn::If': [name, { Key: name, Value: 'a' }, { Ref: 'AWS::NoValue' }],
    }))
    const nested = names.reduceRight<unknown>(
      (rest, name) => ({ 'Fn::If': [name, { 'Fn::Sub': `${name}` }, rest] }),
      'b',
    )
    const B = { ...bucket, Condition: 'C0', Properties: { Tags, BucketName: nested } }
    const both = { 'Fn::And': names.slice(0, 10).map((Condition) => ({ Condition })) }
    const template = {
      Parameters,
      Conditions: { ...Conditions, both },
      Resources: { B, A: { ...bucket, Condition: 'both', DependsOn: 'B' } },
    }
    expect(internal(template)).to.deep.equal([])
    expect(validate(template).filter(({ level }) => level === 'error')).to.deep.equal([])
  })

  it('takes a template of 1 MB, in YAML as in JSON', () => {
    const tags = Array.from(
      { length: 45 },
      (_, index) => `{ Key: k${index}, Value: !Sub '\${AWS::StackName}-x' }`,
    )
    const one = `
    Type: AWS::SQS::Queue
    Properties:
      DelaySeconds: 901
      Tags: [${tags.join(', ')}]
`
    let text = 'Resources:\n'
    for (let i = 0; text.length < 1_000_000; i++) text += `  Q${i}:${one}`
    const template = parseTemplate(text)
    const findings = validate(template, { milliseconds: 60_000 })
    expect(new Set(findings.map(({ code }) => code))).to.include('E3034')
    expect(
      positionsOf(
        text,
        findings.slice(0, 5).map(({ path }) => path),
      ),
    ).to.have.lengthOf(5)
    expect(validate(parseTemplate(JSON.stringify(template)), { milliseconds: 60_000 })).to.deep.equal(
      findings,
    )
  })

  it('tells a thousand faults of one resource, places them, and says that there are more', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `Nope${index}`)
    const properties = names.map((name) => `      ${name}: a`).join('\n')
    const text = `Resources:\n  A: &a\n    Type: AWS::SNS::Topic\n    Properties:\n${properties}\n`
    const findings = validate(parseTemplate(text))
    const unknown = findings.filter(({ code }) => code === 'E3002')
    expect(unknown.map(({ path }) => path.at(-1))).to.deep.equal(names.slice(0, 1000))
    expect(findings.filter(({ code }) => code === 'CFS0001').map(({ path }) => path)).to.deep.equal([
      ['Resources', 'A', 'Properties'],
    ])
    expect(positionsOf(text, [unknown[999]?.path ?? []])).to.deep.equal([{ line: 1004, column: 7 }])
  })

  it('shows allowed values that are no texts as they are written', () => {
    const template = {
      Parameters: { P: { Type: 'String', AllowedValues: [{ toString: 1 }] } },
      Mappings: { M: { a: { b: 'c' } } },
      Resources: {
        A: {
          Type: 'AWS::SNS::Topic',
          Properties: { TopicName: { 'Fn::FindInMap': ['M', 'a', { Ref: 'P' }] } },
        },
      },
    }
    const found = validate(template).filter(({ code }) => code === 'E1011')
    expect(found.map(({ message }) => message)).to.deep.equal([
      'There is no second-level key "{"toString":1}"',
    ])
  })

  it('reads a variable of Fn::Sub that never ends, thousands of times, once each', () => {
    const Value = { 'Fn::Sub': '${'.repeat(400_000) }
    const A = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value } }
    expect(validate({ Resources: { A } }).map(({ code }) => code)).to.deep.equal(['I1002', 'W1020'])
  })

  it('judges no default by a pattern that could take for ever', () => {
    const slow = [
      '(a+)+$',
      '(a|a)*b',
      '(a|aa)+$',
      '([a-z]+)*X',
      '(.*a){20}',
      '((a*)*)*b',
      '(a?){30}a{30}',
      '(\\w+\\s?)+$',
      'a*a*a*a*a*a*b',
      '(a)\\1+$',
    ]
    for (const AllowedPattern of slow) {
      const P = { Type: 'String', AllowedPattern, Default: `${'a'.repeat(4000)}!` }
      expect(
        codes({
          Parameters: { P },
          Resources: { B: { ...bucket, Properties: { BucketName: { Ref: 'P' } } } },
        }),
      ).to.not.include('E2015')
    }
    expect(matchesPattern('[a-z]+-[0-9]{2}', 'ab-12')).to.equal(true)
    expect(matchesPattern('[a-z]+-[0-9]{2}', 'ab-1')).to.equal(false)
    expect(matchesPattern('(?x) a', 'a')).to.equal(undefined)
  })

  it('walks no circle of conditions for ever', () => {
    const Conditions = { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::Not': [{ Condition: 'A' }] } }
    const B = {
      ...bucket,
      Condition: 'A',
      Properties: { BucketName: { 'Fn::If': ['B', 'a', { Ref: 'AWS::NoValue' }] } },
    }
    expect(internal({ Conditions, Resources: { B } })).to.deep.equal([])
  })
})
