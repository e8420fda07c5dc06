import { judgeProperties } from '../types/judge-properties.ts'
import type { JsonObject } from '../world.ts'

/** Why a resource cannot be made or changed with these properties; undefined when nothing is wrong with them. */
export function invalidProperties(resource: {
  readonly logicalId: string
  readonly type: string
  readonly properties: JsonObject
}): string | undefined {
  const faults = judgeProperties(resource.type, resource.properties)
  if (faults === undefined) return undefined
  return `Properties validation failed for resource ${resource.logicalId} with message:\n${faults}`
}
