import { uuid } from '../chance.ts'
import { schedule } from '../engine/due.ts'
import type { Operation } from '../operation.ts'
import { isTrue, listGiven, textGiven, textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'
import { readTemplate } from '../template/read-template.ts'
import { givenTemplate } from '../template/source/given-template.ts'
import type { JsonObject, World } from '../world.ts'
import type { Mapping, Spot, StackDefinition } from './refactor-state.ts'

/** Milliseconds until it is known what moves. */
const creation = 5000
/** Stacks of one refactor, by https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-refactoring.html */
const mostStacks = 5

/** Begins to find out how the resources of some stacks get from their templates to others. */
export const createStackRefactor: Operation = (input, { world, place }) => {
  const definitions = (listGiven<JsonObject>(input, 'StackDefinitions') ?? []).map((one) =>
    definitionOf(one, world),
  )
  if (definitions.length === 0) throw validationError('At least one stack definition must be specified')
  if (definitions.length > mostStacks)
    throw validationError(`A stack refactor can have at most ${mostStacks} stack definitions`)
  const names = definitions.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw validationError(`Stack ${twice} has more than one stack definition`)
  const mappings = (listGiven<JsonObject>(input, 'ResourceMappings') ?? []).map(mappingOf)
  const id = uuid(world)
  world.refactors[id] = {
    id,
    place,
    description: textGiven(input, 'Description'),
    createdAt: world.now,
    createsStacks: isTrue(input, 'EnableStackCreation'),
    definitions,
    mappings,
    status: 'CREATE_IN_PROGRESS',
    executionStatus: 'UNAVAILABLE',
    stacks: [],
    moves: [],
  }
  schedule(world, { at: world.now + creation, stackId: '', kind: 'refactor', refactor: id })
  return { StackRefactorId: id }
}

function definitionOf(given: JsonObject, world: World): StackDefinition {
  const body = givenTemplate(given, world)
  readTemplate(body)
  return { name: nameIn(textNeeded(given, 'StackName')), body }
}

function mappingOf(given: JsonObject): Mapping {
  const spot = (side: string): Spot => {
    const at = (given[side] ?? {}) as JsonObject
    return { stack: nameIn(textNeeded(at, 'StackName')), logicalId: textNeeded(at, 'LogicalResourceId') }
  }
  return { source: spot('Source'), destination: spot('Destination') }
}

/** Stacks are given by name or id. */
function nameIn(stack: string): string {
  return stack.startsWith('arn:') ? (stack.split('/')[1] ?? stack) : stack
}
