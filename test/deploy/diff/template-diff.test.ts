import { expect } from 'chai'
import { templateDiff } from '../../../src/deploy/diff/template-diff.ts'
import { valueChanges } from '../../../src/deploy/diff/value-changes.ts'
import { updateBehaviour } from '../../../src/spec/update-behaviour.ts'

const db = (Properties: Record<string, unknown>, more: object = {}) => ({
  Type: 'AWS::RDS::DBInstance',
  Properties,
  ...more,
})
const diff = (before: object, after: object) =>
  templateDiff({ Resources: before } as never, { Resources: after } as never)
const short = (one: ReturnType<typeof templateDiff>) =>
  one.changes.map(({ action, logicalId, replacement, policyAction = '' }) =>
    `${action} ${logicalId} ${replacement} ${policyAction}`.trim(),
  )

describe('updateBehaviour()', () => {
  const cases: [string, string, string][] = [
    ['AWS::RDS::DBInstance', 'DBInstanceIdentifier', 'replaces'],
    ['AWS::RDS::DBInstance', 'AllocatedStorage', 'updates'],
    ['AWS::EC2::SecurityGroup', 'GroupName', 'replaces'],
    ['AWS::EC2::Instance', 'BlockDeviceMappings.0.Ebs.VolumeSize', 'may replace'],
    ['AWS::SNS::Topic', 'DisplayName', 'updates'],
    ['Acme::My::Type', 'Name', 'unknown'],
  ]
  for (const [type, path, expected] of cases) {
    it(`${type} ${path}: ${expected}`, () =>
      expect(updateBehaviour(type, path.split('.'))).to.equal(expected))
  }
})

describe('templateDiff()', () => {
  it('predicts what is replaced, puts data first, and tells what becomes of the old one', () => {
    const found = templateDiff(
      {
        Resources: {
          Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'a' } },
          Old: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain' },
          Db: db({ DBInstanceIdentifier: 'a', AllocatedStorage: 20 }, { UpdateReplacePolicy: 'Snapshot' }),
        },
      },
      {
        Resources: {
          Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'b' } },
          New: { Type: 'AWS::SQS::Queue' },
          Db: db({ DBInstanceIdentifier: 'b', AllocatedStorage: '20' }, { UpdateReplacePolicy: 'Snapshot' }),
        },
      },
      { Topic: 'stacks/web.ts:3' },
    )
    expect(short(found)).to.deep.equal([
      'replace Db yes ReplaceAndSnapshot',
      'remove Old no Retain',
      'modify Topic no',
      'add New no',
    ])
    expect(found.changes[0]?.properties).to.deep.equal([
      { path: 'Properties.DBInstanceIdentifier', recreation: 'yes', before: 'a', after: 'b' },
    ])
    expect(found.changes[2]).to.include({ source: 'stacks/web.ts:3' })
    expect(found.counts).to.deep.equal({ add: 1, modify: 1, replace: 1, remove: 1, import: 0, sync: 0 })
  })

  it('follows references of what is replaced', () => {
    const stack = (name: string) => ({
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: name } },
      Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
      Setting: { Type: 'AWS::SSM::Parameter', Properties: { Value: { 'Fn::Sub': 'x ${Subnet}' } } },
    })
    const found = diff(stack('10.0.0.0/16'), stack('10.1.0.0/16'))
    expect(short(found)).to.deep.equal([
      'replace Vpc yes ReplaceAndDelete',
      'modify Subnet maybe',
      'modify Setting no',
    ])
    expect(found.changes[2]?.properties).to.deep.equal([
      { path: 'Properties.Value', recreation: 'no', afterUnknown: true, cause: 'reference to Subnet' },
    ])
  })

  it('takes different spellings of the same for the same', () => {
    const one = {
      A: { Type: 'X::Y::Z', DependsOn: 'B', Properties: { P: 80, Q: { 'Fn::GetAtt': 'B.Arn' }, R: true } },
    }
    const other = {
      A: {
        Type: 'X::Y::Z',
        DependsOn: ['B'],
        Properties: { P: '80', Q: { 'Fn::GetAtt': ['B', 'Arn'] }, R: 'true' },
      },
    }
    expect(diff(one, other).changes).to.deep.equal([])
  })

  it('replaces a resource of another type, and sees one that only has another id', () => {
    const found = diff(
      { A: { Type: 'AWS::SNS::Topic' }, B: db({ Engine: 'mysql' }) },
      { A: { Type: 'AWS::SQS::Queue' }, C: db({ Engine: 'mysql' }) },
    )
    expect(short(found)).to.include('replace A yes ReplaceAndDelete')
    expect(found.renamed).to.deep.equal([{ from: 'B', to: 'C' }])
  })

  it('compares the other sections, and masks NoEcho defaults', () => {
    const of = (Default: string, Value: string) =>
      ({
        Parameters: { P: { Type: 'String', NoEcho: true, Default } },
        Resources: {},
        Outputs: { O: { Value } },
      }) as never
    expect(templateDiff(of('old', 'a'), of('new', 'b')).sections).to.deep.equal([
      { path: 'Parameters.P.Default', recreation: 'no', before: '****', after: '****' },
      { path: 'Outputs.O.Value', recreation: 'no', before: 'a', after: 'b' },
    ])
  })

  it('tells what a changed policy widens', () => {
    const policy = (Action: string) => ({
      P: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyDocument: { Statement: { Effect: 'Allow', Action, Resource: '*' } } },
      },
    })
    expect(diff(policy('s3:GetObject'), policy('s3:*')).access).to.deep.equal([
      {
        logicalId: 'P',
        type: 'AWS::IAM::Policy',
        widens: ['allow s3:* on *'],
        narrows: ['allow s3:GetObject on *'],
      },
    ])
  })
})

describe('valueChanges()', () => {
  it('compares parameters and tags with the settings, but nothing that is NoEcho', () => {
    const parameter = (ParameterKey: string, ParameterValue: string) => ({ ParameterKey, ParameterValue })
    const stack = {
      Parameters: [parameter('A', '1'), parameter('B', '2'), parameter('Secret', '****')],
      Tags: [
        { Key: 'team', Value: 'a' },
        { Key: 'old', Value: 'x' },
      ],
    }
    const template = {
      Parameters: { A: { Type: 'String' }, B: { Type: 'String' }, Secret: { Type: 'String', NoEcho: true } },
      Resources: {},
    }
    const settings = { parameters: { A: '3', B: '2', Secret: 'x' }, tags: { team: 'b' } }
    expect(valueChanges(stack, { template, settings })).to.deep.equal([
      { what: 'parameter A', before: '1', after: '3' },
      { what: 'tag team', before: 'a', after: 'b' },
      { what: 'tag old', before: 'x' },
    ])
  })
})
