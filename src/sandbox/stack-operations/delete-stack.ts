import { beginDelete } from '../engine/begin.ts'
import type { Operation } from '../operation.ts'
import { findStack } from '../read-operations/find-stack.ts'
import { listGiven, textGiven, textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'
import type { StackState } from '../world.ts'
import { repeatedCall } from './repeated-call.ts'

/** DeleteStack. A stack that is not there, or going already, is fine. */
export const deleteStack: Operation = (input, context) => {
  const stack = findStack(context, textNeeded(input, 'StackName'))
  if (stack === undefined || /^DELETE_(COMPLETE|IN_PROGRESS)$/.test(stack.status)) return {}
  const token = textGiven(input, 'ClientRequestToken')
  if (repeatedCall(stack, 'DELETE_STACK', token) !== undefined) return {}
  refuseDeletion(stack)
  const leave = listGiven<string>(input, 'RetainResources')
  const force = textGiven(input, 'DeletionMode') === 'FORCE_DELETE_STACK'
  const leavesSome = leave !== undefined && leave.length > 0
  if ((force || leavesSome) && stack.status !== 'DELETE_FAILED')
    throw validationError(
      `Invalid operation on stack [${stack.id}]: ${force ? 'Force delete' : 'Retaining resources'} is only supported for stacks in DELETE_FAILED state`,
    )
  beginDelete(context.world, stack, { token, leave, force })
  return {}
}

function refuseDeletion({ name, status, terminationProtection }: StackState): void {
  if (terminationProtection)
    throw validationError(`Stack [${name}] cannot be deleted while TerminationProtection is enabled`)
  if (status.endsWith('_IN_PROGRESS') && !/^(CREATE|REVIEW|ROLLBACK)_IN_PROGRESS$/.test(status))
    throw validationError(`Stack [${name}] cannot be deleted while in status ${status}`)
}
