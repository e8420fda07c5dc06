import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import { liveOf } from '../engine/live-of.ts'
import { isForeignType } from '../types/known-type.ts'
import { readProperties } from '../types/read-properties.ts'
import type { JsonObject, ResourceDriftState, ResourceState, StackState, World } from '../world.ts'
import { differences, partOf } from './differences.ts'

/** Types that stand for something of CloudFormation's own: there is nothing beside the stack to compare with. */
const withoutReality = new Set([
  'AWS::CloudFormation::CustomResource',
  'AWS::CloudFormation::Macro',
  'AWS::CloudFormation::Stack',
  'AWS::CloudFormation::WaitCondition',
  'AWS::CloudFormation::WaitConditionHandle',
])

/** Whether drift of such a resource can be detected, now that it exists. */
export function isCheckable({ type, physicalId, skipped, status }: ResourceState): boolean {
  if (skipped || withoutReality.has(type) || isForeignType(type)) return false
  return physicalId !== undefined && !status.startsWith('DELETE_')
}

/** Compares a resource with what really exists, and notes in its stack what was found. */
export function checkResource(world: World, stack: StackState, resource: ResourceState): ResourceDriftState {
  const { type, properties } = resource
  const live = liveOf(world, stack, resource)
  const expected = withoutSecrets(type, properties)
  const actual = live && (partOf(expected, readProperties(live)) as JsonObject)
  const status =
    actual === undefined ? 'DELETED' : differences(expected, actual).length > 0 ? 'MODIFIED' : 'IN_SYNC'
  resource.drift = { status, checkedAt: world.now, expected, ...(actual && { actual }) }
  return resource.drift
}

/** What a service never tells cannot be compared. */
function withoutSecrets(type: string, properties: JsonObject): JsonObject {
  const hidden = new Set((typeCatalog().facts(type).writeOnly ?? []).map((path) => path.split('/')[0]))
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name)))
}
