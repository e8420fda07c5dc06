import { tags } from '../../spec/generated/tags.ts'
import type { JsonObject } from '../world.ts'
import type { Move, RefactorState } from './refactor-state.ts'

/** Tags that CloudFormation gives to what a stack owns. */
const ownTags = [
  'aws:cloudformation:stack-name',
  'aws:cloudformation:logical-id',
  'aws:cloudformation:stack-id',
]

/** What a refactor does, as the API says it: new stacks first, then what moves. */
export function refactorActions({ stacks, moves }: RefactorState): readonly JsonObject[] {
  const ids = new Map(stacks.map(({ name, id }) => [name, id]))
  const created = stacks
    .filter(({ isNew }) => isNew)
    .map(({ id }) => ({
      Action: 'CREATE',
      Entity: 'STACK',
      PhysicalResourceId: id,
      Description: `Stack ${id} created.`,
    }))
  return [...created, ...moves.map((move) => moveAction(move, ids))]
}

function moveAction(move: Move, ids: ReadonlyMap<string, string>): JsonObject {
  const { source, destination, type, physicalId, isMapped, isUnchanged } = move
  const id = ids.get(destination.stack) ?? ''
  const isTagged = Object.hasOwn(tags, type)
  const values = [destination.stack, destination.logicalId, id]
  return {
    Action: 'MOVE',
    Entity: 'RESOURCE',
    PhysicalResourceId: physicalId,
    Description: isUnchanged
      ? 'No configuration changes detected.'
      : 'Resource configuration changes will be validated during refactor execution.',
    Detection: isMapped ? 'MANUAL' : 'AUTO',
    TagResources: isTagged ? ownTags.map((Key, index) => ({ Key, Value: values[index] })) : [],
    UntagResources: isTagged ? ownTags : [],
    ResourceMapping: {
      Source: { StackName: ids.get(source.stack), LogicalResourceId: source.logicalId },
      Destination: { StackName: id, LogicalResourceId: destination.logicalId },
    },
  }
}
