import { expect } from 'chai'
import { validate } from '../../src/validate/validate.ts'
import { expectCodes } from './expect-codes.ts'

const ServiceToken = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const Transform = 'AWS::LanguageExtensions'
const bucket = { Type: 'AWS::S3::Bucket' }
const more = {
  Parameters: {
    P: { Type: 'String' },
    L: { Type: 'CommaDelimitedList' },
    E: { Type: 'String', AllowedValues: ['dev', 'prod'] },
  },
  Mappings: { M: { dev: { a: '1' }, 'us-east-1': { b: ['x'] } }, N: { prod: { a: '1' } } },
  Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] } },
}
/** Where anything is taken, so that only the function is judged. */
const any = (value: unknown): object => ({
  ...more,
  Resources: { B: bucket, R: { Type: 'Custom::X', Properties: { ServiceToken, Any: value } } },
})
const extended = (value: unknown): object => ({ Transform, ...any(value) })
const name = (BucketName: unknown): object => ({
  ...more,
  Resources: { B: { ...bucket, Properties: { BucketName } } },
})
const groups = (SecurityGroupIds: unknown): object => ({
  ...more,
  Resources: { B: bucket, I: { Type: 'AWS::EC2::Instance', Properties: { SecurityGroupIds } } },
})
const condition = (formula: unknown): object => ({
  ...more,
  Resources: { B: { ...bucket, Condition: 'D' } },
  Conditions: { ...more.Conditions, D: formula },
})
const output = (Value: unknown): object => ({ ...more, Resources: { B: bucket }, Outputs: { O: { Value } } })
/** A number that is read from a resource. */
const countInto = (property: 'Tags' | 'DelaySeconds'): object => {
  const value = { 'Fn::GetAtt': 'C.AvailableInstanceCount' }
  const C = {
    Type: 'AWS::EC2::CapacityReservation',
    Properties: {
      AvailabilityZone: 'us-east-1a',
      InstanceCount: 1,
      InstanceType: 't3.micro',
      InstancePlatform: 'Linux/UNIX',
    },
  }
  const Properties = property === 'Tags' ? { Tags: [{ Key: 'a', Value: value }] } : { DelaySeconds: value }
  return { Resources: { C, Q: { Type: 'AWS::SQS::Queue', Properties } } }
}
const sub = (text: string): object => ({ 'Fn::Sub': text })
const join = (...items: unknown[]): object => ({ 'Fn::Join': [',', items] })

