import type { CallContext, Operation } from '../operation.ts'
import { ServiceError, validationError } from '../service-error.ts'
import { changeSetOf } from '../change-sets/find-change-set.ts'
import type { JsonObject, StackState } from '../world.ts'
import { namedStack, stacksHere } from './find-stack.ts'
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
  if (changeSet !== undefined && (name !== undefined || changeSet.startsWith('arn:'))) {
    const set = changeSetOf(input, context)
    // A nested stack that is still to be made has no events of its own.
    const root = set.rootId === undefined ? set : (context.world.changeSets[set.rootId] ?? set)
    return { stack: namedStack(context, root.stackId), operationId: set.operationId }
  }
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
