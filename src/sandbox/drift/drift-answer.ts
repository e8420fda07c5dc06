import { defined, iso } from '../read-operations/defined.ts'
import type { JsonObject, ResourceState, StackState } from '../world.ts'
import { differences } from './differences.ts'

/** What was found of a resource, as the API answers it; undefined when it was not looked at. */
export function driftAnswer(stack: StackState, resource: ResourceState): JsonObject | undefined {
  const { drift } = resource
  if (drift?.checkedAt === undefined || drift.expected === undefined) return undefined
  const { expected, actual } = drift
  return defined({
    StackId: stack.id,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    ExpectedProperties: JSON.stringify(expected),
    ActualProperties: actual && JSON.stringify(actual),
    PropertyDifferences: actual && differences(expected, actual),
    StackResourceDriftStatus: drift.status,
    Timestamp: iso(drift.checkedAt),
  })
}
