import { uuid } from '../chance.ts'
import { schedule } from '../engine/due.ts'
import type { Operation } from '../operation.ts'
import { listGiven, textNeeded } from '../read-operations/given.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { validationError } from '../service-error.ts'
import type { StackState } from '../world.ts'

/** Milliseconds that are needed for each resource; several are looked at beside each other. */
const perResource = 400
const atLeast = 3000

/** Starts to compare the resources of a stack with what really exists. */
export const detectStackDrift: Operation = (input, context) => {
  const { world } = context
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  refuseUnsettled(stack)
  const logicalIds = listGiven<string>(input, 'LogicalResourceIds')
  for (const logicalId of logicalIds ?? [])
    if (!Object.hasOwn(stack.resources, logicalId))
      throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`)
  const runs = Object.values(world.driftDetections).some(
    (one) => one.stackId === stack.id && one.status === 'DETECTION_IN_PROGRESS',
  )
  if (runs) throw validationError(`Drift detection is already in progress for stack [${stack.id}]`)
  const id = uuid(world)
  world.driftDetections[id] = {
    id,
    stackId: stack.id,
    startedAt: world.now,
    ...(logicalIds && { logicalIds }),
    status: 'DETECTION_IN_PROGRESS',
  }
  const count = logicalIds?.length ?? Object.keys(stack.resources).length
  const at = world.now + Math.max(atLeast, count * perResource)
  schedule(world, { at, stackId: '', kind: 'drift', detection: id })
  return { StackDriftDetectionId: id }
}

/**
 * Fails for stacks that change or were never made:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DetectStackDrift.html
 */
export function refuseUnsettled({ id, status }: StackState): void {
  const settled = /^((CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE|UPDATE_ROLLBACK_FAILED)$/
  if (!settled.test(status))
    throw validationError(`Drift detection is not supported for stack [${id}] in state [${status}]`)
}
