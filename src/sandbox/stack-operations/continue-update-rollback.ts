import { beginRollback } from '../engine/begin.ts'
import type { Operation } from '../operation.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { isTrue, listGiven, textGiven, textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'
import type { StackState, World } from '../world.ts'
import { repeatedCall } from './repeated-call.ts'

/** ContinueUpdateRollback. */
export const continueUpdateRollback: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  const token = textGiven(input, 'ClientRequestToken')
  if (repeatedCall(stack, 'CONTINUE_ROLLBACK', token) !== undefined) return {}
  if (isTrue(input, 'ForceRollback') && listGiven(input, 'ResourcesToSkip') !== undefined)
    throw validationError('You cannot specify both ForceRollback and ResourcesToSkip.')
  if (stack.status !== 'UPDATE_ROLLBACK_FAILED')
    throw validationError(
      `Stack:${stack.id} is in ${stack.status} state and can not continue to be rolled back.`,
    )
  const leave = isTrue(input, 'ForceRollback')
    ? stuckIn(context.world, stack)
    : (listGiven<string>(input, 'ResourcesToSkip') ?? [])
  refuseSkips(stack, leave)
  beginRollback(context.world, stack, { token, leave }, 'CONTINUE_ROLLBACK')
  return {}
}

/** Everything that a rollback failed at, in nested stacks too: what is a stack itself goes on, without what failed in it. */
function stuckIn(world: World, stack: StackState, prefix = ''): readonly string[] {
  return Object.values(stack.resources).flatMap(({ logicalId, nestedStackId, status }) => {
    if (status !== 'UPDATE_FAILED') return []
    const child = nestedStackId === undefined ? undefined : world.stacks[nestedStackId]
    if (child?.status !== 'UPDATE_ROLLBACK_FAILED') return [`${prefix}${logicalId}`]
    return stuckIn(world, child, `${prefix}${child.name}.`)
  })
}

/** Only what failed can be skipped; resources of nested stacks are named with their stack. */
function refuseSkips({ resources }: StackState, leave: readonly string[]): void {
  const own = leave.filter((name) => !name.includes('.'))
  const unknown = own.filter((name) => !Object.hasOwn(resources, name))
  if (unknown.length > 0)
    throw validationError(
      `The following resources to skip do not exist in the stack: [${unknown.join(', ')}]`,
    )
  const fine = own.filter((name) => resources[name]!.status !== 'UPDATE_FAILED')
  if (fine.length > 0)
    throw validationError(
      `The following resources to skip are not in UPDATE_FAILED state: [${fine.join(', ')}]. Only resources that are in the UPDATE_FAILED state because a rollback failed can be skipped.`,
    )
}
