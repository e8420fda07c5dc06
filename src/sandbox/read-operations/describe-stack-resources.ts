import type { Operation } from '../operation.ts'
import { validationError } from '../service-error.ts'
import type { JsonObject, ResourceState, StackState } from '../world.ts'
import { defined, iso, isoIf } from './defined.ts'
import { findStack, stacksHere, stackWithId } from './find-stack.ts'
import { textGiven, textNeeded } from './given.ts'
import { page } from './page.ts'

/** DescribeStackResources gives no more than these, and has no pages. */
const mostAtOnce = 100

/** One resource of a stack, with its metadata. */
export const describeStackResource: Operation = (input, context) => {
  const name = textNeeded(input, 'StackName')
  const logicalId = textNeeded(input, 'LogicalResourceId')
  const stack = findStack(context, name)
  if (stack === undefined) throw validationError(`Stack '${name}' does not exist`)
  const resource = shownResources(stack).find((one) => one.logicalId === logicalId)
  if (resource === undefined)
    throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`)
  return {
    StackResourceDetail: defined({
      StackName: stack.name,
      StackId: stack.id,
      ...resourceFields(resource),
      LastUpdatedTimestamp: iso(resource.updatedAt),
      Description: resource.description,
      Metadata: resource.metadata === undefined ? '{}' : JSON.stringify(resource.metadata),
    }),
  }
}

/** Resources of a stack: all, or one by its logical id; or those of the stack that a physical resource belongs to. */
export const describeStackResources: Operation = (input, context) => {
  const name = textGiven(input, 'StackName')
  const physicalId = textGiven(input, 'PhysicalResourceId')
  if ((name === undefined) === (physicalId === undefined))
    throw validationError('StackName or PhysicalResourceId must be specified, but not both')
  const stack =
    name === undefined
      ? stacksHere(context).find((one) =>
          shownResources(one).some((resource) => resource.physicalId === physicalId),
        )
      : stackWithId(context, name)
  if (stack === undefined) throw validationError(`Stack for ${physicalId} does not exist`)
  const logicalId = textGiven(input, 'LogicalResourceId')
  const wanted = shownResources(stack).filter((one) => logicalId === undefined || one.logicalId === logicalId)
  if (logicalId !== undefined && wanted.length === 0)
    throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`)
  return {
    StackResources: wanted.slice(0, mostAtOnce).map((resource) =>
      defined({
        StackName: stack.name,
        StackId: stack.id,
        ...resourceFields(resource),
        Timestamp: iso(resource.updatedAt),
        Description: resource.description,
      }),
    ),
  }
}

/** All resources of a stack, also of a deleted one, page by page. */
export const listStackResources: Operation = (input, context) => {
  const stack = stackWithId(context, textNeeded(input, 'StackName'))
  const { items, next } = page(shownResources(stack), input)
  return {
    StackResourceSummaries: items.map((resource) =>
      defined({ ...resourceFields(resource), LastUpdatedTimestamp: iso(resource.updatedAt) }),
    ),
    ...next,
  }
}

/** What an update has removed is no resource of the stack any more once the update is over. */
function shownResources({ status, resources }: StackState): readonly ResourceState[] {
  const isOver = /^(UPDATE|IMPORT)_/.test(status) && !status.endsWith('_IN_PROGRESS')
  const all = Object.values(resources)
  return isOver ? all.filter((resource) => !/^DELETE_(COMPLETE|SKIPPED)$/.test(resource.status)) : all
}

function resourceFields(resource: ResourceState): JsonObject {
  return {
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.statusReason,
    DriftInformation: defined({
      StackResourceDriftStatus: resource.drift?.status ?? 'NOT_CHECKED',
      LastCheckTimestamp: isoIf(resource.drift?.checkedAt),
    }),
  }
}
