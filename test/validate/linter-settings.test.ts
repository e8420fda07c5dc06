import { expect } from 'chai'
import { regionsFor } from '../../src/cli/validate/regions-for.ts'
import { parseTemplate } from '../../src/validate/read-template.ts'
import { examine, validate } from '../../src/validate/validate.ts'

const table = (ReadCapacityUnits: unknown, WriteCapacityUnits: unknown): object => ({
  Type: 'AWS::DynamoDB::Table',
  DeletionPolicy: 'Delete',
  UpdateReplacePolicy: 'Delete',
  Properties: {
    KeySchema: [{ AttributeName: 'Id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'Id', AttributeType: 'S' }],
    ProvisionedThroughput: { ReadCapacityUnits, WriteCapacityUnits },
    DeletionProtectionEnabled: 'true',
  },
})
const told = (config: object, resource: object): readonly string[] =>
  validate({ Metadata: { 'cfn-lint': { config } }, Resources: { T: resource } }).map(
    ({ code, path }) => `${code} ${path.slice(-1).join()}`,
  )
const strict = (value: unknown): object => ({ configure_rules: { E3012: { strict: value } } })

describe("a template's settings for cfn-lint", () => {
  it('ask that numbers and truth values are not written as text', () => {
    const wanted = ['E3012 WriteCapacityUnits', 'E3012 DeletionProtectionEnabled']
    expect(told(strict(true), table(5, '5'))).to.have.members(wanted)
    expect(told(strict('True'), table(5, '5'))).to.have.members(wanted)
    expect(told(strict(true), { Type: 'AWS::SNS::Topic', Properties: { TopicName: 5 } })).to.deep.equal([
      'E3012 TopicName',
    ])
  })

  it('say why something is suppressed', () => {
    const suppressed = (Metadata: object) =>
      examine({ Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { Nam: 'a' }, Metadata } } })
        .suppressed
    const config = { ignore_checks: ['E30'] }
    const reasoned = (ignore_reasons: unknown) =>
      suppressed({ 'cfn-lint': { config: { ...config, ignore_reasons } } }).map(
        ({ suppression }) => suppression,
      )
    expect(reasoned({ E3002: 'by design' })).to.deep.equal([{ code: 'E30', reason: 'by design' }])
    expect(reasoned([{ E30: 'by design' }])).to.deep.equal([{ code: 'E30', reason: 'by design' }])
    expect(reasoned('none')).to.deep.equal([{ code: 'E30', reason: 'cfn-lint metadata' }])
  })

  it('suppress nothing that is mandatory', () => {
    const template = {
      Metadata: { 'cfn-lint': { config: { ignore_checks: ['E'] } } },
      Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { Nam: 'a', TopicName: [] } } },
    }
    const codes = (mandatory: readonly string[], ignore: readonly string[] = []) =>
      validate(template, { mandatory, ignore }).map(({ code }) => code)
    expect(codes([])).to.deep.equal([])
    expect(codes(['E3002'])).to.deep.equal(['E3002'])
    expect(codes(['E30'], ['E3012'])).to.have.members(['E3002', 'E3012'])
  })

  it('leave kinds loose when they do not ask, also after a template that asked', () => {
    expect(told(strict(false), table('5', '5'))).to.deep.equal([])
    expect(told({}, table('5', '5'))).to.deep.equal([])
  })

  it('name the regions that it is meant for, unless somebody else does', () => {
    const template = {
      Metadata: { 'cfn-lint': { config: { regions: ['eu-north-1'] } } },
      Resources: { S: { Type: 'AWS::EC2::Volume', Properties: { AvailabilityZone: 'us-east-1a', Size: 1 } } },
    }
    expect(regionsFor(undefined, [], template)).to.deep.equal(['eu-north-1'])
    expect(regionsFor('us-west-2', [], template)).to.deep.equal(['us-west-2'])
    expect(regionsFor(undefined, ['us-west-2'], template)).to.deep.equal(['us-west-2'])
    const absent = { ...template, Resources: { T: { Type: 'AWS::AppStream::Fleet' } } }
    const codes = (given: object): readonly string[] =>
      validate(absent, given)
        .filter(({ code }) => code === 'E3006')
        .map(({ message }) => message)
    expect(codes({}).join()).to.include('eu-north-1')
    expect(codes({ regions: ['us-east-1'] }).join()).not.to.include('eu-north-1')
  })
})

describe('W1100 and W1101', () => {
  const text = (topic: string): string =>
    `Mappings: { M: { a: &a { x: 1 }, b: { <<: *a, y: 2 } } }\nResources:\n  T: &t\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: !FindInMap [M, b, y], DisplayName: !FindInMap [M, a, x] }\n  U: ${topic}\n`
  const found = (yaml: string) =>
    validate(parseTemplate(yaml))
      .filter(({ code }) => code.startsWith('W110'))
      .map(({ code, path }) => [code, path.join('.')])

  it('are found where something is used again, once', () => {
    expect(found(text('*t'))).to.deep.equal([
      ['W1100', 'Mappings.M.b'],
      ['W1101', 'Resources.U'],
    ])
  })

  it('are left to the SAM command line in serverless templates', () => {
    expect(found(`Transform: AWS::Serverless-2016-10-31\n${text('*t')}`)).to.deep.equal([])
  })
})
