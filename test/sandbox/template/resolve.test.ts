import { expect } from 'chai'
import { array, assert, constantFrom, jsonValue, property, string } from 'fast-check'
import { resolve } from '../../../src/sandbox/template/resolve.ts'
import { unknownValue } from '../../../src/sandbox/template/unknown-value.ts'
import { envOf, place, stack, worldWith } from './env-of.ts'

const queue = {
  ref: 'https://queue',
  attribute: (name: string) => (name === 'Arn' ? 'arn:queue' : undefined),
}

const env = envOf({
  topics: ['arn:topic'],
  scope: {
    parameters: { Name: 'orders', Zones: ['a', 'b'] },
    mappings: { Sizes: { test: { Type: 't3.micro', Ports: ['80', '443'] } } },
    conditions: { IsProd: true, IsTest: false },
  },
  resource: (id) => (id === 'Queue' ? queue : undefined),
  import: (name) => (name === 'network-VpcId' ? 'vpc-1' : undefined),
})

const sub = (text: string, own?: object): unknown =>
  resolve({ 'Fn::Sub': own === undefined ? text : [text, own] }, env)

describe('resolve()', () => {
  it('yields what every function stands for', () => {
    expect(
      resolve(
        {
          account: { Ref: 'AWS::AccountId' },
          topics: { Ref: 'AWS::NotificationARNs' },
          region: { Ref: 'AWS::Region' },
          id: { Ref: 'AWS::StackId' },
          suffix: { Ref: 'AWS::URLSuffix' },
          name: { Ref: 'Name' },
          zones: { Ref: 'Zones' },
          queue: { Ref: 'Queue' },
          arn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
          short: { 'Fn::GetAtt': 'Queue.Arn' },
          sub: { 'Fn::Sub': '${Name}-${Queue.Arn}-${!Literal}-${AWS::Partition}' },
          join: { 'Fn::Join': ['/', ['a', 1, true, { Ref: 'Name' }]] },
          select: { 'Fn::Select': ['1', { Ref: 'Zones' }] },
          split: { 'Fn::Split': ['|', 'a|b|'] },
          base64: { 'Fn::Base64': 'é' },
          zonesOf: { 'Fn::GetAZs': '' },
          found: { 'Fn::FindInMap': ['Sizes', 'test', 'Ports'] },
          fallback: { 'Fn::FindInMap': ['Sizes', 'prod', 'Type', { DefaultValue: 'm7g.large' }] },
          if: { 'Fn::If': ['IsProd', 'yes', { Ref: 'Nobody' }] },
          imported: { 'Fn::ImportValue': 'network-VpcId' },
          length: { 'Fn::Length': { Ref: 'Zones' } },
          json: { 'Fn::ToJsonString': { A: { Ref: 'Name' }, B: [1] } },
        },
        env,
      ),
    ).to.deep.equal({
      account: place.account,
      topics: ['arn:topic'],
      region: 'eu-west-1',
      id: stack.id,
      suffix: 'amazonaws.com',
      name: 'orders',
      zones: ['a', 'b'],
      queue: 'https://queue',
      arn: 'arn:queue',
      short: 'arn:queue',
      sub: 'orders-arn:queue-${Literal}-aws',
      join: 'a/1/true/orders',
      select: 'b',
      split: ['a', 'b', ''],
      base64: 'w6k=',
      zonesOf: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
      found: ['80', '443'],
      fallback: 'm7g.large',
      if: 'yes',
      imported: 'vpc-1',
      length: 2,
      json: '{"A":"orders","B":[1]}',
    })
  })

  it('leaves out AWS::NoValue, of objects, lists, and as a whole', () => {
    const none = { 'Fn::If': ['IsTest', 'x', { Ref: 'AWS::NoValue' }] }
    expect(resolve({ A: none, B: [none, 'b'], C: { D: none } }, env)).to.deep.equal({ B: ['b'], C: {} })
    expect(resolve(none, env)).to.equal(undefined)
  })

  it('cuts address blocks of both kinds', () => {
    expect(resolve({ 'Fn::Cidr': ['10.0.0.0/16', 2, '8'] }, env)).to.deep.equal([
      '10.0.0.0/24',
      '10.0.1.0/24',
    ])
    expect(resolve({ 'Fn::Cidr': ['2001:db8::/56', 2, 64] }, env)).to.deep.equal([
      '2001:db8::/64',
      '2001:db8:0:1::/64',
    ])
    expect(resolve({ 'Fn::Select': [1, { 'Fn::Cidr': ['10.0.0.0/24', 4, 6] }] }, env)).to.equal(
      '10.0.0.64/26',
    )
  })

  it('says that what hangs on a resource that does not exist yet is unknown', () => {
    for (const value of [
      { Ref: 'Later' },
      { 'Fn::GetAtt': ['Later', 'Arn'] },
      { 'Fn::Sub': 'a-${Later}' },
      { 'Fn::Join': ['', ['a', { 'Fn::GetAtt': 'Later.Id' }]] },
      { 'Fn::Select': [0, { 'Fn::GetAtt': 'Later.List' }] },
      { 'Fn::Base64': { Ref: 'Later' } },
      { 'Fn::ToJsonString': { A: [{ Ref: 'Later' }] } },
      { 'Fn::ImportValue': { 'Fn::Sub': '${Later}-x' } },
      { 'Fn::Split': [',', { Ref: 'Later' }] },
      { 'Fn::Cidr': [{ 'Fn::GetAtt': 'Later.CidrBlock' }, 1, 8] },
    ])
      expect(resolve(value, env), JSON.stringify(value)).to.equal(unknownValue)
  })

  it('reads dynamic references, unless they are kept', () => {
    const world = worldWith({
      parameters: {
        '123456789012/eu-west-1//app/size': { type: 'String', values: ['small', 'large'] },
        '123456789012/eu-west-1//app/key': { type: 'SecureString', values: ['hush'] },
      },
      secrets: { '123456789012/eu-west-1/db': '{"password":"p:w","port":5432}' },
    })
    const value = [
      '{{resolve:ssm:/app/size}} {{resolve:ssm:/app/size:1}}',
      '{{resolve:ssm-secure:/app/key:1}}',
      '{{resolve:secretsmanager:db:SecretString:password}}',
      '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3:SecretString:port::}}',
      { 'Fn::Sub': '{{resolve:secretsmanager:${X}:SecretString:password}}' },
    ]
    const own = envOf({ world, resource: () => ({ ref: 'db', attribute: () => undefined }) })
    expect(resolve(value, own)).to.deep.equal(['large small', 'hush', 'p:w', '5432', 'p:w'])
    const kept = resolve(value, { ...own, dynamicReferences: 'kept' }) as readonly unknown[]
    expect(kept[0]).to.equal(value[0])
    expect(kept[4]).to.equal('{{resolve:secretsmanager:db:SecretString:password}}')
  })

  it('knows the availability zones of its own region only', () => {
    expect(resolve({ 'Fn::GetAZs': 'eu-west-1' }, env)).to.have.length(3)
    expect(resolve({ 'Fn::GetAZs': 'us-east-1' }, env)).to.deep.equal([])
  })

  it('refuses in the words of CloudFormation', () => {
    const texts = [
      { 'Fn::Select': ['2', ['a', 'b']] },
      { 'Fn::FindInMap': ['Sizes', 'prod', 'Type'] },
      { 'Fn::FindInMap': ['Nothing', 'prod', 'Type'] },
      { 'Fn::ImportValue': 'nobody-exports-it' },
      { 'Fn::Sub': '${Zones}' },
      { 'Fn::If': ['Undeclared', 1, 2] },
      '{{resolve:ssm:/nothing}}',
      '{{resolve:ssm:/nothing:prod}}',
      '{{resolve:s3:/nothing}}',
      '{{resolve:secretsmanager:nothing}}',
    ].map((value) => {
      try {
        return resolve(value, env)
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(texts).to.deep.equal([
      'Template error: Fn::Select cannot select nonexistent value at index 2',
      'Template error: Unable to get mapping for Sizes::prod::Type',
      "Template error: Mapping named 'Nothing' is not present in the 'Mappings' section of template.",
      'No export named nobody-exports-it found.',
      'Template error: variable Zones in Fn::Sub expression does not resolve to a string',
      'Template error: unresolved condition dependency Undeclared in Fn::If',
      'Parameters: [ssm:/nothing] cannot be found.',
      'Incorrect format is used in the following SSM reference: [{{resolve:ssm:/nothing:prod}}]',
      'Template error: Service [s3] in dynamic reference [{{resolve:s3:/nothing}}] is not supported.',
      "Secrets Manager can't find the specified secret. (Service: AWSSecretsManager; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: 00000000-0000-0000-0000-000000000000; Proxy: null)",
    ])
  })
})

describe('resolve(), whatever is given', () => {
  const plain = jsonValue().filter((value) => !/Ref|Fn::|resolve|__proto__/.test(JSON.stringify(value)))

  it('leaves values without functions as they are', () => {
    assert(
      property(plain, (value) => {
        expect(resolve(value, env)).to.deep.equal(value)
      }),
    )
  })

  it('has nothing left to do with what it yielded', () => {
    const call = constantFrom(
      { Ref: 'Name' },
      { Ref: 'Later' },
      { 'Fn::GetAtt': ['Queue', 'Arn'] },
      { 'Fn::If': ['IsTest', { Ref: 'AWS::NoValue' }, { A: { Ref: 'Zones' } }] },
      { 'Fn::Split': [',', 'a,b'] },
    )
    assert(
      property(array(call), plain, (calls, value) => {
        const once = resolve({ calls, value }, env)
        expect(resolve(once, env)).to.deep.equal(once)
      }),
    )
  })

  it('joins and substitutes to the same text, and splits what it joined', () => {
    const part = string({ minLength: 1 }).filter((text) => !/[${}|]/.test(text))
    assert(
      property(array(part, { minLength: 1 }), (parts) => {
        const joined = resolve({ 'Fn::Join': ['|', parts] }, env)
        const own = Object.fromEntries(parts.map((text, index) => [`V${index}`, text]))
        expect(sub(parts.map((_, index) => `\${V${index}}`).join('|'), own)).to.equal(joined)
        expect(resolve({ 'Fn::Split': ['|', joined] }, env)).to.deep.equal(parts)
      }),
    )
  })
})
