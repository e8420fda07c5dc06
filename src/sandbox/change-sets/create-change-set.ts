import { uuid } from '../chance.ts'
import { newStack } from '../engine/new-stack.ts'
import type { CallContext, Operation } from '../operation.ts'
import { findStack } from '../read-operations/find-stack.ts'
import { isTrue, listGiven, textGiven, textNeeded } from '../read-operations/given.ts'
import { ServiceError, validationError } from '../service-error.ts'
import { desiredOf } from '../stack-operations/desired.ts'
import { newStackName } from '../stack-operations/stack-name.ts'
import { refuseUpdate } from '../stack-operations/updatable.ts'
import type { Desired, JsonObject, StackState } from '../world.ts'
import { changeSetName } from './change-set-name.ts'
import type { ChangeSetState, ResourceToImport } from './change-set-state.ts'
import { byName } from './find-change-set.ts'
import { refuseImports } from './import-rules.ts'
import { startChangeSet } from './make-change-set.ts'

type Options = Pick<
  ChangeSetState,
  | 'description'
  | 'token'
  | 'onStackFailure'
  | 'includeNestedStacks'
  | 'importExistingResources'
  | 'revertDrift'
  | 'disableValidation'
  | 'imports'
>

/** CreateChangeSet: begins to work out what a template would change. */
export const createChangeSet: Operation = (input, context) => {
  const name = changeSetName(input)
  const type = typeOf(input)
  const there = stackFor(type, name, input, context)
  const twin = there && byName(context, there, name)
  const isNew = there === undefined || there.status === 'REVIEW_IN_PROGRESS'
  const desired = desiredOf(input, context, isNew ? undefined : there.desired, 'change set')
  const options = optionsOf(input, type)
  if (twin !== undefined) return answerTwin(twin, desired, options)
  const { world, place } = context
  if (options.imports !== undefined)
    refuseImports(context, { stack: there, desired, imports: options.imports })
  const stack = there ?? reviewed(newStackName(input), context)
  const id = `arn:${place.partition}:cloudformation:${place.region}:${place.account}:changeSet/${name}/${uuid(world)}`
  startChangeSet(world, { id, name, stackId: stack.id, type, desired, ...options })
  return { Id: id, StackId: stack.id }
}

function typeOf(input: JsonObject): ChangeSetState['type'] {
  const type = textGiven(input, 'ChangeSetType') ?? 'UPDATE'
  if (type === 'CREATE' || type === 'UPDATE' || type === 'IMPORT') return type
  throw validationError(
    `1 validation error detected: Value '${type}' at 'changeSetType' failed to satisfy constraint: Member must satisfy enum value set: [IMPORT, UPDATE, CREATE]`,
  )
}

/** The stack that the change set is for; undefined when it is to be made. */
function stackFor(
  type: ChangeSetState['type'],
  name: string,
  input: JsonObject,
  context: CallContext,
): StackState | undefined {
  const stackName = textNeeded(input, 'StackName')
  const stack = findStack(context, stackName)
  if (type === 'CREATE') {
    if (stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS')
      throw validationError(
        `Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`,
      )
    return stack
  }
  if (stack === undefined || stack.status === 'DELETE_COMPLETE') {
    if (type === 'IMPORT') return undefined
    throw validationError(`Stack [${stackName}] does not exist`)
  }
  // Changes of a stack that failed may be executed without a rollback.
  if (type === 'UPDATE' || stack.status !== 'REVIEW_IN_PROGRESS') refuseUpdate(stack, true)
  return stack
}

function optionsOf(input: JsonObject, type: ChangeSetState['type']): Options {
  const flag = (name: string) => (isTrue(input, name) ? true : undefined)
  const imports = listGiven<ResourceToImport>(input, 'ResourcesToImport')
  if (type === 'IMPORT' && (imports ?? []).length === 0)
    throw validationError('Must Provide at least one resource to import')
  return {
    description: textGiven(input, 'Description'),
    token: textGiven(input, 'ClientToken'),
    onStackFailure: textGiven(input, 'OnStackFailure') as ChangeSetState['onStackFailure'],
    includeNestedStacks: flag('IncludeNestedStacks'),
    importExistingResources: flag('ImportExistingResources'),
    revertDrift: modeOf(input) === 'REVERT_DRIFT' ? true : undefined,
    disableValidation: flag('DisableValidation'),
    imports: type === 'IMPORT' ? imports : undefined,
  }
}

function modeOf(input: JsonObject): string | undefined {
  return textGiven(input, 'DeploymentMode')
}

/** The same call once more gets the same answer; another change set cannot have the name. */
function answerTwin(twin: ChangeSetState, desired: Desired, { token }: Options): JsonObject {
  if (token !== undefined && token === twin.token && twin.desired.body === desired.body)
    return { Id: twin.id, StackId: twin.stackId }
  const differs = twin.desired.body === desired.body ? undefined : 'Template'
  throw new ServiceError(
    'AlreadyExistsException',
    differs === undefined
      ? `ChangeSet ${twin.name} already exists`
      : `ChangeSet ${twin.name} cannot be created due to a mismatch with existing attribute ${differs}`,
  )
}

/** A stack that has nothing but change sets to be looked at. */
function reviewed(name: string, { world, place }: CallContext): StackState {
  const desired: Desired = { body: '', parameters: [], tags: [], capabilities: [], topics: [] }
  const stack = newStack(world, { name, place, desired, status: 'REVIEW_IN_PROGRESS' })
  stack.statusReason = 'User Initiated'
  return stack
}
