import { isObject } from '../../validate/json.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import { resolve } from '../template/resolve.ts'
import type { JsonObject, ResourceState } from '../world.ts'
import { defined } from '../read-operations/defined.ts'
import { type Planning, valuesOf } from './planning.ts'

/** Properties of a resource as they are compared. */
export interface Sides {
  readonly before: JsonObject
  readonly after: JsonObject
}

/** Properties as the template gives them, as far as they are known; secrets stay readable. */
export function propertiesAfter(plan: Planning, wanted: ProcessedResource): JsonObject {
  return resolve(wanted.properties, valuesOf(plan, 'after')) as JsonObject
}

/** Properties that the last deployment gave a resource. Dynamic references stay as they are written: what they yield is no change. */
export function propertiesBefore(plan: Planning, state: ResourceState): JsonObject {
  const written = plan.before?.resource(state.logicalId)?.properties
  const isKept = written !== undefined && JSON.stringify(written).includes('{{resolve:')
  return isKept && !state.status.endsWith('_FAILED')
    ? (resolve(written, valuesOf(plan, 'before')) as JsonObject)
    : state.properties
}

/** The properties with NoEcho values hidden. */
export function hiddenAfter(plan: Planning, wanted: ProcessedResource, properties: JsonObject): JsonObject {
  return plan.after.noEcho.size === 0
    ? properties
    : (resolve(wanted.properties, valuesOf(plan, 'after', true)) as JsonObject)
}

/** The properties with NoEcho values hidden. */
export function hiddenBefore(plan: Planning, state: ResourceState, properties: JsonObject): JsonObject {
  const written = plan.before?.resource(state.logicalId)
  return written === undefined || plan.before?.noEcho.size === 0
    ? properties
    : (resolve(written.properties, valuesOf(plan, 'before', true)) as JsonObject)
}

/** A resource as it is to be. */
export function contextAfter(plan: Planning, wanted: ProcessedResource): JsonObject {
  return context(hiddenAfter(plan, wanted, propertiesAfter(plan, wanted)), wanted)
}

/** A resource as it is. */
export function contextBefore(plan: Planning, state: ResourceState): JsonObject {
  return context(
    hiddenBefore(plan, state, propertiesBefore(plan, state)),
    plan.before?.resource(state.logicalId),
  )
}

/** Properties and the attributes beside them. */
export function context(properties: JsonObject, resource: ProcessedResource | undefined): JsonObject {
  return defined({
    Properties: asText(properties),
    Metadata: resource?.metadata,
    CreationPolicy: resource?.creationPolicy,
    UpdatePolicy: resource?.updatePolicy,
    DeletionPolicy: isDefault(resource?.deletionPolicy) ? undefined : resource?.deletionPolicy,
    UpdateReplacePolicy: isDefault(resource?.updateReplacePolicy) ? undefined : resource?.updateReplacePolicy,
  })
}

/** CloudFormation keeps numbers and truth values as texts. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]))
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

function isDefault(policy: string | undefined): boolean {
  return policy === undefined || policy === 'Delete'
}
