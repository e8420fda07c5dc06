import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import { isKnownType } from '../../types/known-type.ts'
import type { JsonObject } from '../../world.ts'
import { sectionOf } from './section-of.ts'

const fields = new Set([
  'Condition',
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Description',
  'Metadata',
  'Properties',
  'Type',
  'UpdatePolicy',
  'UpdateReplacePolicy',
  'Version',
])

/** Throws for resources that are malformed, or of a type that does not exist. */
export function judgeResources(template: JsonObject): void {
  const resources = Object.entries(sectionOf(template, 'Resources'))
  for (const [id, resource] of resources) {
    if (!isObject(resource))
      throw validationError(`Template format error: [/Resources/${id}] resource definition is malformed`)
    judgeResource(id, resource, template)
  }
  const unknown = unknownTypes(template)
  if (unknown.length > 0)
    throw validationError(`Template format error: Unrecognized resource types: [${unknown.join(', ')}]`)
}

function judgeResource(id: string, resource: JsonObject, template: JsonObject): void {
  const { Type: type, Properties: properties, DependsOn: dependsOn, Condition: condition } = resource
  if (type === undefined)
    throw validationError(
      `Template format error: [/Resources/${id}] Every Resources object must contain a Type member.`,
    )
  if (typeof type !== 'string')
    throw validationError(`Template format error: [/Resources/${id}/Type] Type must be a string.`)
  const unknown = Object.keys(resource).find((field) => !fields.has(field))
  if (unknown !== undefined) throw validationError(`Invalid template resource property '${unknown}'`)
  if (properties !== undefined && !isObject(properties))
    throw validationError('Template format error: Any Properties member must be an object.')
  if (dependsOn !== undefined && ![dependsOn].flat().every((one) => typeof one === 'string'))
    throw validationError('Template format error: DependsOn must be a string or list of strings.')
  if (condition === undefined) return
  if (typeof condition !== 'string')
    throw validationError('Template format error: Every Condition member must be a string.')
  if (!Object.hasOwn(sectionOf(template, 'Conditions'), condition))
    throw validationError(
      `Template format error: Unresolved condition dependency ${condition} in the Resources block of the template`,
    )
}

/** The types of a template that do not exist, each once. */
export function unknownTypes(template: JsonObject): readonly string[] {
  const types = Object.values(sectionOf(template, 'Resources')).flatMap((one) =>
    isObject(one) && typeof one['Type'] === 'string' ? [one['Type']] : [],
  )
  // Serverless types are gone once their transform has run.
  return [...new Set(types)].filter((type) => !isKnownType(type) || type.startsWith('AWS::Serverless::'))
}
