import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'

/** Throws when a template has no resources at all. */
export function judgeResourcesSection(template: JsonObject): void {
  const resources = template['Resources']
  if (!isObject(resources) || Object.keys(resources).length === 0)
    throw validationError('Template format error: At least one Resources member must be defined.')
}
