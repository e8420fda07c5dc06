import { expect } from 'chai'
import { printService } from '../../src/codegen/print-service.ts'
import type { TypeModel } from '../../src/codegen/type-model.ts'

const item: TypeModel = {
  type: 'Acme::Shop::Item',
  name: 'Item',
  doc: 'Something */ for sale.',
  properties: [
    { name: 'Name', doc: 'What it is called.', required: true, type: { kind: 'string' }, replaces: 'yes' },
    {
      name: 'Colour',
      doc: '',
      required: false,
      type: { kind: 'enum', values: ["don't know", 1] },
      replaces: 'no',
    },
    {
      name: 'Vpcs',
      doc: '',
      required: false,
      type: { kind: 'list', of: { kind: 'string' } },
      replaces: 'no',
      identities: ['AWS::EC2::VPC'],
    },
    {
      name: 'Parts',
      doc: '',
      required: false,
      type: { kind: 'map', of: { kind: 'definition', name: 'Part' } },
      replaces: 'maybe',
    },
  ],
  attributes: [
    { name: 'Price.Net', doc: '', type: { kind: 'integer' }, identity: 'Acme::Shop::Item.Price.Net' },
  ],
  definitions: [{ name: 'Part', doc: 'A part.', properties: [] }],
}
const imports = { resource: 'cfstack', types: { module: 'cfstack', binding: '{ Cfn }' } }

describe('printService()', () => {
  it('prints a function and a namespace for each type', () => {
    expect(printService([item], imports, 'Made by a test.').replaceAll(/^ +/gm, '')).to.equal(
      [
        '// Made by a test.',
        "import { resource } from 'cfstack'",
        "import type { Cfn } from 'cfstack'",
        '',
        '/** Something *\\/ for sale. */',
        '',
        'export function Item(id: string, properties: Item.Properties, options?: Cfn.Options): Item {',
        "return resource<Item>('Acme::Shop::Item', id, properties, options)",
        '}',
        "export interface Item extends Cfn.Resource<'Acme::Shop::Item', Item.Properties, Item.Attributes> {}",
        'export declare namespace Item {',
        'export interface Properties {',
        '/**',
        '* What it is called.',
        '* Update: replacement.',
        '*/',
        'readonly Name: Cfn.Value<string>',
        "readonly Colour?: Cfn.Value<'don\\'t know' | 1>",
        "readonly Vpcs?: Cfn.List<Cfn.Id<'AWS::EC2::VPC'>>",
        '/** Update: may replace. */',
        'readonly Parts?: Cfn.Map<Cfn.Value<Part>>',
        '}',
        'export interface Attributes {',
        "readonly 'Price.Net': Cfn.Attribute<number, 'Acme::Shop::Item.Price.Net'>",
        '}',
        '/** A part. */',
        'export type Part = { readonly [name: string]: Cfn.Json }',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('lets custom resources have any property and attribute', () => {
    const custom = printService(
      [{ ...item, openProperties: true, openAttributes: true }],
      imports,
      'Made by a test.',
    )
    expect(custom)
      .to.contain('readonly [name: string]: Cfn.Json | undefined')
      .and.contain('export type Attributes = any')
  })

  it('makes the properties optional when none is required', () => {
    const free = { ...item, properties: item.properties.slice(1) }
    expect(printService([free], imports, '')).to.contain('properties?: Item.Properties')
  })
})
