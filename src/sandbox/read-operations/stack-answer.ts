import { defined, iso, isoIf } from './defined.ts'
import type { JsonObject, OutputState, ParameterState, StackState } from '../world.ts'

/** How many of its last operations a stack names. */
const operationsShown = 5

/** A stack as DescribeStacks gives it. */
export function stackAnswer(stack: StackState): JsonObject {
  const { desired } = stack
  const isDeleted = stack.status === 'DELETE_COMPLETE'
  return defined({
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: isDeleted ? undefined : stack.changeSetId,
    Description: desired.description,
    Parameters: unlessEmpty(desired.parameters.map(parameterAnswer)),
    CreationTime: iso(stack.createdAt),
    DeletionTime: isoIf(stack.deletedAt),
    LastUpdatedTime: isoIf(stack.updatedAt),
    RollbackConfiguration: desired.rollback ?? {},
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DisableRollback: stack.disableRollback,
    NotificationARNs: desired.topics,
    TimeoutInMinutes: stack.timeoutMinutes,
    Capabilities: unlessEmpty(desired.capabilities),
    Outputs: unlessEmpty(stack.outputs.map(outputAnswer)),
    RoleARN: desired.role,
    Tags: desired.tags,
    EnableTerminationProtection: isDeleted ? undefined : stack.terminationProtection,
    ParentId: stack.parentId,
    RootId: stack.rootId,
    DriftInformation: stackDrift(stack),
    DetailedStatus: detailedStatus(stack),
    LastOperations: unlessEmpty(lastOperations(stack)),
  })
}

/** A stack as ListStacks gives it. */
export function stackSummary(stack: StackState): JsonObject {
  return defined({
    StackId: stack.id,
    StackName: stack.name,
    TemplateDescription: stack.desired.description,
    CreationTime: iso(stack.createdAt),
    LastUpdatedTime: isoIf(stack.updatedAt),
    DeletionTime: isoIf(stack.deletedAt),
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    ParentId: stack.parentId,
    RootId: stack.rootId,
    DriftInformation: stackDrift(stack),
    LastOperations: unlessEmpty(lastOperations(stack)),
  })
}

/** A parameter as stacks and change sets give it: NoEcho values are hidden. */
export function parameterAnswer({ key, value, resolved, noEcho }: ParameterState): JsonObject {
  return defined({
    ParameterKey: key,
    ParameterValue: noEcho ? '****' : value,
    ResolvedValue: resolved === undefined || noEcho ? undefined : resolved,
  })
}

function outputAnswer({ key, value, description, exportName }: OutputState): JsonObject {
  return defined({ OutputKey: key, OutputValue: value, Description: description, ExportName: exportName })
}

function stackDrift({ drift }: StackState): JsonObject {
  return defined({
    StackDriftStatus: drift?.status ?? 'NOT_CHECKED',
    LastCheckTimestamp: isoIf(drift?.checkedAt),
  })
}

/** While an operation goes on: what the stack's last event of its own said in detail. */
function detailedStatus({ id, status, events }: StackState): string | undefined {
  if (!status.endsWith('_IN_PROGRESS')) return undefined
  return events.findLast(({ physicalId, validation }) => physicalId === id && validation === undefined)
    ?.detailedStatus
}

function lastOperations({ operations }: StackState): JsonObject[] {
  return operations
    .slice(-operationsShown)
    .reverse()
    .map(({ type, id }) => ({ OperationType: type, OperationId: id }))
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
