import { expect } from 'chai'
import { judgeRules } from '../../../../src/sandbox/template/rules/judge-rules.ts'
import type { LiveResource } from '../../../../src/sandbox/world.ts'
import { envOf, place, processedWith, worldWith } from '../env-of.ts'
import { messageOf } from '../message-of.ts'

const world = {
  ...worldWith(),
  live: {
    a: subnet('subnet-a', 'vpc-1', 'public'),
    b: subnet('subnet-b', 'vpc-1', 'private'),
    c: subnet('subnet-c', 'vpc-2', 'public'),
  },
}

function subnet(physicalId: string, VpcId: string, kind: string): LiveResource {
  const properties = { VpcId, Tags: [{ Key: 'Kind', Value: kind }] }
  return { place, type: 'AWS::EC2::Subnet', physicalId, properties, attributes: {}, createdAt: 0 }
}

const env = envOf({
  world,
  scope: {
    parameters: { Stage: 'prod', Size: 'small', Vpc: 'vpc-1', Subnets: ['subnet-a', 'subnet-b'] },
    mappings: {},
    conditions: {},
  },
})

const isKept = (Assert: object): boolean =>
  messageOf(() => judgeRules({ Rules: { R: { Assertions: [{ Assert }] } } }, env)) === undefined

describe('judgeRules()', () => {
  it('works every function of rules out', () => {
    const kept: readonly object[] = [
      { 'Fn::Contains': [['small', 'large'], { Ref: 'Size' }] },
      { 'Fn::Contains': [{ Ref: 'Subnets' }, 'subnet-a'] },
      { 'Fn::EachMemberEquals': [{ 'Fn::ValueOf': ['Subnets', 'VpcId'] }, { Ref: 'Vpc' }] },
      { 'Fn::EachMemberIn': [{ Ref: 'Subnets' }, { 'Fn::RefAll': 'AWS::EC2::Subnet::Id' }] },
      { 'Fn::Contains': [{ 'Fn::ValueOfAll': ['AWS::EC2::Subnet::Id', 'Tags.Kind'] }, 'private'] },
      {
        'Fn::And': [
          { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
          { 'Fn::Not': [{ 'Fn::Contains': [['x'], 'y'] }] },
        ],
      },
      { 'Fn::Or': [{ 'Fn::Equals': ['a', 'b'] }, { 'Fn::Equals': [1, '1'] }] },
    ]
    expect(kept.filter((assert) => !isKept(assert))).to.deep.equal([])
    expect(kept.filter((assert) => isKept({ 'Fn::Not': [assert] }))).to.deep.equal([])
    expect(
      isKept({ 'Fn::EachMemberEquals': [{ 'Fn::ValueOf': ['Subnets', 'Tags.Kind'] }, 'public'] }),
    ).to.equal(false)
  })
})

describe('processTemplate(), of a template with rules', () => {
  const template = (rule: object): object => ({
    Parameters: { Stage: { Type: 'String' } },
    Rules: { R: rule },
    Resources: { A: { Type: 'AWS::SNS::Topic' } },
  })
  const large = {
    RuleCondition: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    Assertions: [{ Assert: { 'Fn::Contains': [['large'], 'small'] }, AssertDescription: 'prod is large' }],
  }

  it('refuses values that break a rule, when its condition holds', () => {
    expect(messageOf(() => processedWith(template(large), { Stage: 'prod' }))).to.equal(
      'Template error: prod is large',
    )
    expect(messageOf(() => processedWith(template(large), { Stage: 'test' }))).to.equal(undefined)
  })

  it('refuses functions that rules cannot have', () => {
    const rule = { Assertions: [{ Assert: { 'Fn::Equals': [{ 'Fn::Sub': '${Stage}' }, 'a'] } }] }
    expect(messageOf(() => processedWith(template(rule), { Stage: 'prod' }))).to.equal(
      'Template format error: Following functions are not supported in the Rules block of the template: [Fn::Sub]',
    )
  })
})
