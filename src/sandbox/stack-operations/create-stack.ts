import { beginCreate } from '../engine/begin.ts'
import { newStack } from '../engine/new-stack.ts'
import type { Operation } from '../operation.ts'
import { findStack } from '../read-operations/find-stack.ts'
import { isTrue, textGiven } from '../read-operations/given.ts'
import { ServiceError, validationError } from '../service-error.ts'
import type { JsonObject, StackState } from '../world.ts'
import { desiredOf } from './desired.ts'
import { repeatedCall } from './repeated-call.ts'
import { policyGiven } from './stack-policies.ts'
import { newStackName } from './stack-name.ts'

/** CreateStack. */
export const createStack: Operation = (input, context) => {
  const name = newStackName(input)
  const token = textGiven(input, 'ClientRequestToken')
  const there = findStack(context, name)
  if (there !== undefined) return answerRepeated(there, token)
  const onFailure = onFailureOf(input)
  const desired = desiredOf(input, context)
  const { world, place } = context
  const policy = policyGiven(input, world, 'StackPolicy')
  const stack = newStack(world, { name, place, desired, status: 'CREATE_IN_PROGRESS' })
  const minutes = textGiven(input, 'TimeoutInMinutes')
  stack.timeoutMinutes = minutes === undefined ? undefined : Number(minutes)
  stack.terminationProtection = isTrue(input, 'EnableTerminationProtection')
  stack.policy = policy
  stack.disableRollback = onFailure === 'DO_NOTHING'
  const operation = beginCreate(world, stack, desired, {
    token,
    disableRollback: onFailure === 'DO_NOTHING',
    deleteOnFailure: onFailure === 'DELETE',
    retainExceptOnCreate: isTrue(input, 'RetainExceptOnCreate'),
  })
  return { StackId: stack.id, OperationId: operation.id }
}

function answerRepeated(stack: StackState, token: string | undefined): JsonObject {
  const operation = repeatedCall(stack, 'CREATE_STACK', token)
  if (operation !== undefined) return { StackId: stack.id, OperationId: operation.id }
  throw new ServiceError('AlreadyExistsException', `Stack [${stack.name}] already exists`)
}

function onFailureOf(input: JsonObject): string {
  const given = textGiven(input, 'OnFailure')
  if (given !== undefined && input['DisableRollback'] !== undefined)
    throw validationError('You cannot specify both DisableRollback and OnFailure options.')
  return given ?? (isTrue(input, 'DisableRollback') ? 'DO_NOTHING' : 'ROLLBACK')
}
