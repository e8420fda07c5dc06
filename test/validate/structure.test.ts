import { expect } from 'chai'
import { validate } from '../../src/validate/validate.ts'
import { expectCodes } from './expect-codes.ts'

const bucket = { Type: 'AWS::S3::Bucket' }
const Resources = { B: bucket }
const whole = (more: object): object => ({ Resources, ...more })
const resource = (more: object, Type = 'AWS::S3::Bucket'): object => ({ Resources: { B: { Type, ...more } } })
const ServiceToken = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const parameter = (P: unknown): object => ({
  Parameters: { P },
  Resources: { B: { Type: 'Custom::X', Properties: { ServiceToken, Any: { Ref: 'P' } } } },
})
const mapping = (M: unknown): object => ({
  Mappings: { M },
  Resources: { B: { ...bucket, Properties: { BucketName: { 'Fn::FindInMap': ['M', 'a', 'b'] } } } },
})
const output = (O: unknown): object => whole({ Outputs: { O } })
const face = (value: unknown): object => ({
  ...parameter({ Type: 'String' }),
  Metadata: { 'AWS::CloudFormation::Interface': value },
})
const rules = (R: unknown): object => ({ ...parameter({ Type: 'String' }), Rules: { R } })
const init = (value: unknown): object => resource({ Metadata: { 'AWS::CloudFormation::Init': value } })
const many = (count: number, one: unknown): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`X${index}`, one]))
const assertion = { 'Fn::Contains': [['a'], { Ref: 'P' }] }
const group = 'AWS::AutoScaling::AutoScalingGroup'
const sizes = { MinSize: '1', MaxSize: '1', LaunchConfigurationName: 'l', AvailabilityZones: ['us-east-1a'] }

