import { expectCodes, type Case } from './expect-codes.ts'

/** Says what becomes of its data, so that nothing is found in it. */
const bucket = { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' }
const topic = (Properties: object, more: object = {}): object => ({
  Resources: { A: { Type: 'AWS::SNS::Topic', Properties, ...more } },
})
const vpc = (Properties: object): object => ({ Resources: { V: { Type: 'AWS::EC2::VPC', Properties } } })
const service = (Properties: object): object => ({
  Resources: { S: { Type: 'AWS::ECS::Service', Properties } },
})
const outputOf = (Value: unknown): object => ({ Resources: { B: bucket }, Outputs: { O: { Value } } })
const valueOf = (DisplayName: unknown): object => ({
  Resources: { B: bucket, T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName } } },
})
const token = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const listOf = (List: unknown): object => ({
  Resources: { C: { Type: 'Custom::X', Properties: { ServiceToken: token, List } } },
})
const parameter = (P: unknown): object => ({ ...topic({ TopicName: { Ref: 'P' } }), Parameters: { P } })
const when = (formula: unknown): object => ({ ...topic({}, { Condition: 'C' }), Conditions: { C: formula } })
const many = (count: number, one: unknown): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`X${index}`, one]))

const isProd = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'prod'] }
const conditional = (other: object): object => ({
  Conditions: { Prod: isProd, NotProd: { 'Fn::Not': [{ Condition: 'Prod' }] } },
  Resources: {
    A: { ...bucket, Condition: 'Prod' },
    B: { ...bucket, Condition: 'NotProd' },
    C: { ...bucket, ...other },
  },
})
const named = (BucketName: object, more: object = {}): object =>
  conditional({ Properties: { BucketName }, ...more })

