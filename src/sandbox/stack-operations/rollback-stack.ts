import { beginRollback } from '../engine/begin.ts'
import type { Operation } from '../operation.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { isTrue, textGiven, textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'
import { repeatedCall } from './repeated-call.ts'

/** RollbackStack. */
export const rollbackStack: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  const token = textGiven(input, 'ClientRequestToken')
  const repeated = repeatedCall(stack, 'ROLLBACK', token)
  if (repeated !== undefined) return { StackId: stack.id, OperationId: repeated.id }
  if (stack.status !== 'CREATE_FAILED' && stack.status !== 'UPDATE_FAILED')
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`)
  const retainExceptOnCreate = isTrue(input, 'RetainExceptOnCreate')
  const operation = beginRollback(context.world, stack, { token, retainExceptOnCreate })
  return { StackId: stack.id, OperationId: operation.id }
}
