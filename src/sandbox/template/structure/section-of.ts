import { isObject } from '../../../validate/json.ts'
import type { JsonObject } from '../../world.ts'

/** A section of a template; empty when it is missing or malformed. */
export function sectionOf(template: JsonObject, name: string): JsonObject {
  const section = template[name]
  return isObject(section) ? section : {}
}