const cases: readonly Case[] = [
  ['W1001', named({ Ref: 'A' }), named({ Ref: 'A' }, { Condition: 'Prod' })],
  [
    'W1001',
    named({ 'Fn::If': ['Prod', { Ref: 'B' }, 'b'] }),
    named({ 'Fn::If': ['Prod', { Ref: 'A' }, { Ref: 'B' }] }),
  ],
  ['E3005', conditional({ DependsOn: 'A' }), conditional({ DependsOn: 'A', Condition: 'Prod' })],
  [
    'E3003',
    { Resources: { C: { Type: 'Custom::X' } } },
    { Resources: { C: { Type: 'Custom::X', Properties: { ServiceToken: 'a', Any: 1 } } } },
  ],
  ['E1001', { Resource: {}, Resources: { B: bucket } }, { Resources: { B: bucket } }],
  ['E0000', [], { Resources: { B: bucket }, Metadata: {} }],
  [
    'E1001',
    { Resources: { B: bucket }, AWSTemplateFormatVersion: '2020' },
    { Resources: { B: bucket }, AWSTemplateFormatVersion: '2010-09-09' },
  ],
  [
    'E1003',
    { Resources: { B: bucket }, Description: 'x'.repeat(1025) },
    { Resources: { B: bucket }, Description: 'x'.repeat(1024) },
  ],
  ['E1010', valueOf({ 'Fn::GetAtt': ['B', 'Arm'] }), valueOf({ 'Fn::GetAtt': ['B', 'Arn'] })],
  ['E1010', valueOf({ 'Fn::GetAtt': 'C.Arn' }), valueOf({ 'Fn::GetAtt': 'B.Arn' })],
  [
    'E1011',
    { ...valueOf({ 'Fn::FindInMap': ['M', 'a', 'c'] }), Mappings: { M: { a: { b: 1 } } } },
    { ...valueOf({ 'Fn::FindInMap': ['M', 'a', 'b'] }), Mappings: { M: { a: { b: 1 } } } },
  ],
  ['E1016', valueOf({ 'Fn::ImportValue': ['a'] }), valueOf({ 'Fn::ImportValue': 'a' })],
  ['E1017', valueOf({ 'Fn::Select': [0] }), valueOf({ 'Fn::Select': [0, ['a']] })],
  ['E1018', listOf({ 'Fn::Split': ',' }), listOf({ 'Fn::Split': [',', 'a'] })],
  [
    'E1019',
    valueOf({ 'Fn::Sub': '${Nope}' }),
    valueOf({ 'Fn::Sub': ['${B}${X}${!Literal}${AWS::Region}${B.Arn}', { X: 1 }] }),
  ],
  ['E1020', valueOf({ Ref: 'Nope' }), valueOf({ Ref: 'B' })],
  ['E1021', valueOf({ 'Fn::Base64': [] }), valueOf({ 'Fn::Base64': 'a' })],
  ['E1022', valueOf({ 'Fn::Join': ['a'] }), valueOf({ 'Fn::Join': ['a', ['b']] })],
  ['E1024', listOf({ 'Fn::Cidr': ['10.0.0.0/16'] }), listOf({ 'Fn::Cidr': ['10.0.0.0/16', 2] })],
  [
    'E1028',
    valueOf({ 'Fn::If': ['C', 1] }),
    {
      ...valueOf({ 'Fn::If': ['C', 1, 2] }),
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'a'] } },
    },
  ],
  ['E2001', parameter({ Type: 'String', Defalt: 'a' }), parameter({ Type: 'String', Default: 'a' })],
  ['E2002', parameter({ Type: 'Text' }), parameter({ Type: 'AWS::SSM::Parameter::Value<String>' })],
  ['E2003', { ...topic({}), Parameters: { 'a-b': { Type: 'String' } } }, parameter({ Type: 'Number' })],
  ['E2010', { ...topic({}), Parameters: many(201, { Type: 'String' }) }, parameter({ Type: 'String' })],
  [
    'E2015',
    parameter({ Type: 'String', AllowedValues: ['a'], Default: 'b' }),
    parameter({ Type: 'String', AllowedValues: ['a', 'b'], Default: 'b' }),
  ],
  [
    'E2015',
    parameter({ Type: 'Number', MinValue: 2, Default: 1 }),
    parameter({ Type: 'Number', MinValue: 2, Default: '2' }),
  ],
  [
    'E2015',
    parameter({ Type: 'String', AllowedPattern: '[a-z]+', Default: 'A' }),
    parameter({ Type: 'String', AllowedPattern: '[a-z]+', Default: 'a' }),
  ],
  [
    'E3001',
    { Resources: { B: { ...bucket, Propertes: {} } } },
    { Resources: { B: { ...bucket, Properties: {} } } },
  ],
  ['E3001', { Resources: { B: {} } }, { Resources: { B: bucket } }],
  ['E3002', topic({ TopicNam: 'a' }), topic({ TopicName: 'a' })],
  [
    'E3003',
    { Resources: { S: { Type: 'AWS::EC2::Subnet', Properties: { CidrBlock: 'a' } } } },
    {
      Resources: {
        S: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-12345678', CidrBlock: '10.0.0.0/24' } },
      },
    },
  ],
  [
    'E3004',
    { Resources: { A: { ...bucket, DependsOn: 'B' }, B: { ...bucket, DependsOn: ['A'] } } },
    { Resources: { A: { ...bucket, DependsOn: 'B' }, B: bucket } },
  ],
  [
    'E3005',
    { Resources: { A: { ...bucket, DependsOn: ['Bb'] }, B: bucket } },
    { Resources: { A: { ...bucket, DependsOn: ['B'] }, B: bucket } },
  ],
  [
    'E3006',
    { Resources: { A: { Type: 'AWS::S3::Buckt' } } },
    { Resources: { A: { Type: 'AWS::S3::Bucket' } } },
  ],
  ['E3001', { Resources: { 'A-B': bucket } }, { Resources: { AB: bucket } }],
  ['E3007', { ...parameter({ Type: 'String' }), Resources: { P: bucket } }, parameter({ Type: 'String' })],
  ['E3010', { Resources: many(501, bucket) }, { Resources: many(500, bucket) }],
  ['E3012', vpc({ CidrBlock: ['a'] }), vpc({ CidrBlock: '10.0.0.0/16' })],
  [
    'E3012',
    vpc({ CidrBlock: '10.0.0.0/16', EnableDnsSupport: 'yes' }),
    vpc({ CidrBlock: '10.0.0.0/16', EnableDnsSupport: 'true' }),
  ],
  ['E3030', service({ LaunchType: 'FARGAT' }), service({ LaunchType: 'FARGATE' })],
  ['E3035', topic({}, { DeletionPolicy: 'Keep' }), topic({}, { DeletionPolicy: 'Retain' })],
  ['E3036', topic({}, { UpdateReplacePolicy: 'Snapshot' }), topic({}, { UpdateReplacePolicy: 'Retain' })],
  [
    'E3038',
    { Resources: { F: { Type: 'AWS::Serverless::SimpleTable' } } },
    {
      Transform: 'AWS::Serverless-2016-10-31',
      Globals: {},
      Resources: { F: { Type: 'AWS::Serverless::SimpleTable' } },
    },
  ],
  ['E6001', { Resources: { B: bucket }, Outputs: { O: { Value: 'a', Vale: 'a' } } }, outputOf('a')],
  ['E6002', { Resources: { B: bucket }, Outputs: { O: {} } }, outputOf(1)],
  ['E6004', { Resources: { B: bucket }, Outputs: { 'a b': { Value: 1 } } }, outputOf(1)],
  ['E6101', outputOf(['a']), outputOf('a')],
  [
    'E6102',
    { Resources: { B: bucket }, Outputs: { O: { Value: 'a', Export: { Name: ['x'] } } } },
    { Resources: { B: bucket }, Outputs: { O: { Value: 'a', Export: { Name: 'x' } } } },
  ],
  [
    'E7001',
    { ...valueOf({ 'Fn::FindInMap': ['M', 'a', 'b'] }), Mappings: { M: { a: { b: {} } } } },
    { ...valueOf({ 'Fn::FindInMap': ['M', 'a', 'b'] }), Mappings: { M: { a: { b: [1] } } } },
  ],
  ['E8001', when({ Equals: [1, 2] }), when({ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'a'] })],
  [
    'E3015',
    topic({}, { Condition: 'D' }),
    when({ 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'a'] }] }),
  ],
  ['E8003', when({ 'Fn::Equals': [1] }), when({ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'b'] })],
  [
    'E8004',
    when({ 'Fn::And': [] }),
    when({ 'Fn::And': [{ 'Fn::Equals': [1, 1] }, { 'Fn::Equals': [2, 2] }] }),
  ],
  ['E8005', when({ 'Fn::Not': 'C' }), when({ 'Fn::Not': [{ 'Fn::Equals': [1, 2] }] })],
  ['E8006', when({ 'Fn::Or': {} }), when({ 'Fn::Or': [{ 'Fn::Equals': [1, 1] }, { 'Fn::Equals': [2, 2] }] })],
  ['W2001', { ...topic({}), Parameters: { P: { Type: 'String' } } }, parameter({ Type: 'String' })],
  [
    'W7001',
    { ...topic({}), Mappings: { M: { a: { b: 1 } } } },
    { ...valueOf({ 'Fn::FindInMap': ['M', 'a', 'b'] }), Mappings: { M: { a: { b: 1 } } } },
  ],
  ['W8001', { ...topic({}), Conditions: { C: { 'Fn::Equals': [1, 1] } } }, when({ 'Fn::Equals': [1, 1] })],
]

describe('the checks', () => {
  expectCodes(cases)
})
