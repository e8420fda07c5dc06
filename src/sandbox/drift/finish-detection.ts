import type { World } from '../world.ts'
import { checkResource, isCheckable } from './check-resource.ts'

/** A drift detection that was started comes to its end: its resources are compared. */
export function finishDetection(world: World, id: string): void {
  const detection = world.driftDetections[id]
  const stack = detection && world.stacks[detection.stackId]
  if (!stack) return
  const wanted = detection.logicalIds && new Set(detection.logicalIds)
  const found = Object.values(stack.resources)
    .filter((resource) => isCheckable(resource) && wanted?.has(resource.logicalId) !== false)
    .map((resource) => checkResource(world, stack, resource))
  const drifted = found.filter(({ status }) => status !== 'IN_SYNC').length
  const status = drifted > 0 ? 'DRIFTED' : 'IN_SYNC'
  stack.drift = { status, checkedAt: world.now }
  Object.assign(detection, { status: 'DETECTION_COMPLETE', result: { status, drifted } })
}
