import { expect } from 'chai'
import { validate } from '../../../src/validate/validate.ts'

const template = (Resources: object, Parameters: object = {}): object => ({ Resources, Parameters })
const role = (Properties: object, others: object = {}): object => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: trust, ...Properties },
  ...others,
})
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}
const group = (GroupDescription: string, VpcId: unknown): object => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { GroupName: 'web', GroupDescription, VpcId },
})
const vpc = (CidrBlock: string): object => ({ Type: 'AWS::EC2::VPC', Properties: { CidrBlock } })
const found = (before: object, after: object): readonly string[] =>
  validate(after, { previous: before })
    .filter(({ code }) => code.startsWith('CFS17'))
    .map(({ code, level, path }) => `${code} ${level} ${path.join('.')}`)
const name = (value: unknown): object => ({ RoleName: value })

describe('names in an update', () => {
  it('CFS1701 says which change replaces what keeps its name', () => {
    const before = template({ App: role({ RoleName: 'app', Path: '/' }) })
    const after = template({ App: role({ RoleName: 'app', Path: '/web/' }) })
    expect(validate(after, { previous: before })).to.deep.equal([
      {
        code: 'CFS1701',
        level: 'error',
        path: ['Resources', 'App', 'Properties', 'RoleName'],
        logicalId: 'App',
        message:
          'The change of "Path" replaces "App", but its name "app" stays: the new one cannot be made while the old one has it',
        hint: 'Change "RoleName" too, or leave it out',
      },
    ])
    expect(validate(after)).to.deep.equal([])
  })

  it('CFS1701 is silent when the name changes too, is not fixed, or nothing replaces', () => {
    const silent: readonly (readonly [object, object])[] = [
      [
        { RoleName: 'app', Path: '/' },
        { RoleName: 'web', Path: '/web/' },
      ],
      [{ Path: '/' }, { Path: '/web/' }],
      [
        { RoleName: 'app', Description: 'a' },
        { RoleName: 'app', Description: 'b' },
      ],
      // What the parameter is was perhaps the same.
      [
        { RoleName: 'app', Path: '/' },
        { RoleName: 'app', Path: { Ref: 'Path' } },
      ],
      [{ RoleName: 'app' }, { RoleName: 'app', Path: '/' }],
    ]
    const Parameters = { Path: { Type: 'String' } }
    for (const [was, is] of silent)
      expect(found(template({ App: role(was) }), template({ App: role(is) }, Parameters))).to.deep.equal([])
  })

  it('CFS1701 is a warning when a parameter is part of the name', () => {
    const Parameters = { Stage: { Type: 'String' } }
    const named = (Path: string): object =>
      template({ App: role({ ...name({ 'Fn::Sub': 'app-${Stage}' }), Path }) }, Parameters)
    expect(found(named('/'), named('/web/'))).to.deep.equal([
      'CFS1701 warning Resources.App.Properties.RoleName',
    ])
  })

  it('CFS1701 knows that a name is free in another VPC', () => {
    const groups = (description: string, block: string): object =>
      template({ Vpc: vpc(block), Web: group(description, { Ref: 'Vpc' }) })
    expect(found(groups('Web', '10.0.0.0/16'), groups('The web', '10.0.0.0/16'))).to.deep.equal([
      'CFS1701 error Resources.Web.Properties.GroupName',
    ])
    // The VPC is replaced, and the group with it is a group of another VPC.
    expect(found(groups('Web', '10.0.0.0/16'), groups('The web', '10.1.0.0/16'))).to.deep.equal([])
  })

  it('CFS1702 finds a name under another logical id', () => {
    const before = template({ App: role(name('app')) })
    expect(found(before, template({ Web: role(name('app')) }))).to.deep.equal([
      'CFS1702 error Resources.Web.Properties.RoleName',
    ])
    expect(found(before, template({ Web: role(name('web')) }))).to.deep.equal([])
    expect(found(before, template({ App: role(name('app')), Web: role(name('web')) }))).to.deep.equal([])
    expect(found(template({ App: role({}) }), template({ Web: role({}) }))).to.deep.equal([])
  })

  it('CFS1702 finds a route that moves to another logical id', () => {
    const route = (RouteTableId: unknown): object => ({
      Type: 'AWS::EC2::Route',
      Properties: { RouteTableId, DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-12345678' },
    })
    const table = { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: 'vpc-12345678' } }
    const before = template({ Table: table, Default: route({ Ref: 'Table' }) })
    expect(found(before, template({ Table: table, Out: route({ Ref: 'Table' }) }))).to.deep.equal([
      'CFS1702 error Resources.Out.Properties.DestinationCidrBlock',
    ])
    expect(found(before, template({ Other: table, Out: route({ Ref: 'Other' }) }))).to.deep.equal([])
  })

  it('CFS1703 finds another type under a logical id', () => {
    const topic = { Type: 'AWS::SNS::Topic' }
    const before = template({ App: { Type: 'AWS::SQS::Queue' } })
    expect(found(before, template({ App: topic }))).to.deep.equal(['CFS1703 error Resources.App.Type'])
    expect(found(before, template({ Topic: topic }))).to.deep.equal([])
  })

  it('CFS1801 is an error when the change is there, unless the address changes too', () => {
    const host = (ImageId: string, PrivateIpAddress: string, SubnetId = 'subnet-12345678'): object =>
      template({ Host: { Type: 'AWS::EC2::Instance', Properties: { ImageId, PrivateIpAddress, SubnetId } } })
    const levels = (before: object, after: object): readonly string[] =>
      validate(after, { previous: before }).flatMap(({ code, level }) => (code === 'CFS1801' ? [level] : []))
    const before = host('ami-11111111', '10.0.0.9')
    expect(levels(before, host('ami-22222222', '10.0.0.9'))).to.deep.equal(['error'])
    expect(levels(before, host('ami-22222222', '10.0.0.10'))).to.deep.equal([])
    expect(levels(before, host('ami-22222222', '10.0.0.9', 'subnet-87654321'))).to.deep.equal([])
    expect(levels(before, before)).to.deep.equal([])
  })

  it('nothing is found, and nothing thrown, with any previous template', () => {
    const after = template({ App: role(name('app')) })
    for (const previous of [null, [], 'a', {}, { Resources: [] }, { Resources: { App: null, B: {} } }])
      expect(validate(after, { previous })).to.deep.equal([])
  })
})
