import { expect } from 'chai'
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check'
import type { ProcessedTemplate } from '../../../src/sandbox/template/processed-template.ts'
import { processedWith } from './env-of.ts'

const values = record({
  stage: constantFrom('prod', 'test'),
  /** For each resource: what it refers to, as steps back, and how. */
  resources: array(
    record({
      back: integer({ min: 1, max: 4 }),
      way: constantFrom('ref', 'attribute', 'sub', 'dependsOn', 'if', 'none'),
      isConditional: boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  ),
})

interface Drawn {
  readonly stage: string
  readonly resources: readonly {
    readonly back: number
    readonly way: 'attribute' | 'dependsOn' | 'if' | 'none' | 'ref' | 'sub'
    readonly isConditional: boolean
  }[]
}

/** A template in which each resource may refer to an earlier one, and conditional ones only to nothing. */
function templateOf({ resources }: Drawn): { readonly [section: string]: object } {
  const isThere = (index: number): boolean => index >= 0 && resources[index]?.isConditional === false
  const entries = resources.map(({ back, way, isConditional }, index) => {
    const target = isThere(index - back) ? `R${index - back}` : undefined
    const refers = {
      ref: { DisplayName: { Ref: target } },
      attribute: { DisplayName: { 'Fn::GetAtt': [target, 'TopicArn'] } },
      sub: { DisplayName: { 'Fn::Sub': `\${${target}}-\${Stage}` } },
      if: { DisplayName: { 'Fn::If': ['IsProd', { Ref: target }, { Ref: 'AWS::NoValue' }] } },
      dependsOn: {},
      none: {},
    }
    return [
      `R${index}`,
      {
        Type: 'AWS::SNS::Topic',
        Properties: target === undefined ? {} : refers[way],
        ...(target !== undefined && way === 'dependsOn' ? { DependsOn: target } : {}),
        ...(isConditional ? { Condition: 'IsProd' } : {}),
      },
    ]
  })
  return {
    Parameters: { Stage: { Type: 'String' } },
    Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: Object.fromEntries(entries) as object,
  }
}

const byId = ({ resources }: ProcessedTemplate): object =>
  Object.fromEntries(resources.map((one) => [one.logicalId, one]))

describe('processTemplate(), whatever the template', () => {
  it('makes of what it made the same', () => {
    assert(
      property(values, (drawn) => {
        const template = templateOf(drawn)
        const once = processedWith(template, { Stage: drawn.stage })
        const Resources = Object.fromEntries(
          once.resources.map(({ logicalId, type, properties, explicitDependsOn }) => [
            logicalId,
            {
              Type: type,
              Properties: properties,
              ...(explicitDependsOn.length > 0 ? { DependsOn: explicitDependsOn } : {}),
            },
          ]),
        )
        const unconditional = once.resources.map((one) => ({ ...one, condition: undefined }))
        if (unconditional.length === 0) return
        expect(processedWith({ ...template, Resources }, { Stage: drawn.stage }).resources).to.deep.equal(
          unconditional,
        )
      }),
    )
  })

  it('hangs on no order of resources', () => {
    assert(
      property(values, integer(), (drawn, turn) => {
        const template = templateOf(drawn)
        const entries = Object.entries(template['Resources'] ?? {})
        const at = Math.abs(turn) % entries.length
        const Resources = Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)])
        expect(byId(processedWith({ ...template, Resources }, { Stage: drawn.stage }))).to.deep.equal(
          byId(processedWith(template, { Stage: drawn.stage })),
        )
      }),
    )
  })

  it('has what a resource waits for among its resources, and nothing that waits for itself', () => {
    assert(
      property(values, (drawn) => {
        const { resources } = processedWith(templateOf(drawn), { Stage: drawn.stage })
        const ids = new Set(resources.map(({ logicalId }) => logicalId))
        for (const { logicalId, dependsOn } of resources)
          expect(dependsOn.every((id) => ids.has(id) && id !== logicalId)).to.equal(true)
      }),
    )
  })
})