describe('structure', () => {
  expectCodes([
    ['E0000', 'text', whole({})],
    ['E1001', whole({ Ressources: {} }), whole({ Description: 'a' })],
    ['E1001', whole({ Conditions: { C: null } }), whole({ Conditions: { C: { 'Fn::Equals': ['a', 'b'] } } })],
    ['E1002', { Resources: many(400, { ...bucket, Metadata: { text: 'x'.repeat(3000) } }) }, whole({})],
    ['I1002', { Resources: many(40, { ...bucket, Metadata: { text: 'x'.repeat(3000) } }) }, whole({})],
    ['I1003', whole({ Description: 'x'.repeat(1000) }), whole({ Description: 'x' })],
    ['E1004', whole({ Description: { Ref: 'AWS::Region' } }), whole({ Description: 'a' })],
    ['E1005', whole({ Transform: { Nam: 'a' } }), whole({ Transform: { Name: 'a', Parameters: { b: 1 } } })],
    ['E1005', whole({ Transform: null }), whole({ Transform: ['AWS::LanguageExtensions'] })],
    [
      'E1032',
      { Resources: { 'Fn::ForEach::A': ['X', ['a'], { 'B${X}': bucket }] } },
      {
        Transform: 'AWS::LanguageExtensions',
        Resources: { 'Fn::ForEach::A': ['X', ['a'], { 'B${X}': bucket }] },
      },
    ],
    ['E1700', rules({ RuleCondition: assertion }), rules({ Assertions: [{ Assert: assertion }] })],
    [
      'E1701',
      rules({ Assertions: [{ Assert: { Ref: 'P' } }] }),
      rules({ Assertions: [{ Assert: assertion, AssertDescription: 'a' }] }),
    ],
    [
      'E1702',
      rules({ RuleCondition: ['a'], Assertions: [] }),
      rules({ RuleCondition: { 'Fn::Equals': [{ Ref: 'P' }, 'a'] }, Assertions: [] }),
    ],
    ['E2001', parameter({ Type: 'Number', MinLength: 1 }), parameter({ Type: 'Number', MinValue: 1 })],
    ['E2001', parameter({ Type: 'String', Default: null }), parameter({ Type: 'String', Default: '' })],
    ['E2001', parameter({ Type: 'String', NoEcho: 'yes' }), parameter({ Type: 'String', NoEcho: 'true' })],
    [
      'E2011',
      parameter({ Type: 'String', Description: 'x'.repeat(4001) }),
      parameter({ Type: 'String', Description: 'x'.repeat(4000) }),
    ],
    [
      'W2002',
      parameter({ Type: 'AWS::SSM::Parameter::Value<Text>' }),
      parameter({ Type: 'AWS::SSM::Parameter::Value<List<String>>' }),
    ],
    [
      'I2003',
      parameter({ Type: 'String', AllowedPattern: '(' }),
      parameter({ Type: 'String', AllowedPattern: '(a)' }),
    ],
    ['I2010', { ...whole({}), Parameters: many(190, { Type: 'String' }) }, parameter({ Type: 'String' })],
    [
      'E2015',
      parameter({ Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'], Default: 'a,c' }),
      parameter({ Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'], Default: 'a, b' }),
    ],
    [
      'E2015',
      parameter({ Type: 'String', AllowedPattern: '[a-z]', Default: 'ab' }),
      parameter({ Type: 'String', AllowedPattern: '[a-z]', Default: 'a' }),
    ],
    ['E3001', resource({ Condition: false }), whole({})],
    [
      'E3001',
      resource({ Version: 1 }),
      resource(
        { Version: 1, Properties: { ServiceToken: 'arn:aws:lambda:us-east-1:123456789012:function:f' } },
        'Custom::X',
      ),
    ],
    ['E3001', resource({ Properties: [] }), resource({ Properties: {} })],
    ['E3001', whole({ Resources: [] }), whole({})],
    ['E3007', { Parameters: { B: { Type: 'String' } }, Resources }, whole({})],
    [
      'E3009',
      init({ config: { files: { '/a': { mode: '644' } } } }),
      init({ configSets: { a: ['b'] }, b: { files: { '/a': { mode: '000644' } } } }),
    ],
    [
      'E3009',
      init({ config: { packages: { dnf: {} } } }),
      init({ config: { packages: { yum: { httpd: [] } } } }),
    ],
    ['E3011', { Resources: { ['B'.repeat(256)]: bucket } }, { Resources: { ['B'.repeat(200)]: bucket } }],
    ['I3012', { Resources: { ['B'.repeat(240)]: bucket } }, { Resources: { ['B'.repeat(200)]: bucket } }],
    [
      'E3015',
      resource({ Condition: 'C' }),
      { ...resource({ Condition: 'C' }), Conditions: { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'a'] } } },
    ],
    [
      'E3016',
      resource({ UpdatePolicy: {} }),
      resource(
        {
          Properties: sizes,
          UpdatePolicy: { AutoScalingRollingUpdate: { MaxBatchSize: '2', PauseTime: { 'Fn::Sub': 'PT5M' } } },
        },
        group,
      ),
    ],
    [
      'E3016',
      resource({ Properties: sizes, UpdatePolicy: { AutoScalingRollingUpdate: { MaxBatch: 1 } } }, group),
      resource(
        { Properties: sizes, UpdatePolicy: { AutoScalingReplacingUpdate: { WillReplace: 'true' } } },
        group,
      ),
    ],
    [
      'E3028',
      resource({ Metadata: { a: null } }),
      resource({ Metadata: { a: { b: [{ Ref: 'AWS::Region' }] } } }),
    ],
    [
      'E3035',
      resource({ DeletionPolicy: { 'Fn::Join': ['', ['Delete']] } }),
      resource({ DeletionPolicy: { 'Fn::Sub': 'Delete' } }),
    ],
    ['E3035', resource({ DeletionPolicy: ['Delete'] }), resource({ DeletionPolicy: 'RetainExceptOnCreate' })],
    [
      'E3036',
      resource({ UpdateReplacePolicy: 'RetainExceptOnCreate' }),
      resource({ UpdateReplacePolicy: 'Delete' }),
    ],
    [
      'E3055',
      resource({ Properties: sizes, CreationPolicy: { ResourceSignal: { Count: 'two' } } }, group),
      resource(
        { Properties: sizes, CreationPolicy: { ResourceSignal: { Count: '2', Timeout: 'PT15M' } } },
        group,
      ),
    ],
    [
      'E4001',
      face({ ParameterGroup: [] }),
      face({
        ParameterGroups: [{ Label: { default: 'a' }, Parameters: ['P'] }],
        ParameterLabels: { P: { default: 'a' } },
      }),
    ],
    ['E4002', whole({ Metadata: { a: [null] } }), whole({ Metadata: { a: [''] } })],
    [
      'W4001',
      face({ ParameterGroups: [{ Parameters: ['Q'] }] }),
      face({ ParameterGroups: [{ Parameters: ['P'] }] }),
    ],
    [
      'W4001',
      face({ ParameterLabels: { Q: { default: 'a' } } }),
      face({ ParameterLabels: { P: { default: 'a' } } }),
    ],
    [
      'E5001',
      resource({ UpdatePolicy: {} }, 'Org::Net::Vpc::MODULE'),
      resource({ Properties: { Any: 1 } }, 'Org::Net::Vpc::MODULE'),
    ],
    [
      'E5001',
      resource({ Properties: { Tags: [] } }, 'Org::Net::Vpc::MODULE'),
      resource({}, 'Org::Net::Vpc::MODULE'),
    ],
    [
      'E5001',
      resource({ Metadata: { 'AWS::CloudFormation::Module': {} } }, 'Org::Net::Vpc::MODULE'),
      resource({ Metadata: {} }, 'Org::Net::Vpc::MODULE'),
    ],
    ['E6001', output({ Value: 'a', Valeu: 'b' }), output({ Value: 'a' })],
    ['E6002', output({ Value: 'a', Export: {} }), output({ Value: 'a', Export: { Name: 'a' } })],
    [
      'E6003',
      output({ Value: 'a', Description: { Ref: 'AWS::Region' } }),
      output({ Value: { Ref: 'AWS::Region' }, Description: 'a' }),
    ],
    ['E6005', output({ Value: 'a', Condition: 'C' }), output({ Value: 'a' })],
    [
      'E6011',
      output({ Value: 'a', Description: 'x'.repeat(1025) }),
      output({ Value: 'a', Description: 'x'.repeat(1024) }),
    ],
    [
      'E6101',
      output({ Value: { 'Fn::GetAZs': '' } }),
      output({ Value: { 'Fn::Join': [',', { 'Fn::GetAZs': '' }] } }),
    ],
    [
      'E6102',
      output({ Value: 'a', Export: { Name: {} } }),
      output({ Value: 'a', Export: { Name: { 'Fn::Sub': '${AWS::StackName}-a' } } }),
    ],
    [
      'E6010',
      { ...whole({}), Outputs: many(201, { Value: 'a' }) },
      { ...whole({}), Outputs: many(180, { Value: 'a' }) },
    ],
    ['E7001', mapping({ 'a b': { b: 1 } }), mapping({ 'a-1.b': { b: 1 }, a: { b: [1] } })],
    ['E7001', mapping({ a: 1 }), mapping({ a: { b: 1 } })],
    ['E7010', mapping({ a: { b: 1, ...many(200, 1) } }), mapping({ a: { b: 1, ...many(199, 1) } })],
    [
      'E7002',
      { ...mapping({ a: { b: 1 } }), Mappings: { M: { a: { b: 1 } }, ['M'.repeat(256)]: { a: { b: 1 } } } },
      mapping({ a: { b: 1 } }),
    ],
    ['E8001', whole({ Conditions: [] }), whole({ Conditions: {} })],
    [
      'E8001',
      whole({ Conditions: { 'a b': { 'Fn::Equals': [1, 1] } } }),
      whole({ Conditions: { 'a&b_': { 'Fn::Equals': [1, 1] } } }),
    ],
    [
      'E8001',
      whole({
        Conditions: { C: { 'Fn::Not': [{ Condition: 'D' }] }, D: { 'Fn::Not': [{ Condition: 'C' }] } },
      }),
      whole({ Conditions: { C: { 'Fn::Not': [{ Condition: 'D' }] }, D: { 'Fn::Equals': [1, 2] } } }),
    ],
    [
      'E8007',
      whole({ Rules: { R: { Assertions: [{ Assert: { Condition: 'D' } }] } } }),
      whole({ Rules: { R: { Assertions: [{ Assert: { 'Fn::Equals': ['a', 'b'] } }] } } }),
    ],
    [
      'E8001',
      whole({ Conditions: { C: { Condition: 'D' } } }),
      whole({ Conditions: { C: { Condition: 'D' }, D: { 'Fn::Equals': [1, 2] } } }),
    ],
  ])

  it('are told with the path from the root', () => {
    const [finding] = validate(parameter({ Type: 'String', Defalt: 'a' }))
    expect(finding).to.deep.equal({
      code: 'E2001',
      level: 'error',
      path: ['Parameters', 'P', 'Defalt'],
      message: '"Defalt" is not known here',
      hint: 'Did you mean "Default"?',
    })
  })
})
