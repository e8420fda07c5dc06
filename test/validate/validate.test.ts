import { expect } from 'chai'
import * as fc from 'fast-check'
import type { TypeModel } from '../../src/codegen/type-model.ts'
import { validate } from '../../src/validate/validate.ts'

const cluster = { Type: 'AWS::ECS::Cluster', Properties: { ClusterNam: 'a' } }
const equals = (value: string): object => ({ 'Fn::Equals': [{ Ref: 'Env' }, value] })
const template = (subnet: object, more: object = {}): object => ({
  Parameters: { Env: { Type: 'String', AllowedValues: ['dev', 'prod'] } },
  Conditions: {
    IsProd: equals('prod'),
    IsDev: equals('dev'),
    NotProd: { 'Fn::Not': [{ Condition: 'IsProd' }] },
  },
  Resources: {
    S: {
      Type: 'AWS::EC2::Subnet',
      Condition: 'IsProd',
      Properties: { VpcId: 'vpc-12345678', CidrBlock: '10.0.0.0/24', ...subnet },
      ...more,
    },
  },
})
const errors = (value: unknown): readonly string[] =>
  validate(value)
    .filter(({ level }) => level === 'error')
    .map(({ code, path }) => `${code} ${path.join('/')}`)
const unless = (condition: string, value: unknown): object => ({
  'Fn::If': [condition, { Ref: 'AWS::NoValue' }, value],
})

