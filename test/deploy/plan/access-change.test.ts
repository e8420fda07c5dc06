import { expect } from 'chai'
import { accessChange, isAlarming } from '../../../src/deploy/plan/access-change.ts'
import type { ResourceChange } from '../../../src/deploy/calls/client.ts'

function change(
  type: string,
  before: object | undefined,
  after: object | undefined,
  action = 'Modify',
): ResourceChange {
  return {
    Action: action as never,
    LogicalResourceId: 'It',
    ResourceType: type,
    ...(before && { BeforeContext: JSON.stringify({ Properties: before }) }),
    ...(after && { AfterContext: JSON.stringify({ Properties: after }) }),
  }
}

const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
const policy = (...Statement: object[]) => ({ PolicyDocument: { Statement } })

describe('accessChange()', () => {
  it('tells what a policy widens and narrows, action by action', () => {
    const found = accessChange(
      change(
        'AWS::IAM::Policy',
        policy(allow(['s3:GetObject', 's3:ListBucket'], 'arn:a')),
        policy(allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], 'arn:a'), allow('*', '*')),
      ),
      { source: 'stacks/web.ts:3' },
    )
    expect(found).to.deep.equal({
      logicalId: 'It',
      type: 'AWS::IAM::Policy',
      source: 'stacks/web.ts:3',
      widens: ['allow * on *', 'allow s3:PutObject, s3:DeleteObject on arn:a'],
      narrows: ['allow s3:ListBucket on arn:a'],
    })
  })

  it('counts a refusal that goes as widening', () => {
    const deny = {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }
    expect(accessChange(change('AWS::S3::BucketPolicy', policy(deny), policy()), {})).to.deep.include({
      widens: ['deny s3:* on * if {"Bool":{"aws:SecureTransport":"false"}}'],
      narrows: [],
    })
  })

  it('tells who a role trusts, and its managed policies', () => {
    const trust = (Principal: unknown) => ({
      AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal } },
    })
    const found = accessChange(
      change('AWS::IAM::Role', trust({ Service: 'ec2.amazonaws.com' }), {
        ...trust({ AWS: ['*', 'arn:x'] }),
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      }),
      {},
    )
    expect(found).to.deep.include({
      widens: [
        'allow sts:AssumeRole by *',
        'allow arn:aws:iam::aws:policy/AdministratorAccess',
        'allow sts:AssumeRole by arn:x',
      ],
      narrows: ['allow sts:AssumeRole by ec2.amazonaws.com'],
    })
  })

  it('names what is known only while deploying as the template does', () => {
    const unknown = '{{changeSet:KNOWN_AFTER_APPLY}}'
    const before = { SecurityGroupIngress: [{ IpProtocol: '-1', SourceSecurityGroupId: 'sg-1' }] }
    const after = {
      SecurityGroupIngress: [
        { IpProtocol: '-1', SourceSecurityGroupId: unknown },
        { IpProtocol: '-1', SourceSecurityGroupId: unknown },
        { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: unknown },
      ],
    }
    const properties = {
      SecurityGroupIngress: [
        { IpProtocol: '-1', SourceSecurityGroupId: { Ref: 'Ssh' } },
        { IpProtocol: '-1', SourceSecurityGroupId: { Ref: 'Ssh' } },
      ],
    }
    const found = accessChange(change('AWS::EC2::SecurityGroup', before, after), { properties })
    expect([found?.widens, found?.narrows]).to.deep.equal([
      ['allow all traffic from ${Ssh}', 'allow tcp 80 from (known while deploying)'],
      ['allow all traffic from sg-1'],
    ])
  })

  it('tells which ports open for whom, of a new group by its template', () => {
    const properties = {
      SecurityGroupIngress: [
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' },
        { IpProtocol: 'tcp', FromPort: 8000, ToPort: 8080, SourceSecurityGroupId: { Ref: 'Lb' } },
      ],
      SecurityGroupEgress: { IpProtocol: -1, CidrIpv6: '::/0' },
    }
    const found = accessChange(change('AWS::EC2::SecurityGroup', undefined, undefined, 'Add'), { properties })
    expect(found?.widens).to.deep.equal([
      'allow tcp 22 from 0.0.0.0/0',
      'allow tcp 8000-8080 from ${Lb}',
      'allow all traffic to ::/0',
    ])
  })

  it('is silent where nothing is known or nothing about access changes', () => {
    expect(accessChange(change('AWS::IAM::Policy', undefined, policy()), {})).to.equal(undefined)
    expect(accessChange(change('AWS::SNS::Topic', {}, {}), {})).to.equal(undefined)
    const same = policy(allow('s3:*', '*'))
    expect(accessChange(change('AWS::IAM::Policy', same, same), {})).to.equal(undefined)
  })
})

describe('isAlarming()', () => {
  it('knows the whole world and full power', () => {
    const all = [
      'allow tcp 22 from 0.0.0.0/0',
      'allow * on arn:a',
      'allow s3:GetObject on arn:a by *',
      'allow s3:* on *',
    ]
    expect(all.map(isAlarming)).to.deep.equal([true, true, true, false])
  })
})
