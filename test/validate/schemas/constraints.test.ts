import { expect } from 'chai'
import { fromSchema } from '../../../src/codegen/from-schema.ts'
import { parseRegistrySchema } from '../../../src/codegen/registry-schema.ts'
import { unjudgedPatterns } from '../../../src/validate/schemas/constraints.ts'
import { validate } from '../../../src/validate/validate.ts'

const typeName = 'Acme::Shop::Item'
const modelOf = (more: object) =>
  fromSchema(parseRegistrySchema(JSON.stringify({ typeName, ...more }), 'item.json'), 'item.json')

const item = modelOf({
  definitions: {
    Size: { type: 'object', properties: { Height: { type: 'integer', maximum: 10 } }, required: ['Height'] },
  },
  properties: {
    Name: { type: 'string', pattern: '^[a-z]+$', minLength: 2, maxLength: 8, description: 'a' },
    Count: { type: 'integer', minimum: 1, maximum: 9 },
    Colours: {
      type: 'array',
      items: { type: 'string', enum: ['red', 'blue'] },
      maxItems: 2,
      uniqueItems: true,
    },
    Size: { $ref: '#/definitions/Size' },
    Same: { $ref: '#/properties/Name' },
    Elsewhere: { $ref: 'other.json#/definitions/A' },
    Labels: {
      type: 'object',
      patternProperties: { '^[a-z]+$': { type: 'string' } },
      additionalProperties: false,
    },
    Id: { type: 'string' },
    File: { type: 'string' },
    Text: { type: 'string' },
  },
  required: ['Name', 'Id'],
  oneOf: [{ required: ['File'] }, { required: ['Text'] }],
  readOnlyProperties: ['/properties/Id'],
  additionalProperties: false,
})
const found = (Properties: object, types = [item], Type = typeName) =>
  validate({ Resources: { I: { Type, Properties } } }, { types })
    .filter(({ level }) => level === 'error')
    .map(({ code, path }) => `${code} ${path.slice(3).join('.')}`)
const good = { Name: 'abc', File: 'a' }

describe('properties of an added type', () => {
  it('are judged by the whole of its registry schema', () => {
    const cases: readonly (readonly [properties: object, codes: readonly string[]])[] = [
      [{}, []],
      [{ Count: '5', Colours: ['red', 'blue'], Size: { Height: 3 }, Labels: { a: 'b' } }, []],
      [{ Name: 'ABC' }, ['E3031 Name']],
      [{ Name: 'abcdefghi' }, ['E3033 Name']],
      [{ Count: 10 }, ['E3034 Count']],
      [{ Colours: ['green'] }, ['E3030 Colours.0']],
      [{ Colours: ['red', 'red'] }, ['E3037 Colours']],
      [{ Size: {} }, ['E3003 Size']],
      [{ Size: { Height: 11 } }, ['E3034 Size.Height']],
      [{ Same: '1' }, ['E3031 Same', 'E3033 Same']],
      [{ Elsewhere: { any: 1 } }, []],
      [{ Labels: { A: 'b' } }, ['E3002 Labels.A']],
      [{ Text: 'b' }, ['E3018 ']],
      [{ Id: 'a' }, ['E3040 Id']],
      [{ Nam: 'a' }, ['E3002 Nam']],
      [{ Name: { Ref: 'AWS::StackName' } }, []],
    ]
    for (const [more, codes] of cases) expect(found({ ...good, ...more })).to.have.members(codes)
  })

  it('of custom resources take a service token, and anything else unless the schema is closed', () => {
    const custom = modelOf({
      typeName: 'Custom::Item',
      properties: { Name: { type: 'string', maxLength: 3 } },
    })
    const codes = (properties: object) => found(properties, [custom], 'Custom::Item')
    const ServiceToken = 'arn:aws:lambda:us-east-1:123456789012:function:f'
    expect(codes({ ServiceToken, Name: 'abc', Any: 1 })).to.deep.equal([])
    expect(codes({ Name: 'abcd' })).to.have.members(['E3033 Name', 'E3003 '])
  })

  it('are judged by its model when the schema is none that can be used', () => {
    const broken = modelOf({
      allOf: 5,
      properties: { Name: { type: 'string', minLength: 2 }, Count: { type: 'integer' } },
    })
    expect(found({ Name: 'a', Count: 'b', Nam: 1 }, [broken])).to.have.members(['E3012 Count', 'E3002 Nam'])
  })
})

describe('patterns of an added type', () => {
  const withPattern = (pattern: string) => modelOf({ properties: { Name: { type: 'string', pattern } } })

  it('are translated from Python, or left out and named', () => {
    expect(found({ Name: 'AB' }, [withPattern('(?i)\\Aab\\Z')])).to.deep.equal([])
    expect(found({ Name: 'ABC' }, [withPattern('(?i)\\Aab\\Z')])).to.deep.equal(['E3031 Name'])
    for (const pattern of ['(?P<a>b)', '[[:alpha:]]', 'a++']) {
      expect(unjudgedPatterns(withPattern(pattern))).to.deep.equal([pattern])
      expect(found({ Name: '%' }, [withPattern(pattern)])).to.deep.equal([])
    }
    expect(unjudgedPatterns(item)).to.deep.equal([])
  })

  it('refuse no names when they are for names and left out', () => {
    const labels = { type: 'object', patternProperties: { '(?P<a>b)': {} }, additionalProperties: false }
    expect(found({ Labels: { b: 1 } }, [modelOf({ properties: { Labels: labels } })])).to.deep.equal([])
  })

  it('are not tried on texts that would take for ever', () => {
    const slow = withPattern('^(a+)+$')
    expect(found({ Name: 'a'.repeat(18) }, [slow])).to.deep.equal([])
    expect(found({ Name: 'aab' }, [slow])).to.deep.equal(['E3031 Name'])
    expect(found({ Name: `${'a'.repeat(900)}b` }, [slow])).to.deep.equal([])
    const [finding] = validate(
      { Resources: { I: { Type: typeName, Properties: { Name: 'b' } } } },
      { types: [slow] },
    )
    expect(finding?.message).to.equal('"b" does not match ^(a+)+$')
  })
})
