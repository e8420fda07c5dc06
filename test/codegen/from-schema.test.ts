import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { fromSchema } from '../../src/codegen/from-schema.ts'
import { parseRegistrySchema } from '../../src/codegen/registry-schema.ts'
import type { TypeModel, ValueType } from '../../src/codegen/type-model.ts'
import { CfstackError } from '../../src/model/error.ts'

const fixture = (name: string): TypeModel => {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
  return fromSchema(parseRegistrySchema(text, name), name)
}
const small = (schema: object): TypeModel =>
  fromSchema(
    parseRegistrySchema(
      JSON.stringify({ typeName: 'Acme::Shop::Item', properties: {}, ...schema }),
      'item.json',
    ),
    'item.json',
  )

describe('fromSchema()', () => {
  const monitor = fixture('monitor.json')
  const typeOf = (name: string): ValueType | undefined =>
    monitor.properties.find((property) => property.name === name)?.type

  it('takes the properties that a template may set, required ones first', () => {
    expect(monitor.properties.map(({ name }) => name)).to.deep.equal([
      'Query',
      'Type',
      'Filters',
      'FirstStep',
      'Labels',
      'Muted',
      'Name',
      'Options',
      'Priority',
      'Raw',
      'Tags',
      'Target',
      'Window',
    ])
    expect(monitor.properties.filter(({ required }) => required).map(({ name }) => name)).to.deep.equal([
      'Query',
      'Type',
    ])
    expect(
      monitor.properties.filter(({ replaces }) => replaces === 'yes').map(({ name }) => name),
    ).to.deep.equal(['Type'])
  })

  it('reads every kind of value', () => {
    expect(typeOf('Type')).to.deep.equal({ kind: 'enum', values: ['composite', 'metric alert', "it's new"] })
    expect(typeOf('Labels')).to.deep.equal({ kind: 'map', of: { kind: 'string' } })
    expect(typeOf('Filters')).to.deep.equal({
      kind: 'union',
      of: [{ kind: 'string' }, { kind: 'list', of: { kind: 'json' } }],
    })
    expect(typeOf('FirstStep')).to.deep.equal({ kind: 'definition', name: 'Step' })
    expect(typeOf('Raw')).to.deep.equal({ kind: 'json' })
    expect(typeOf('Tags')).to.deep.equal({ kind: 'list', of: { kind: 'definition', name: 'Tag' } })
    expect(typeOf('Target')).to.deep.equal({
      kind: 'union',
      of: [
        { kind: 'definition', name: 'Target' },
        { kind: 'definition', name: 'Target2' },
      ],
    })
  })

  it('names nested types, without what is read-only in them', () => {
    const nested = Object.fromEntries(
      monitor.definitions.map(({ name, properties }) => [name, properties.map((one) => one.name)]),
    )
    expect(nested).to.deep.equal({
      Options: ['NotifyBy', 'Recipients', 'Thresholds'],
      Recipient: ['Address'],
      Step: ['Name', 'Next'],
      Tag: ['Key', 'Value'],
      Target: ['Host'],
      Target2: ['Service'],
      Threshold: ['Critical', 'CheckedAt', 'Warning'],
      Window: ['Minutes', 'Zone'],
    })
  })

  it('reads attributes from what is read-only, and says what they identify', () => {
    expect(monitor.attributes.map(({ name, identity }) => [name, identity])).to.deep.equal([
      ['Id', 'Acme::Monitors::Monitor'],
      ['Creator', 'Acme::Monitors::Monitor.Creator'],
      ['Options.Created', 'Acme::Monitors::Monitor.Options.Created'],
    ])
    expect(monitor.tags).to.deep.equal({ property: 'Tags', variant: 'standard' })
  })

  it('knows tags that can be added to: lists of keys and values, and maps', () => {
    const text = { type: 'string' }
    const tags = (Tags: object) => small({ properties: { Tags } }).tags
    expect(tags({ type: 'array', items: text })).to.equal(undefined)
    expect(tags({ type: 'object', additionalProperties: text })).to.deep.equal({
      property: 'Tags',
      variant: 'map',
    })
  })

  it('takes the parameters of a module as its properties', () => {
    const module = fixture('module.json')
    expect([module.type, module.name, module.openAttributes]).to.deep.equal([
      'Acme::Storage::Archive::MODULE',
      'Archive',
      true,
    ])
    expect(module.properties.map(({ name, type }) => [name, type.kind])).to.deep.equal([
      ['BucketName', 'json'],
      ['Days', 'number'],
    ])
  })

  it('gives a custom resource a service token, and any property', () => {
    const custom = small({ typeName: 'Custom::Lookup', properties: { Name: { type: 'string' } } })
    expect(custom.properties.map(({ name, required }) => [name, required])).to.deep.equal([
      ['ServiceToken', true],
      ['Name', false],
    ])
    expect([custom.openProperties, custom.openAttributes]).to.deep.equal([true, true])
  })

  it('makes names that TypeScript takes', () => {
    const nested = { type: 'object', properties: { A: { type: 'string' } } }
    const type = small({
      properties: { Cfn: nested, 'my-part': { ...nested, description: 'x' }, 'my part': nested },
    })
    expect(type.definitions.map(({ name }) => name)).to.deep.equal(['CfnType', 'MyPart', 'MyPart2'])
  })
})

describe('parseRegistrySchema()', () => {
  const refused: { readonly [state: string]: string } = {
    'it is not JSON': '{ "typeName": ',
    'it holds a list of 2': '[{}, {}]',
    'it holds null': 'null',
    'it has no typeName': '{ "type": "object", "properties": {} }',
    'its typeName "Monitor" names no resource type': '{ "typeName": "Monitor", "properties": {} }',
    'its properties are not an object': '{ "typeName": "Acme::Shop::Item", "properties": [] }',
    'its required is not a list of names':
      '{ "typeName": "Acme::Shop::Item", "properties": {}, "required": "Name" }',
  }
  for (const [state, text] of Object.entries(refused)) {
    it(`refuses a schema when ${state}`, () => {
      expect(() => parseRegistrySchema(text, 'item.json')).to.throw(
        CfstackError,
        `Cannot read schema "item.json": ${state}`,
      )
    })
  }

  it('refuses a reference that leads nowhere', () => {
    expect(() => small({ properties: { A: { $ref: '#/definitions/B' } } })).to.throw(
      CfstackError,
      '"#/definitions/B" leads nowhere',
    )
  })

  it('takes what describe-type returns', () => {
    const inner = JSON.stringify({ typeName: 'Acme::Shop::Item', properties: {} })
    expect(parseRegistrySchema(JSON.stringify({ Arn: 'a', Schema: inner }), 'item.json').typeName).to.equal(
      'Acme::Shop::Item',
    )
  })
})
