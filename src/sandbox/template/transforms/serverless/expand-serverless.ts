import type { JsonObject } from '../../../world.ts'

export function expandServerless(template: JsonObject): JsonObject {
  return template
}
