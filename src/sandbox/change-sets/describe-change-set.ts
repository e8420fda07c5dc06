import type { CallContext, Operation } from '../operation.ts'
import { defined, iso } from '../read-operations/defined.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { isTrue, textNeeded } from '../read-operations/given.ts'
import { page } from '../read-operations/page.ts'
import { parameterAnswer } from '../read-operations/stack-answer.ts'
import type { JsonObject } from '../world.ts'
import type { ChangeSetState } from './change-set-state.ts'
import { executionStatus } from './execution-status.ts'
import { changeSetOf } from './find-change-set.ts'
import { renderChange } from './render-change.ts'

/** DescribeChangeSet: a change set with its changes, page by page. */
export const describeChangeSet: Operation = (input, context) => {
  const set = changeSetOf(input, context)
  const told = {
    withValues: isTrue(input, 'IncludePropertyValues'),
    at: set.createdAt,
  }
  const changes = set.changes.flatMap((change) => renderChange(change, told) ?? [])
  const { items, next } = page(changes, input)
  const { desired } = set
  return defined({
    ...fields(context, set),
    Parameters: desired.parameters.length === 0 ? undefined : desired.parameters.map(parameterAnswer),
    NotificationARNs: desired.topics,
    RollbackConfiguration: desired.rollback ?? {},
    Capabilities: desired.capabilities,
    Tags: desired.tags.length === 0 ? undefined : desired.tags,
    Changes: items,
    OnStackFailure: set.onStackFailure,
    DeploymentMode: set.revertDrift && 'REVERT_DRIFT',
    StackDriftStatus: driftStatus(set),
    ...next,
  })
}

/** ListChangeSets: those that may still be executed, or failed. */
export const listChangeSets: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  const active = Object.values(context.world.changeSets).filter(
    (set) => set.stackId === stack.id && executionStatus(context.world, set) !== 'EXECUTE_COMPLETE',
  )
  const { items, next } = page(active, input)
  return { Summaries: items.map((set) => fields(context, set)), ...next }
}

function fields({ world }: CallContext, set: ChangeSetState): JsonObject {
  return defined({
    StackId: set.stackId,
    // A nested stack that is still to be made is known by its id only.
    StackName: set.stackId.split('/')[1],
    ChangeSetId: set.id,
    ChangeSetName: set.name,
    ExecutionStatus: executionStatus(world, set),
    Status: set.status,
    StatusReason: set.statusReason,
    CreationTime: iso(set.createdAt),
    Description: set.description,
    IncludeNestedStacks: set.includeNestedStacks === true,
    ParentChangeSetId: set.parentId,
    RootChangeSetId: set.rootId,
    ImportExistingResources: set.importExistingResources,
  })
}

function driftStatus({ revertDrift, status, changes }: ChangeSetState): string | undefined {
  if (!revertDrift || status !== 'CREATE_COMPLETE') return undefined
  return changes.some(({ drift }) => drift?.status === 'MODIFIED' || drift?.status === 'DELETED')
    ? 'DRIFTED'
    : 'IN_SYNC'
}
