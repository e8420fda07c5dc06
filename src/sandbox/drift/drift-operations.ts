import type { Operation, Operations } from '../operation.ts'
import { defined, iso } from '../read-operations/defined.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { listGiven, textNeeded } from '../read-operations/given.ts'
import { page } from '../read-operations/page.ts'
import { validationError } from '../service-error.ts'
import { checkResource, isCheckable } from './check-resource.ts'
import { detectStackDrift, refuseUnsettled } from './detect-stack-drift.ts'
import { driftAnswer } from './drift-answer.ts'

/** Compares one resource at once. */
const detectStackResourceDrift: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  const logicalId = textNeeded(input, 'LogicalResourceId')
  refuseUnsettled(stack)
  const resource = Object.hasOwn(stack.resources, logicalId) ? stack.resources[logicalId] : undefined
  if (resource === undefined)
    throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`)
  if (!isCheckable(resource))
    throw validationError(`Drift detection is not supported for resource type ${resource.type}`)
  checkResource(context.world, stack, resource)
  return { StackResourceDrift: driftAnswer(stack, resource) }
}

/** How far a detection is, and what it has found. */
const describeStackDriftDetectionStatus: Operation = (input, { world }) => {
  const id = textNeeded(input, 'StackDriftDetectionId')
  const detection = Object.hasOwn(world.driftDetections, id) ? world.driftDetections[id] : undefined
  if (detection === undefined) throw validationError(`Drift detection ${id} does not exist`)
  return defined({
    StackId: detection.stackId,
    StackDriftDetectionId: id,
    StackDriftStatus: detection.result?.status,
    DetectionStatus: detection.status,
    DetectionStatusReason: detection.reason,
    DriftedStackResourceCount: detection.result?.drifted,
    Timestamp: iso(detection.startedAt),
  })
}

/** What was found of each resource that was looked at since it exists. */
const describeStackResourceDrifts: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  const wanted = listGiven<string>(input, 'StackResourceDriftStatusFilters')
  const drifts = Object.values(stack.resources)
    .filter(({ drift }) => wanted === undefined || wanted.includes(drift?.status ?? 'NOT_CHECKED'))
    .flatMap((resource) => driftAnswer(stack, resource) ?? [])
  const { items, next } = page(drifts, input, Number(input['MaxResults'] ?? 100))
  return { StackResourceDrifts: items, ...next }
}

/** What the API says and asks of drift. */
export const driftOperations: Operations = {
  DescribeStackDriftDetectionStatus: describeStackDriftDetectionStatus,
  DescribeStackResourceDrifts: describeStackResourceDrifts,
  DetectStackDrift: detectStackDrift,
  DetectStackResourceDrift: detectStackResourceDrift,
}