describe('functions', () => {
  expectCodes([
    ['E1001', any({ 'Fn::Subb': 'a' }), any(sub('a'))],
    ['E1001', any({ 'Fn::Equals': [1, 2] }), any({ 'Fn::If': ['C', 1, 2] })],
    ['E1010', any({ 'Fn::GetAtt': ['B', 'Arn', 'x'] }), any({ 'Fn::GetAtt': ['B', 'Arn'] })],
    [
      'E1010',
      any({ 'Fn::GetAtt': [{ Ref: 'P' }, 'Arn'] }),
      extended({ 'Fn::GetAtt': [{ Ref: 'P' }, 'Arn'] }),
    ],
    ['E1010', any({ 'Fn::GetAtt': true }), any({ 'Fn::GetAtt': 'B.Arn' })],
    ['E1010', groups({ 'Fn::GetAtt': 'B.Arn' }), any({ 'Fn::GetAtt': 'B.DomainName' })],
    ['E1010', countInto('Tags'), countInto('DelaySeconds')],
    ['E6101', output(sub('${B.ObjectLockEnabled}')), output(sub('${B.Arn}'))],
    ['E1011', any({ 'Fn::FindInMap': ['M', 'dev'] }), any({ 'Fn::FindInMap': ['M', 'dev', 'a'] })],
    [
      'E1011',
      any({ 'Fn::FindInMap': ['O', 'dev', 'a'] }),
      any({ 'Fn::FindInMap': [{ Ref: 'P' }, 'dev', 'a'] }),
    ],
    [
      'E1011',
      any({ 'Fn::FindInMap': ['N', { Ref: 'AWS::Region' }, 'a'] }),
      any({ 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'b'] }),
    ],
    [
      'E1011',
      any({ 'Fn::FindInMap': ['M', { Ref: 'E' }, 'b'] }),
      any({ 'Fn::FindInMap': ['M', { Ref: 'E' }, 'a'] }),
    ],
    [
      'E1011',
      any({ 'Fn::FindInMap': ['M', 'x', 'y', { DefaultValue: 1 }] }),
      extended({ 'Fn::FindInMap': ['M', 'x', 'y', { DefaultValue: 1 }] }),
    ],
    [
      'E1011',
      any({ 'Fn::FindInMap': ['M', sub('dev'), 'a'] }),
      extended({ 'Fn::FindInMap': ['M', sub('dev'), 'a'] }),
    ],
    ['E1015', any({ 'Fn::GetAZs': 'us-east-1a' }), any({ 'Fn::GetAZs': 'us-east-1' })],
    ['E1015', name({ 'Fn::GetAZs': '' }), any({ 'Fn::GetAZs': '' })],
    [
      'E1016',
      any({ 'Fn::ImportValue': { 'Fn::GetAtt': ['B', 'Arn'] } }),
      any({ 'Fn::ImportValue': sub('${P}-a') }),
    ],
    ['E1017', any({ 'Fn::Select': ['a', ['x']] }), any({ 'Fn::Select': ['0', ['x']] })],
    ['E1017', any({ 'Fn::Select': [2, ['x', 'y']] }), any({ 'Fn::Select': [1, ['x', 'y']] })],
    [
      'E1017',
      any({ 'Fn::Select': [1, { 'Fn::Split': [',', 'a'] }] }),
      any({ 'Fn::Select': [1, { 'Fn::Split': [',', 'a,b'] }] }),
    ],
    [
      'E1017',
      any({ 'Fn::Select': [4, { 'Fn::Cidr': ['10.0.0.0/16', 4, 8] }] }),
      any({ 'Fn::Select': [3, { 'Fn::Cidr': ['10.0.0.0/16', 4, 8] }] }),
    ],
    ['E1017', any({ 'Fn::Select': [0, join('a')] }), any({ 'Fn::Select': [0, { Ref: 'L' }] })],
    ['E1018', any({ 'Fn::Split': [{ Ref: 'P' }, 'a'] }), any({ 'Fn::Split': [',', { Ref: 'P' }] })],
    ['E1019', any({ 'Fn::Sub': ['${A}', { A: [] }] }), any({ 'Fn::Sub': ['${A}', { A: { Ref: 'P' } }] })],
    ['E1019', any({ 'Fn::Sub': 5 }), any(sub('5'))],
    ['E1020', any({ Ref: 5 }), any({ Ref: 'P' })],
    ['E1020', name({ Ref: 'L' }), any({ Ref: 'L' })],
    ['E1020', any({ 'Fn::Select': [0, { Ref: 'P' }] }), any({ 'Fn::Select': [0, { Ref: 'L' }] })],
    [
      'E1020',
      condition({ 'Fn::Equals': [{ Ref: 'B' }, 'a'] }),
      condition({ 'Fn::Equals': [{ Ref: 'P' }, 'a'] }),
    ],
    ['E1021', any({ 'Fn::Base64': sub('${Nope}') }), any({ 'Fn::Base64': sub('${P}') })],
    ['E1022', any({ 'Fn::Join': [{ Ref: 'P' }, ['a']] }), any({ 'Fn::Join': ['', ['a', 1, true]] })],
    [
      'E1022',
      any(join({ 'Fn::Split': [',', 'a'] })),
      any({ 'Fn::Join': ['-', { 'Fn::Split': [',', 'a'] }] }),
    ],
    ['E1022', groups(join('a')), any(join('a'))],
    [
      'E1022',
      any({ 'Fn::Join': ['-', [{ 'Fn::If': ['C', ['a'], 'b'] }]] }),
      any({ 'Fn::Join': ['-', [{ 'Fn::If': ['C', 'a', 'b'] }]] }),
    ],
    ['E1024', any({ 'Fn::Cidr': ['10.0.0.0/16', 300, 8] }), any({ 'Fn::Cidr': ['10.0.0.0/16', 256, 8] })],
    ['E1024', any({ 'Fn::Cidr': ['10.0.0.0/24', 2, 8] }), any({ 'Fn::Cidr': ['10.0.0.0/24', 2, '7'] })],
    ['E1024', any({ 'Fn::Cidr': ['10.0.0/24', 2, 7] }), any({ 'Fn::Cidr': [{ Ref: 'P' }, 2, 7] })],
    [
      'E1027',
      name('{{resolve:ssm-secure:a:1}}'),
      {
        Resources: {
          U: {
            Type: 'AWS::IAM::User',
            Properties: { LoginProfile: { Password: '{{resolve:ssm-secure:a:1}}' } },
          },
        },
      },
    ],
    [
      'E1028',
      any({ 'Fn::If': ['Nope', 1, 2] }),
      any({ 'Fn::If': ['C', { 'Fn::If': ['C', 1, 2] }, { Ref: 'AWS::NoValue' }] }),
    ],
    ['E1028', any({ 'Fn::If': [{ Ref: 'P' }, 1, 2] }), any({ 'Fn::If': ['C', 1, [2]] })],
    ['E1030', any({ 'Fn::Length': ['a'] }), extended({ 'Fn::Length': ['a', { Ref: 'P' }] })],
    ['E1030', extended({ 'Fn::Length': 'a' }), extended({ 'Fn::Length': { Ref: 'L' } })],
    ['E1031', any({ 'Fn::ToJsonString': { a: 1 } }), extended({ 'Fn::ToJsonString': { a: { Ref: 'P' } } })],
    ['E1031', extended({ 'Fn::ToJsonString': {} }), extended({ 'Fn::ToJsonString': [1] })],
    [
      'E1033',
      any({ 'Fn::GetStackOutput': { StackName: 'a' } }),
      any({ 'Fn::GetStackOutput': { StackName: 'a', OutputName: 'b', Region: { Ref: 'AWS::Region' } } }),
    ],
    ['E1050', any('{{resolve:ssn:a}}'), any('{{resolve:ssm:a}}')],
    ['E1050', any('{{resolve:ssm:a:b}}'), any('{{resolve:ssm:/a/b:1}}')],
    [
      'E1050',
      any('{{resolve:secretsmanager:a:Secret:k}}'),
      any('{{resolve:secretsmanager:a:SecretString:k}}'),
    ],
    ['E1051', output('{{resolve:secretsmanager:a}}'), output('{{resolve:ssm:a}}')],
    [
      'W1051',
      {
        Resources: {
          R: { Type: 'Custom::X', Properties: { ServiceToken, SecretArn: '{{resolve:secretsmanager:a}}' } },
        },
      },
      any('{{resolve:secretsmanager:a}}'),
    ],
    ['W1053', any('{{ resolve:ssm:a }}'), any('{{resolve:ssm:a}}')],
    [
      'E6101',
      output({ 'Fn::Split': [',', 'a'] }),
      output({ 'Fn::Join': [',', { 'Fn::Split': [',', 'a'] }] }),
    ],
    [
      'E8003',
      condition({ 'Fn::Equals': [['a'], 'a'] }),
      condition({ 'Fn::Equals': [{ 'Fn::Select': [0, { Ref: 'L' }] }, 'a'] }),
    ],
    [
      'E8004',
      condition({ 'Fn::And': [{ Condition: 'C' }, 'x'] }),
      condition({ 'Fn::And': [{ Condition: 'C' }, { Condition: 'C' }] }),
    ],
    ['E8005', condition({ 'Fn::Not': [{ Ref: 'P' }] }), condition({ 'Fn::Not': [{ Condition: 'C' }] })],
    [
      'E8006',
      condition({ 'Fn::Or': [{ Condition: 'C' }] }),
      condition({ 'Fn::Or': [{ Condition: 'C' }, { Condition: 'C' }] }),
    ],
  ])

  it('say which one is wrong by its path, and take the code of the outermost', () => {
    const place = ['Resources', 'R', 'Properties', 'Any', 'Fn::Base64', 'Fn::Join', 1, 1, 'Fn::GetAtt']
    expect(errors(any({ 'Fn::Base64': join('a', { 'Fn::GetAtt': ['B', 'Arm'] }) }))).to.deep.equal([
      { code: 'E1021', path: place, hint: 'Did you mean "Arn"?' },
    ])
  })

  it('are left to macros in what macros take', () => {
    const Parameters = { A: { Ref: 'Nope' }, B: { 'Fn::Select': [] } }
    expect(errors(any({ 'Fn::Transform': { Name: 'M', Parameters } }))).to.deep.equal([])
  })
})

function errors(template: unknown): readonly object[] {
  return validate(template)
    .filter(({ level }) => level === 'error')
    .map(({ code, path, hint }) => ({ code, path, hint }))
}
