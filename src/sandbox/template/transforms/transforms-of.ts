import { isObject } from '../../../validate/json.ts'
import type { JsonObject } from '../../world.ts'

/** The names of a template's transforms, in its order; `Fn::Transform` anywhere in it is not among them. */
export function transformsOf(template: JsonObject): readonly string[] {
  const declared = template['Transform']
  if (declared === undefined) return []
  return [declared].flat().map((one) => String(isObject(one) ? one['Name'] : one))
}

/** Whether anything in a template may become something else before it is deployed. */
export function isTransformed(template: JsonObject): boolean {
  return template['Transform'] !== undefined || callsTransform(template)
}

/** Whether a template includes what stands elsewhere. */
export function namesInclude(template: JsonObject): boolean {
  return transformsOf(template).includes('AWS::Include') || callsTransform(template)
}

const calling = new WeakMap<JsonObject, boolean>()

function callsTransform(template: JsonObject): boolean {
  const found = calling.get(template) ?? holdsCall(template)
  calling.set(template, found)
  return found
}

function holdsCall(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'Fn::Transform' in value || Object.values(value).some(holdsCall)
}
