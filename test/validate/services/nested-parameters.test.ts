import { expect } from 'chai'
import { validate } from '../../../src/validate/validate.ts'

const nested = {
  Parameters: { One: { Type: 'String' }, Two: { Type: 'String', Default: 'a' } },
  Resources: { T: { Type: 'AWS::SNS::Topic' } },
}
const files: { readonly [location: string]: unknown } = {
  './nested.yaml': nested,
  './macro.yaml': { ...nested, Transform: 'Any' },
}
const found = (Parameters: unknown, TemplateURL: unknown = './nested.yaml') => {
  const Properties = { TemplateURL, ...(Parameters !== undefined && { Parameters }) }
  const template = {
    Conditions: { Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } },
    Resources: { S: { Type: 'AWS::CloudFormation::Stack', Properties } },
  }
  return validate(template, { templateAt: (location) => files[location] })
    .filter(({ code }) => code === 'E3043')
    .map(({ path, message }) => [path.slice(3).join('.'), message])
}
const needed = 'The template "./nested.yaml" needs the parameter "One", which is not given'

describe('E3043', () => {
  it('is found for parameters that the nested template lacks, and for those that it needs', () => {
    expect(found({ Oen: 'a', Two: 'b' })).to.deep.equal([
      ['Parameters.Oen', 'The template "./nested.yaml" has no parameter "Oen"'],
      ['Parameters', needed],
    ])
    expect(found(undefined)).to.deep.equal([['', needed]])
    expect(found({ One: 'a' })).to.deep.equal([])
  })

  it('is found in each branch', () => {
    expect(found({ 'Fn::If': ['Here', { One: 'a' }, { Two: 'b' }] })).to.deep.equal([
      ['Parameters.Fn::If.2', needed],
    ])
    expect(found({ One: { 'Fn::If': ['Here', 'a', { Ref: 'AWS::NoValue' }] } })).to.deep.equal([])
  })

  it('is not found for templates that are elsewhere, that macros change, or that cannot be read', () => {
    for (const location of ['https://bucket.s3.amazonaws.com/a', './macro.yaml', './none.yaml', { Ref: 'P' }])
      expect(found({ Any: 'a' }, location)).to.deep.equal([])
  })
})
