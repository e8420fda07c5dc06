import { wouldChange } from '../change-sets/plan-changes.ts'
import { beginUpdate } from '../engine/begin.ts'
import type { Operation } from '../operation.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { isTrue, textGiven, textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'
import type { Desired, StackState } from '../world.ts'
import { desiredOf } from './desired.ts'
import { repeatedCall } from './repeated-call.ts'
import { policyGiven } from './stack-policies.ts'
import { refuseUpdate } from './updatable.ts'

/** UpdateStack. */
export const updateStack: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  const token = textGiven(input, 'ClientRequestToken')
  const repeated = repeatedCall(stack, 'UPDATE_STACK', token)
  if (repeated !== undefined) return { StackId: stack.id, OperationId: repeated.id }
  const disableRollback = isTrue(input, 'DisableRollback')
  refuseUpdate(stack, disableRollback)
  const desired = desiredOf(input, context, stack.desired)
  if (
    stack.status.endsWith('_COMPLETE') &&
    !yieldsOther(stack, desired) &&
    !wouldChange(context.world, stack, desired)
  )
    throw validationError('No updates are to be performed.')
  const policy = policyGiven(input, context.world, 'StackPolicy')
  const policyDuringUpdate = policyGiven(input, context.world, 'StackPolicyDuringUpdate')
  const operation = beginUpdate(context.world, stack, desired, {
    token,
    disableRollback,
    retainExceptOnCreate: isTrue(input, 'RetainExceptOnCreate'),
    policyDuringUpdate,
  })
  stack.policy = policy ?? stack.policy
  return { StackId: stack.id, OperationId: operation.id }
}

/** Whether dynamic references yield something else than when they were deployed, which changes resources though no text does. */
function yieldsOther(stack: StackState, { references }: Desired): boolean {
  const before = stack.desired.references ?? {}
  return Object.entries(references ?? {}).some(([text, value]) => (before[text] ?? value) !== value)
}
