import type { CallContext } from '../operation.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { textGiven, textNeeded } from '../read-operations/given.ts'
import { ServiceError, validationError } from '../service-error.ts'
import type { JsonObject, StackState } from '../world.ts'
import type { ChangeSetState } from './change-set-state.ts'

/** The change set that a call names, by its id or by its and its stack's name. Throws when there is none. */
export function changeSetOf(input: JsonObject, context: CallContext): ChangeSetState {
  const name = textNeeded(input, 'ChangeSetName')
  const stackName = textGiven(input, 'StackName')
  if (!name.startsWith('arn:') && stackName === undefined)
    throw validationError('StackName must be specified if ChangeSetName is not specified as an ARN.')
  const found = name.startsWith('arn:')
    ? byId(context, name)
    : byName(context, namedStack(context, stackName ?? ''), name)
  if (found === undefined) throw missingChangeSet(name)
  return found
}

/** A stack's change set of that name; undefined when there is none. */
export function byName({ world }: CallContext, stack: StackState, name: string): ChangeSetState | undefined {
  return Object.values(world.changeSets).findLast((one) => one.name === name && one.stackId === stack.id)
}

function byId({ world, place }: CallContext, id: string): ChangeSetState | undefined {
  const set = Object.hasOwn(world.changeSets, id) ? world.changeSets[id] : undefined
  const where = set?.stackId.split(':').slice(3, 5).join(':')
  return where === `${place.region}:${place.account}` ? set : undefined
}

export function missingChangeSet(name: string): ServiceError {
  return new ServiceError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, 404)
}
