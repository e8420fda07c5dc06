import { expect } from 'chai'
import { parseRegistrySchema } from '../../../src/codegen/registry-schema.ts'
import { registrySchema } from '../../../src/sandbox/types/registry-schema.ts'
import { typeCatalog } from '../../../src/validate/schemas/type-catalog.ts'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { scene } from '../engine/scene.ts'

describe('DescribeType', () => {
  it('gives the schema of a type', () => {
    const { Schema, ...rest } = scene().call('DescribeType', {
      Type: 'RESOURCE',
      TypeName: 'AWS::SNS::TopicPolicy',
    })
    expect(rest).to.deep.equal({
      Arn: 'arn:aws:cloudformation:eu-west-1::type/resource/AWS-SNS-TopicPolicy',
      Type: 'RESOURCE',
      TypeName: 'AWS::SNS::TopicPolicy',
      Description: 'Resource Type definition for AWS::SNS::TopicPolicy',
      ProvisioningType: 'FULLY_MUTABLE',
      DeprecatedStatus: 'LIVE',
      Visibility: 'PUBLIC',
      IsActivated: true,
    })
    const { typeName, additionalProperties, required, primaryIdentifier } = JSON.parse(
      String(Schema),
    ) as JsonObject
    expect({ typeName, additionalProperties, required, primaryIdentifier }).to.deep.equal({
      typeName: 'AWS::SNS::TopicPolicy',
      additionalProperties: false,
      required: ['PolicyDocument', 'Topics'],
      primaryIdentifier: ['/properties/Id'],
    })
  })

  it('gives schemas that `types add` reads', () => {
    // Every tenth: all of them take seconds.
    const wrong = typeCatalog()
      .names()
      .filter((_, index) => index % 10 === 0)
      .filter((name) => parseRegistrySchema(JSON.stringify(registrySchema(name)), name).typeName !== name)
    expect(wrong).to.deep.equal([])
  })

  it('says that a type is not known', () => {
    expect(() => scene().call('DescribeType', { Type: 'RESOURCE', TypeName: 'AWS::No::Such' })).to.throw(
      "The type 'AWS::No::Such' cannot be found.",
    )
  })
})

describe('ListTypes', () => {
  it('gives Amazon’s types page by page', () => {
    const { call } = scene()
    const input = {
      Visibility: 'PUBLIC',
      Filters: { Category: 'AWS_TYPES', TypeNamePrefix: 'AWS::SNS' },
      MaxResults: '2',
    }
    const names: unknown[] = []
    let NextToken: unknown
    do {
      const answer = call('ListTypes', { ...input, ...(NextToken !== undefined && { NextToken }) })
      names.push(...(answer['TypeSummaries'] as JsonObject[]).map(({ TypeName }) => TypeName))
      NextToken = answer['NextToken']
    } while (NextToken !== undefined)
    expect(names).to.deep.equal([
      'AWS::SNS::Subscription',
      'AWS::SNS::Topic',
      'AWS::SNS::TopicInlinePolicy',
      'AWS::SNS::TopicPolicy',
    ])
  })

  it('knows no types of one’s own', () => {
    expect(scene().call('ListTypes', {})).to.deep.equal({ TypeSummaries: [] })
  })
})
