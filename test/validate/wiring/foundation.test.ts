import { expect } from 'chai'
import { madeBefore } from '../../../src/validate/dependency-graph.ts'
import { typeCatalog } from '../../../src/validate/schemas/type-catalog.ts'
import { viewOf, type TemplateView } from '../../../src/validate/template-view.ts'
import { compare } from '../../../src/validate/wiring/literal.ts'
import { elsewhere, placeOf, read, readItems } from '../../../src/validate/wiring/place.ts'
import { referrersTo } from '../../../src/validate/wiring/referrers.ts'
import { targetOf } from '../../../src/validate/wiring/target.ts'
import { textParts, withMarks } from '../../../src/validate/wiring/text-parts.ts'
import { whenAt } from '../../../src/validate/wiring/when-at.ts'
import { canHappen } from '../../../src/validate/wiring/when.ts'

const conditions = {
  Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
  NotProd: { 'Fn::Not': [{ Condition: 'Prod' }] },
}
const view = (Resources: object): TemplateView =>
  viewOf(
    { Conditions: conditions, Parameters: { Stage: { Type: 'String' } }, Resources },
    typeCatalog(undefined),
  )
const valuesOf = (properties: unknown, ...steps: readonly string[]): readonly unknown[] => {
  const { resources } = view({ A: { Type: 'X', Properties: properties } })
  const resource = resources.get('A')
  return resource === undefined
    ? []
    : read(placeOf(resource), 'Properties', ...steps).map(({ value }) => value)
}

describe('wiring', () => {
  it('read() follows Fn::If and AWS::NoValue, and knows what is elsewhere', () => {
    expect(
      valuesOf({ A: { 'Fn::If': ['Prod', { B: 1 }, { Ref: 'AWS::NoValue' }] } }, 'A', 'B'),
    ).to.deep.equal([1, undefined])
    expect(valuesOf({ A: { Ref: 'P' } }, 'A', 'B')).to.deep.equal([elsewhere])
    expect(valuesOf({ 'Fn::Transform': {} }, 'A')).to.deep.equal([elsewhere])
    expect(valuesOf({ A: { 'Fn::If': ['Prod', { 'Fn::If': ['Prod', 1, 2] }, 3] } }, 'A')).to.deep.equal([
      1, 3,
    ])
    expect(valuesOf(undefined, 'A')).to.deep.equal([undefined])
  })

  it('readItems() gives items with their cases, and one elsewhere for an unknown list', () => {
    const list = [1, { 'Fn::If': ['Prod', 2, { Ref: 'AWS::NoValue' }] }]
    const resource = view({
      A: { Type: 'X', Condition: 'NotProd', Properties: { L: list, P: { Ref: 'P' } } },
    }).resources.get('A')
    if (resource === undefined) throw new Error('no A')
    expect(readItems(placeOf(resource), 'Properties', 'L')).to.deep.equal([
      { value: 1, path: ['Resources', 'A', 'Properties', 'L', 0], when: new Map([['NotProd', true]]) },
      {
        value: 2,
        path: ['Resources', 'A', 'Properties', 'L', 1, 'Fn::If', 1],
        when: new Map([
          ['NotProd', true],
          ['Prod', true],
        ]),
      },
    ])
    expect(readItems(placeOf(resource), 'Properties', 'P').map(({ value }) => value)).to.deep.equal([
      elsewhere,
    ])
    expect(readItems(placeOf(resource), 'Properties', 'None')).to.deep.equal([])
  })

  it('canHappen() keeps to the conditions', () => {
    const template = view({})
    const when = (name: string, holds = true): ReadonlyMap<string, boolean> => new Map([[name, holds]])
    expect(canHappen(template, [])).to.equal(true)
    expect(canHappen(template, [when('Prod'), when('NotProd')])).to.equal(false)
    expect(canHappen(template, [when('Prod'), when('NotProd', false)])).to.equal(true)
    expect(canHappen(template, [when('Prod')], [when('NotProd', false)])).to.equal(false)
    expect(canHappen(template, [], [when('Prod')])).to.equal(true)
    expect(canHappen(template, [], [when('Prod'), when('NotProd')])).to.equal(false)
    expect(canHappen(template, [when('Nowhere')])).to.equal(false)
  })

  it('targetOf() reads every way to name a resource', () => {
    const template = view({ Web: { Type: 'X', Condition: 'Prod' } })
    const target = (value: unknown): unknown => {
      const found = targetOf({ value, path: [], when: new Map() }, template)
      return found && `${found.resource.id}/${String(found.attribute)}/${[...found.when.keys()].join()}`
    }
    const named = [
      { Ref: 'Web' },
      { 'Fn::GetAtt': ['Web', 'Arn'] },
      { 'Fn::GetAtt': 'Web.Arn' },
      { 'Fn::Sub': '${Web}' },
      { 'Fn::Sub': ['${x}', { x: { 'Fn::GetAtt': ['Web', 'Arn'] } }] },
      { 'Fn::Join': ['', [{ Ref: 'Web' }]] },
    ]
    expect(named.map(target)).to.deep.equal(
      ['undefined', 'Arn', 'Arn', 'undefined', 'Arn', 'undefined'].map((att) => `Web/${att}/Prod`),
    )
    const unknown = ['Web', { Ref: 'Stage' }, { 'Fn::Sub': '${Web}x' }, { 'Fn::ImportValue': 'Web' }, 1, null]
    expect(unknown.map(target)).to.deep.equal(unknown.map(() => undefined))
  })

  it('madeBefore() and referrersTo() follow references and DependsOn', () => {
    const template = view({
      A: { Type: 'X', DependsOn: 'B' },
      B: { Type: 'X', Properties: { P: { 'Fn::Sub': '${C.Arn}' } } },
      C: { Type: 'X', Properties: {} },
    })
    expect([...madeBefore('A', template)]).to.deep.equal(['B', 'C'])
    expect([...madeBefore('C', template)]).to.deep.equal([])
    expect(referrersTo('C', template).map(({ path }) => path.join('.'))).to.deep.equal([
      'Resources.B.Properties.P.Fn::Sub',
    ])
  })

  it('whenAt() gathers the conditions around a path', () => {
    const template = view({ A: { Condition: 'Prod', Properties: { P: { 'Fn::If': ['NotProd', 1, 2] } } } })
    expect(whenAt(['Resources', 'A', 'Properties', 'P', 'Fn::If', 2], template)).to.deep.equal(
      new Map([
        ['Prod', true],
        ['NotProd', false],
      ]),
    )
  })

  it('compare() and textParts() know what is written out', () => {
    expect(compare(80, '80')).to.equal('same')
    expect(compare({ Ref: 'P' }, { Ref: 'P' })).to.equal('same')
    expect(compare({ Ref: 'P' }, 80)).to.equal('unknown')
    expect(compare('a', 'b')).to.equal('different')
    expect(compare(undefined, undefined)).to.equal('unknown')
    const text = { 'Fn::Join': ['-', ['a', { 'Fn::Sub': ['${x}${!y}${B.C}', { x: 'z' }] }, { Ref: 'P' }]] }
    expect(withMarks(textParts(text), '?')).to.equal('a-z${y}?-?')
    expect(textParts({ 'Fn::Sub': '${B.C.D}' })).to.deep.equal([{ call: { 'Fn::GetAtt': ['B', 'C.D'] } }])
  })
})
