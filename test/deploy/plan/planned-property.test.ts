import { expect } from 'chai'
import { plannedProperties } from '../../../src/deploy/plan/planned-property.ts'

const open = (value: string): string => value

describe('plannedProperties()', () => {
  it('gives a property once, with the causes of all its details and the strongest effect', () => {
    const target = { Attribute: 'Properties', Path: '/Properties/Name' } as const
    const details = [
      {
        Target: { ...target, RequiresRecreation: 'Conditionally' },
        ChangeSource: 'ParameterReference',
        CausingEntity: 'P',
      },
      {
        Target: {
          ...target,
          BeforeValue: 'a',
          AfterValue: '{{changeSet:KNOWN_AFTER_APPLY}}',
          RequiresRecreation: 'Always',
        },
        ChangeSource: 'ResourceAttribute',
        CausingEntity: 'Lb.DNSName',
      },
    ] as const
    expect(plannedProperties({ Details: [...details] }, open)).to.deep.equal([
      {
        path: 'Properties.Name',
        recreation: 'yes',
        before: 'a',
        afterUnknown: true,
        cause: 'parameter P, attribute Lb.DNSName',
      },
    ])
  })

  it('takes values from the contexts where the details have none', () => {
    const change = {
      BeforeContext: '{"Properties":{"Tags":[{"Value":"a"}]}}',
      AfterContext: '{"Properties":{"Tags":[{"Value":"b"}]}}',
      Details: [{ Target: { Attribute: 'Tags' as const, Path: '/Properties/Tags/0/Value' } }],
    }
    expect(plannedProperties(change, open)).to.deep.equal([
      { path: 'Properties.Tags.0.Value', recreation: 'no', before: 'a', after: 'b' },
    ])
  })

  it('shows a document by the places that change', () => {
    const policy = (...actions: string[]) =>
      JSON.stringify({ Version: '1', Statement: [{ Action: actions }] })
    const Target = {
      Attribute: 'Properties' as const,
      Path: '/Properties/PolicyDocument',
      BeforeValue: policy('a'),
      AfterValue: policy('a', 'b'),
    }
    expect(plannedProperties({ Details: [{ Target }] }, open)).to.deep.equal([
      { path: 'Properties.PolicyDocument.Statement.0.Action.1', recreation: 'no', after: 'b' },
    ])
  })

  it('gives what is really there and what was deployed, masked like the rest', () => {
    const Target = {
      Attribute: 'Properties' as const,
      Path: '/Properties/Delay',
      BeforeValue: '30',
      AfterValue: '5',
      Drift: { ActualValue: '30', PreviousValue: '5' },
    }
    expect(plannedProperties({ Details: [{ Target }] }, (value) => `<${value}>`)).to.deep.equal([
      {
        path: 'Properties.Delay',
        recreation: 'no',
        before: '<30>',
        after: '<5>',
        drift: { actual: '<30>', deployed: '<5>' },
      },
    ])
  })
})
