import { cancelUpdate } from '../engine/cancel-update.ts'
import type { Operation } from '../operation.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { textGiven, textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'

/** CancelUpdateStack. */
export const cancelUpdateStack: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  if (stack.status !== 'UPDATE_IN_PROGRESS')
    throw validationError('CancelUpdateStack cannot be called from current stack status')
  cancelUpdate(context.world, stack, textGiven(input, 'ClientRequestToken'))
  return {}
}
