import { expect } from 'chai'
import { validate } from '../../../src/validate/validate.ts'
import { itFinds, one } from '../finds.ts'

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }
const managed = (PolicyDocument: unknown): object => one('AWS::IAM::ManagedPolicy', { PolicyDocument })
const statement = (Statement: unknown): object => managed({ Version: '2012-10-17', Statement })
const role = (Statement: unknown): object =>
  one('AWS::IAM::Role', { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement } })
const assume = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }
const onBucket = (more: object): object =>
  one('AWS::S3::BucketPolicy', {
    Bucket: 'a',
    PolicyDocument: { Statement: { ...allow, Principal: '*', ...more } },
  })
const onRepository = (Statement: object): object =>
  one('AWS::ECR::Repository', { RepositoryPolicyText: { Statement } })
const pull = { Effect: 'Allow', Action: 'ecr:BatchGetImage', Principal: '*' }
const condition = (Condition: unknown): object => statement({ ...allow, Condition })
const { Action, ...noAction } = allow
const isProd = { Prod: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } }
const either = (whenProd: unknown, otherwise: unknown): object => ({
  'Fn::If': ['Prod', whenProd, otherwise],
})
const none = { Ref: 'AWS::NoValue' }

describe('the checks of policies', () => {
  itFinds([
    ['E3510', managed({}), statement([])],
    ['E3510', managed('{}'), managed(JSON.stringify({ Statement: allow }))],
    ['E3510', managed([allow]), managed({ Statement: [allow] })],
    ['E3510', managed({ Statement: allow, Versions: 1 }), managed({ Statement: allow, Id: 'a' })],
    [
      'E3510',
      managed({ Statement: allow, Version: '2012-10-18' }),
      managed({ Statement: allow, Version: '2008-10-17' }),
    ],
    [
      'E3510',
      statement({ ...allow, Effect: 'allow' }),
      statement({ ...allow, Effect: { Ref: 'AWS::Region' } }),
    ],
    ['E3510', statement(noAction), statement({ ...noAction, NotAction: 's3:*' })],
    ['E3510', statement({ ...allow, NotAction: '*' }), statement({ ...allow, Action: ['*'] })],
    [
      'E3510',
      statement({ ...allow, Action: [] }),
      statement({ ...allow, Action: { 'Fn::Split': [',', 'a:b'] } }),
    ],
    [
      'E3510',
      statement({ ...allow, Action: [['s3:*']] }),
      statement({ ...allow, Action: [{ 'Fn::Sub': 's3:*' }] }),
    ],
    [
      'E3510',
      statement({ ...allow, Resource: 'bucket' }),
      statement({ ...allow, Resource: ['*', 'arn:aws:s3:::a'] }),
    ],
    ['E3510', statement({ ...allow, Principal: '*' }), statement({ ...allow, Principal: none })],
    ['E3510', statement({ ...allow, Sid: 'a b' }), statement({ ...allow, Sid: 'ab' })],
    [
      'E3510',
      statement([
        { ...allow, Sid: 'a' },
        { ...allow, Sid: 'a' },
      ]),
      statement([
        { ...allow, Sid: 'a' },
        { ...allow, Sid: 'b' },
      ]),
    ],
    [
      'E3510',
      { ...statement({ ...allow, Action: either('s3:*', none) }), Conditions: isProd },
      {
        ...statement({ ...allow, Action: either('s3:*', none), NotAction: either(none, 's3:*') }),
        Conditions: isProd,
      },
    ],
    [
      'E3510',
      condition({ StringEqual: { a: 'b' } }),
      condition({ 'ForAnyValue:StringEqualsIfExists': { a: ['b'] } }),
    ],
    ['E3510', condition({ StringEquals: 'b' }), condition({ Bool: { 'aws:SecureTransport': false } })],
    ['E3510', condition({ Null: { a: 'yes' } }), condition({ Null: { a: 'true' } })],
    ['E3530', role({ ...assume, Resource: '*' }), role(assume)],
    ['E3530', role({ ...assume, Principal: 'ec2.amazonaws.com' }), role({ ...assume, Principal: '*' })],
    [
      'E3530',
      role({ ...assume, Principal: { AWS: 'bob' } }),
      role({ ...assume, Principal: { AWS: ['123456789012', 123456789012] } }),
    ],
    ['E3512', onBucket({ Principal: none }), onBucket({ Principal: none, NotPrincipal: '*' })],
    [
      'E3512',
      one('AWS::SNS::TopicPolicy', { Topics: ['a'], PolicyDocument: { Statement: 'a' } }),
      onBucket({}),
    ],
    [
      'E3512',
      one('AWS::S3::AccessPoint', { Bucket: 'abc', Policy: { Statement: { ...allow, Efect: 1 } } }),
      one('AWS::S3::AccessPoint', { Bucket: 'abc', Policy: { Statement: allow } }),
    ],
    ['E3513', onRepository(allow), onRepository(pull)],
    ['E3514', onBucket({ Resource: '*' }), onBucket({ Resource: ['arn:aws:s3:::a', { 'Fn::Sub': 'x' }] })],
    [
      'E3511',
      one('AWS::Batch::ComputeEnvironment', { Type: 'MANAGED', ServiceRole: 'batch' }),
      one('AWS::Batch::ComputeEnvironment', {
        Type: 'MANAGED',
        ServiceRole: 'arn:aws:iam::123456789012:role/batch',
      }),
    ],
    [
      'W3037',
      statement({ ...allow, Action: 's3:GetObjects' }),
      statement({ ...allow, Action: 'S3:getobject' }),
    ],
    [
      'W3037',
      statement({ ...allow, Action: 's3:Gte*' }),
      statement({ ...allow, Action: ['s3:Get*', 's3:?etObject', 's*:*'] }),
    ],
    ['W3037', statement({ ...allow, Action: 'sss:Get' }), statement({ ...allow, NotAction: none })],
    ['W3037', statement({ ...allow, Action: 'GetObject' }), statement({ ...allow, Action: '*' })],
    ['W3037', onBucket({ Action: 'ec2:RunInstances' }), onBucket({ Action: 's3:*' })],
    [
      'CFS9101',
      statement({ ...allow, Action: Array(900).fill('s3:Get') }),
      statement({ ...allow, Action: Array(500).fill('s3:Get') }),
    ],
  ])

  it('a policy in a string is placed where the string is, and names what is wrong', () => {
    const text = JSON.stringify({ Statement: [{ ...allow, Effect: 'Alow' }] })
    expect(validate(managed(text)).filter(({ level }) => level === 'error')).to.deep.equal([
      {
        code: 'E3510',
        level: 'error',
        path: ['Resources', 'A', 'Properties', 'PolicyDocument'],
        logicalId: 'A',
        message: '"Alow" is no effect',
        hint: 'Allowed: Allow, Deny',
      },
    ])
  })
})
