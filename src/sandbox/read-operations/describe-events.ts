import type { Operation } from '../operation.ts'
import { ServiceError, validationError } from '../service-error.ts'
import type { CallContext } from '../operation.ts'
import type { ChangeSetState } from '../change-sets/change-set-state.ts'
import type { JsonObject, StackState } from '../world.ts'
import { findStack, namedStack, stacksHere } from './find-stack.ts'
import { textGiven } from './given.ts'
import { isFailed, operationEvents } from './operation-events.ts'
import { pageBack } from './page.ts'

/** What happened in a stack, in one operation or while a change set was made; on request only what went wrong. */
export const describeEvents: Operation = (input, context) => {
  const { stack, operationId } = asked(input, context)
  const filters = input['Filters'] as JsonObject | undefined
  const onlyFailed = String(filters?.['FailedEvents']) === 'true'
  const all = operationEvents(stack, operationId).filter((event) => !onlyFailed || isFailed(event))
  const { items, next } = pageBack(all, input)
  return { OperationEvents: items, ...next }
}

function asked(
  input: JsonObject,
  context: CallContext,
): { readonly stack: StackState; readonly operationId: string | undefined } {
  const name = textGiven(input, 'StackName')
  const operationId = textGiven(input, 'OperationId')
  const changeSet = textGiven(input, 'ChangeSetName')
  if (changeSet !== undefined) return ofChangeSet(changeSet, name, context)
  if (operationId !== undefined) {
    const stack = stacksHere(context).find(({ operations }) =>
      operations.some(({ id }) => id === operationId),
    )
    if (stack === undefined)
      throw new ServiceError('OperationNotFoundException', `Operation ${operationId} not found`, 404)
    return { stack, operationId }
  }
  if (name !== undefined) return { stack: namedStack(context, name), operationId: undefined }
  throw validationError('One of ChangeSetName, OperationId or StackName must be specified')
}

/** By name a change set is found with its stack only. */
function ofChangeSet(nameOrId: string, stackName: string | undefined, context: CallContext) {
  const isId = nameOrId.startsWith('arn:')
  if (!isId && stackName === undefined)
    throw validationError('One of ChangeSetName, OperationId or StackName must be specified')
  const stack = stackName === undefined ? undefined : findStack(context, stackName)
  const found = Object.values(context.world.changeSets).findLast((one: ChangeSetState) =>
    isId ? one.id === nameOrId : one.name === nameOrId && one.stackId === stack?.id,
  )
  const owner = found === undefined ? undefined : findStack(context, found.stackId)
  if (found === undefined || owner === undefined)
    throw new ServiceError('ChangeSetNotFound', `ChangeSet [${nameOrId}] does not exist`, 404)
  return { stack: owner, operationId: found.operationId }
}
