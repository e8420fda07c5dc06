import { getAttParts, judgeAttribute } from '../../validate/attributes.ts'
import { usesIn, type IntrinsicUse } from '../../validate/intrinsic-uses.ts'
import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import { subParts, subVariables } from '../../validate/sub-variables.ts'
import type { ProcessedOutput, ProcessedResource } from './processed-template.ts'

/**
 * What CloudFormation says of an attribute that a type lacks. It finds out only when a deployment has begun, before it touches any
 * resource; undefined when all attributes exist.
 */
export function attributeProblem(
  resources: readonly ProcessedResource[],
  outputs: readonly ProcessedOutput[],
): string | undefined {
  const types = new Map(resources.map(({ logicalId, type }) => [logicalId, type]))
  const uses = usesIn([resources.map(({ properties }) => properties), outputs], ['Resources'])
  for (const { id, attribute } of uses.flatMap(attributesIn)) {
    const type = types.get(id)
    if (type === undefined || !type.startsWith('AWS::')) continue
    if (judgeAttribute(type, attribute, { types: typeCatalog() }) === 'missing')
      return `Requested attribute ${attribute} does not exist in schema for ${type}`
  }
  return undefined
}

interface AttributeUse {
  readonly id: string
  readonly attribute: string
}

function attributesIn({ name, argument }: IntrinsicUse): readonly AttributeUse[] {
  if (name === 'Fn::GetAtt') {
    const { id = '', attribute } = getAttParts(argument) ?? {}
    return attribute === undefined ? [] : [{ id, attribute }]
  }
  const parts = name === 'Fn::Sub' ? subParts(argument) : undefined
  if (parts === undefined) return []
  return subVariables(parts.text)
    .filter((variable) => variable.includes('.') && !Object.hasOwn(parts.own, variable))
    .map((variable) => {
      const dot = variable.indexOf('.')
      return { id: variable.slice(0, dot), attribute: variable.slice(dot + 1) }
    })
}