describe('validate()', () => {
  it('says code, path, logical id, message, hint and source', () => {
    expect(validate({ Resources: { C: cluster } }, { sources: { C: 'stacks/a.ts:3' } })).to.deep.equal([
      {
        code: 'E3002',
        level: 'error',
        path: ['Resources', 'C', 'Properties', 'ClusterNam'],
        logicalId: 'C',
        message: 'Property "ClusterNam" is not known here',
        hint: 'Did you mean "ClusterName"?',
        source: 'stacks/a.ts:3',
      },
    ])
  })

  it('honours ignore_checks of the template and of the resource', () => {
    const Metadata = { 'cfn-lint': { config: { ignore_checks: ['E3002'] } } }
    expect(validate({ Metadata, Resources: { C: cluster } })).to.deep.equal([])
    expect(validate({ Resources: { C: { ...cluster, Metadata } } })).to.deep.equal([])
  })

  it('looks into both branches of Fn::If and says which', () => {
    const place = 'Resources/S/Properties/Tags/0/Fn::If'
    const tags = [{ 'Fn::If': ['IsOther', { Key: 'a' }, { Key: 'a', Value: 'b', Vale: 'c' }] }]
    const other = template({ Tags: tags }) as { Conditions: object }
    const both = {
      ...other,
      Conditions: { ...other.Conditions, IsOther: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] } },
    }
    expect(errors(both)).to.have.members([`E3003 ${place}/1`, `E3002 ${place}/2/Vale`])
  })

  it('drops AWS::NoValue, and judges only combinations of conditions that can occur', () => {
    expect(errors(template({ VpcId: { Ref: 'AWS::NoValue' } }))).to.deep.equal([
      'E3003 Resources/S/Properties',
    ])
    expect(errors(template({ VpcId: unless('IsProd', 'vpc-12345678') }))).to.deep.equal([
      'E3003 Resources/S/Properties',
    ])
    expect(errors(template({ VpcId: unless('IsDev', 'vpc-12345678') }))).to.deep.equal([])
    expect(errors(template({ VpcId: unless('NotProd', 'vpc-12345678') }))).to.deep.equal([])
  })

  it('tries only the conditions that decide about an object when there are too many combinations', () => {
    const names = Array.from({ length: 40 }, (_, index) => `C${index}`)
    const Conditions = Object.fromEntries(
      names.map((name) => [name, { 'Fn::Equals': [{ Ref: `P${name}` }, 'a'] }]),
    )
    const Parameters = Object.fromEntries(names.map((name) => [`P${name}`, { Type: 'String' }]))
    const Tags = names.map((name) => unless(name, { Key: 'a', Value: 'b', Wrong: name }))
    const Properties = { VpcId: unless('C0', 'vpc-12345678'), CidrBlock: '10.0.0.0/24', Tags }
    const found = errors({
      Conditions,
      Parameters,
      Resources: { S: { Type: 'AWS::EC2::Subnet', Properties } },
    })
    expect(found.filter((text) => text.startsWith('E3003'))).to.deep.equal(['E3003 Resources/S/Properties'])
    expect(found.filter((text) => text.startsWith('E3002'))).to.have.lengthOf(40)
  })

  it('takes loose scalars, dynamic references and functions anywhere', () => {
    const Properties = {
      FromPort: '80',
      ToPort: { 'Fn::GetAtt': ['S', 'Nope'] },
      IpProtocol: -1,
      GroupId: '{{resolve:ssm:group}}',
      SourcePrefixListId: { 'Fn::Transform': { Name: 'Org::Macro' } },
    }
    const found = errors({
      Resources: {
        S: {
          Type: 'Custom::Own',
          Properties: { ServiceToken: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
        },
        I: { Type: 'AWS::EC2::SecurityGroupIngress', Properties },
      },
    })
    expect(found).to.deep.equal([])
  })

  it('judges types that the caller adds', () => {
    const Monitor: TypeModel = {
      type: 'Datadog::Monitors::Monitor',
      name: 'Monitor',
      doc: '',
      attributes: [{ name: 'Id', doc: '', type: { kind: 'string' } }],
      definitions: [],
      properties: [{ name: 'Query', doc: '', required: true, replaces: 'no', type: { kind: 'string' } }],
    }
    const wrong = {
      Resources: { M: { Type: Monitor.type, Properties: { Name: 'a' } } },
      Outputs: { O: { Value: { 'Fn::GetAtt': ['M', 'Arn'] } } },
    }
    expect(validate(wrong).map(({ code, level }) => `${code} ${level}`)).to.deep.equal(['E3006 error'])
    expect(validate(wrong, { types: [Monitor] }).map(({ code }) => code)).to.have.members([
      'E3002',
      'E3003',
      'E6101',
    ])
  })

  it('never throws, whatever JSON it gets', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => void validate(value)),
      { numRuns: 300 },
    )
  })

  it('never throws on templates with nonsense in them', () => {
    const words = [
      'Ref',
      'Fn::If',
      'Fn::Sub',
      'Fn::GetAtt',
      'Type',
      'Properties',
      'Condition',
      'DependsOn',
      'A',
      '__proto__',
      'constructor',
    ]
    const types = ['AWS::S3::Bucket', 'AWS::EC2::Instance', 'AWS::ECS::Service', 'Custom::X', 'A']
    const leaf = fc.oneof(
      fc.constantFrom(...words, ...types, 'a.b', '${A}'),
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 4 }),
      ),
    }))
    const resource = fc.record({
      Type: fc.constantFrom(...types),
      Properties: value,
      DependsOn: value,
      Condition: value,
      Metadata: value,
    })
    const sections = {
      Parameters: value,
      Conditions: value,
      Mappings: value,
      Outputs: value,
      Transform: value,
    }
    const whole = fc.record(
      { ...sections, Resources: fc.dictionary(fc.constantFrom('A', 'B', 'C'), resource) },
      { requiredKeys: ['Resources'] },
    )
    fc.assert(
      fc.property(whole, (one) => void validate(one)),
      { numRuns: 500 },
    )
  })

  it('refuses a template that nests too deep, instead of overflowing', () => {
    let deep: object = {}
    for (let i = 0; i < 100_000; i++) deep = { a: deep }
    expect(validate(deep).map(({ code }) => code)).to.deep.equal(['E0000'])
  })
})
