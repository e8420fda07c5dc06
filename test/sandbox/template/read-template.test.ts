import { expect } from 'chai'
import { readTemplate } from '../../../src/sandbox/template/read-template.ts'
import { messageOf } from './message-of.ts'

const refused = (template: object | string): string | undefined =>
  messageOf(() => readTemplate(typeof template === 'string' ? template : JSON.stringify(template)))

const topic = { Type: 'AWS::SNS::Topic' }

describe('readTemplate()', () => {
  it('reads JSON and YAML, with short forms written out', () => {
    expect(
      readTemplate(
        'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: !Sub "${AWS::Region}-a"}',
      ),
    ).to.deep.equal(
      readTemplate(
        JSON.stringify({
          Resources: { A: { ...topic, Properties: { TopicName: { 'Fn::Sub': '${AWS::Region}-a' } } } },
        }),
      ),
    )
  })

  it('refuses what is no template in the words of CloudFormation', () => {
    expect(refused('just text')).to.equal('Template format error: unsupported structure.')
    expect(refused('[1]')).to.equal('Template format error: unsupported structure.')
    const deep = `{"Resources":{"A":{"Type":"AWS::SNS::Topic","Metadata":${'['.repeat(25_000)}${']'.repeat(25_000)}}}}`
    expect(refused(deep)).to.equal('Template format error: unsupported structure.')
    expect(refused('Resources: [a')).to.match(
      /^Template format error: YAML not well-formed. \(line 1, column \d+\)$/,
    )
    expect(refused('{\n  "Resources": {"A": x}}')).to.equal(
      'Template format error: JSON not well-formed. (line 2, column 22)',
    )
    expect(refused('{ Resources: {} }')).to.match(/^Template format error: JSON not well-formed\. /)
    const versionless = { P: { Type: 'String', Default: '{{resolve:ssm:/a}}' } }
    expect(refused({ Parameters: versionless, Resources: { A: topic } })).to.equal(
      'Template error: parameter P should not contain ssm versionless resolver',
    )
  })

  it('refuses malformed sections, resources and outputs', () => {
    const cases: readonly (readonly [object, string])[] = [
      [{}, 'Template format error: At least one Resources member must be defined.'],
      [{ Resources: {} }, 'Template format error: At least one Resources member must be defined.'],
      [
        { Resources: { A: topic }, Extra: {}, More: 1 },
        'Invalid template property or properties [Extra, More]',
      ],
      [
        { Resources: { A: {} } },
        'Template format error: [/Resources/A] Every Resources object must contain a Type member.',
      ],
      [{ Resources: { A: { ...topic, Invalid: 1 } } }, "Invalid template resource property 'Invalid'"],
      [
        { Resources: { A: { ...topic, Properties: { B: [null] } } } },
        "[/Resources/A/Properties/B/0] 'null' values are not allowed in templates",
      ],
      [{ Resources: { 'a-b': topic } }, 'Template format error: Resource name a-b is non alphanumeric.'],
      [
        { Resources: { A: { Type: 'AWS::SNS::Tropic' }, B: topic } },
        'Template format error: Unrecognized resource types: [AWS::SNS::Tropic]',
      ],
      [
        { Resources: { A: topic }, Outputs: { O: {} } },
        'Template format error: Every Outputs member must contain a Value object',
      ],
      [
        { Resources: { A: { ...topic, Condition: 'No' } } },
        'Template format error: Unresolved condition dependency No in the Resources block of the template',
      ],
      [
        { Resources: { A: { ...topic, DependsOn: 'B' } } },
        'Template format error: Unresolved resource dependencies [B] in the Resources block of the template',
      ],
      [
        { Resources: { A: topic }, Outputs: { O: { Value: { 'Fn::GetAtt': ['B', 'Arn'] } } } },
        'Template format error: Unresolved resource dependencies [B] in the Outputs block of the template',
      ],
      [
        { Resources: { A: topic }, Conditions: { C: { 'Fn::Equals': [{ Ref: 'A' }, 'x'] } } },
        'Template format error: Unresolved dependencies [A]. Cannot reference resources in the Conditions block of the template',
      ],
      [
        { Resources: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`R${i}`, topic])) },
        'Template format error: Number of resources, 501, is greater than maximum allowed, 500',
      ],
    ]
    expect(cases.map(([template]) => refused(template))).to.deep.equal(cases.map(([, text]) => text))
  })

  it('refuses a loop without its transform as the malformed resource that it is', () => {
    expect(refused({ Resources: { 'Fn::ForEach::Topics': ['T', ['a'], {}] } })).to.equal(
      'Template format error: [/Resources/Fn::ForEach::Topics] resource definition is malformed',
    )
  })

  it('refuses functions that do not exist or are malformed, and malformed mappings', () => {
    const named = (TopicName: unknown): object => ({
      Resources: { A: { ...topic, Properties: { TopicName } } },
    })
    const mapped = (Mappings: object): object => ({ Mappings, Resources: { A: topic } })
    const cases: readonly (readonly [object, RegExp])[] = [
      [
        named({ 'Fn::Length': ['a'] }),
        /^Template error: Encountered unsupported function: Fn::Length Supported functions are: \[Fn::Base64, .*, Fn::Cidr\]$/,
      ],
      [
        named({ 'Fn::GetAtt': ['A'] }),
        /^Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute$/,
      ],
      [named({ 'Fn::GetAtt': 'A' }), /^Template error: every Fn::GetAtt object/],
      [
        named({ 'Fn::Join': [{ Ref: 'AWS::Region' }, []] }),
        /^Template error: every Fn::Join object requires two parameters, \(1\) a string delimiter and/,
      ],
      [
        named({ 'Fn::Sub': { a: 1 } }),
        /^Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments\./,
      ],
      [
        named({ 'Fn::Select': [0] }),
        /^Template error: Fn::Select requires a list argument with two elements: an integer index and a list$/,
      ],
      [named({ 'Fn::Split': ['a'] }), /^Template error: every Fn::Split object requires two parameters/],
      [
        named({ 'Fn::FindInMap': ['a', 'b'] }),
        /^Template error: every Fn::FindInMap object requires three parameters/,
      ],
      [
        named({ 'Fn::If': ['a', 'b'] }),
        /^Template error: Fn::If requires a list argument with three elements$/,
      ],
      [
        named({ 'Fn::If': ['No', 'b', 'c'] }),
        /^Template error: unresolved condition dependency No in Fn::If$/,
      ],
      [named({ Ref: ['a'] }), /^Template format error: All Ref references must be of type string$/],
      [
        { ...named('a'), Conditions: { C: { 'Fn::Equals': [{ 'Fn::ImportValue': 'a' }, 'b'] } } },
        /^Template error: Cannot use Fn::ImportValue in Conditions\.$/,
      ],
      [mapped({ M: { A: 'x' } }), /^Template format error: Every Mappings member A must be a map$/],
      [
        mapped({ M: { A: { b: { c: 'x' } } } }),
        /^Template format error: Every Mappings attribute must be a String or a List\.$/,
      ],
      [
        mapped({ M: { A: { b: { Ref: 'AWS::Region' } } } }),
        /^Template format error: Every Mappings attribute must be a String or a List\.$/,
      ],
      [
        mapped({ M: { A: { b_c: 'x' } } }),
        /^Template format error: Mappings attribute name 'b_c' must contain only alphanumeric characters\.$/,
      ],
    ]
    for (const [template, text] of cases) expect(refused(template), JSON.stringify(template)).to.match(text)
  })

  it('names the resources that wait for each other, and what waits for them', () => {
    const wait = (id: string): object => ({ ...topic, DependsOn: id })
    expect(refused({ Resources: { A: wait('B'), B: wait('A'), C: wait('A'), D: topic } })).to.equal(
      'Circular dependency between resources: [A, B, C]',
    )
    expect(refused({ Resources: { A: wait('A') } })).to.equal('Circular dependency between resources: [A]')
    const perhaps = { ...topic, Properties: { DisplayName: { 'Fn::If': ['C', { Ref: 'B' }, 'x'] } } }
    const Conditions = { C: { 'Fn::Equals': ['a', 'b'] } }
    expect(refused({ Conditions, Resources: { A: perhaps, B: wait('A') } })).to.equal(undefined)
  })

  it('leaves to the transforms what they may still change', () => {
    expect(
      refused({
        Transform: 'AWS::LanguageExtensions',
        Resources: { 'Fn::ForEach::Topics': ['T', ['a'], {}] },
      }),
    ).to.equal(undefined)
  })
})
