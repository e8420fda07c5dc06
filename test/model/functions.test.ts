import { expect } from 'chai'
import * as cf from '../../src/index.ts'

const bucket = cf.resource('AWS::S3::Bucket', 'Logs')
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Call to the JSON that CloudFormation documents for it. */
const printed: { readonly [call: string]: readonly [made: object, json: object] } = {
  "ref('Vpc')": [cf.ref('Vpc'), { Ref: 'Vpc' }],
  "getAtt('Vpc', 'CidrBlock')": [cf.getAtt('Vpc', 'CidrBlock'), { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }],
  "join('-', …)": [cf.join('-', ['a', bucket.ref, 1]), { 'Fn::Join': ['-', ['a', { Ref: 'Logs' }, 1]] }],
  'select(1, …)': [cf.select(1, ['a', 'b']), { 'Fn::Select': [1, ['a', 'b']] }],
  "split(',', …)": [cf.split(',', cf.ref('List')), { 'Fn::Split': [',', { Ref: 'List' }] }],
  'getAZs()': [cf.getAZs(), { 'Fn::GetAZs': '' }],
  'getAZs(region)': [cf.getAZs(cf.region), { 'Fn::GetAZs': { Ref: 'AWS::Region' } }],
  'cidr()': [cf.cidr('10.0.0.0/16', 4, 8), { 'Fn::Cidr': ['10.0.0.0/16', 4, 8] }],
  'importValue()': [cf.importValue('net-Vpc'), { 'Fn::ImportValue': 'net-Vpc' }],
  'getStackOutput()': [
    cf.getStackOutput({ StackName: 'net', OutputName: 'Vpc', Region: 'eu-west-1' }),
    { 'Fn::GetStackOutput': { StackName: 'net', OutputName: 'Vpc', Region: 'eu-west-1' } },
  ],
  'base64()': [cf.base64('#!/bin/sh'), { 'Fn::Base64': '#!/bin/sh' }],
  'toJsonString()': [cf.toJsonString({ a: bucket.ref }), { 'Fn::ToJsonString': { a: { Ref: 'Logs' } } }],
  'length()': [cf.length(cf.ref('List')), { 'Fn::Length': { Ref: 'List' } }],
  'transform()': [
    cf.transform('AWS::Include', { Location: 's3://a/b' }),
    { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b' } } },
  ],
  'findInMap()': [
    cf.findInMap('Sizes', cf.region, 'Count'),
    { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'Count'] },
  ],
  'findInMap() with a default': [
    cf.findInMap('Sizes', 'a', 'b', 0),
    { 'Fn::FindInMap': ['Sizes', 'a', 'b', { DefaultValue: 0 }] },
  ],
  'raw()': [cf.raw({ 'Fn::New': [bucket.ref] }), { 'Fn::New': [{ Ref: 'Logs' }] }],
  'equals()': [cf.equals(cf.region, 'us-east-1'), { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] }],
  'contains()': [cf.contains(['a', 'b'], cf.ref('P')), { 'Fn::Contains': [['a', 'b'], { Ref: 'P' }] }],
  'eachMemberEquals()': [
    cf.eachMemberEquals(cf.ref('P'), 'a'),
    { 'Fn::EachMemberEquals': [{ Ref: 'P' }, 'a'] },
  ],
  'eachMemberIn()': [cf.eachMemberIn(cf.ref('P'), ['a']), { 'Fn::EachMemberIn': [{ Ref: 'P' }, ['a']] }],
  'refAll()': [cf.refAll('AWS::EC2::VPC::Id'), { 'Fn::RefAll': 'AWS::EC2::VPC::Id' }],
  'valueOf()': [cf.valueOf('Vpc', 'Tags.Team'), { 'Fn::ValueOf': ['Vpc', 'Tags.Team'] }],
  'valueOfAll()': [
    cf.valueOfAll('AWS::EC2::Subnet::Id', 'VpcId'),
    { 'Fn::ValueOfAll': ['AWS::EC2::Subnet::Id', 'VpcId'] },
  ],
}

describe('intrinsic functions', () => {
  for (const [call, [made, json]] of Object.entries(printed)) {
    it(`${call} prints its JSON`, () => expect(plain(made)).to.deep.equal(json))
  }

  it('pseudo parameters print as references', () => {
    const { accountId, noValue, notificationArns, partition, region, stackId, stackName, urlSuffix } = cf
    const all = [accountId, noValue, notificationArns, partition, region, stackId, stackName, urlSuffix]
    const names = [
      'AccountId',
      'NoValue',
      'NotificationARNs',
      'Partition',
      'Region',
      'StackId',
      'StackName',
      'URLSuffix',
    ]
    expect(plain(all)).to.deep.equal(names.map((name) => ({ Ref: `AWS::${name}` })))
  })

  it('are frozen', () => {
    for (const [made] of Object.values(printed)) expect(Object.isFrozen(made)).to.equal(true)
  })
})

describe('conditions', () => {
  const isLarge = cf.condition('IsLarge', cf.equals('a', 'b'))

  it('print by name in `and`, `or` and `not`, and as the first argument of `ifElse`', () => {
    const test = cf.equals(cf.stackName, 'web')
    const equal = { 'Fn::Equals': [{ Ref: 'AWS::StackName' }, 'web'] }
    expect(
      plain([
        cf.and(isLarge, test),
        cf.or(isLarge, test),
        cf.not(isLarge),
        cf.ifElse(isLarge, 1, cf.noValue),
      ]),
    ).to.deep.equal([
      { 'Fn::And': [{ Condition: 'IsLarge' }, equal] },
      { 'Fn::Or': [{ Condition: 'IsLarge' }, equal] },
      { 'Fn::Not': [{ Condition: 'IsLarge' }] },
      { 'Fn::If': ['IsLarge', 1, { Ref: 'AWS::NoValue' }] },
    ])
  })

  it('may be named by text', () => {
    expect(plain(cf.ifElse('IsSmall', 'a', 'b'))).to.deep.equal({ 'Fn::If': ['IsSmall', 'a', 'b'] })
  })
})

describe('mapping()', () => {
  it('looks up by literals and values', () => {
    const sizes = cf.mapping('Sizes', { staging: { Count: 1 }, production: { Count: 3 } })
    expect(plain(sizes.get('staging', 'Count'))).to.deep.equal({
      'Fn::FindInMap': ['Sizes', 'staging', 'Count'],
    })
    expect(plain(sizes.get(cf.stackName, 'Count', 2))).to.deep.equal({
      'Fn::FindInMap': ['Sizes', { Ref: 'AWS::StackName' }, 'Count', { DefaultValue: 2 }],
    })
  })
})
