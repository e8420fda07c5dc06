import { bareStack } from '../../../src/sandbox/bare-stack.ts'
import type { CallContext } from '../../../src/sandbox/operation.ts'
import { newWorld } from '../../../src/sandbox/store/new-world.ts'
import type {
  Desired,
  EventState,
  Place,
  ResourceState,
  StackState,
  World,
} from '../../../src/sandbox/world.ts'

export const start = Date.parse('2026-01-02T03:04:05.000Z')
export const place: Place = { account: '111122223333', region: 'eu-west-3', partition: 'aws' }

/** A world with these stacks, and a call in it. */
export function contextWith(stacks: readonly StackState[], world: Partial<World> = {}): CallContext {
  return {
    place,
    callerArn: 'arn:aws:iam::111122223333:user/sandbox',
    world: {
      ...newWorld('test', start),
      stacks: Object.fromEntries(stacks.map((stack) => [stack.id, stack])),
      ...world,
    },
  }
}

/** A stack that was made from an empty template. */
export function stackOf(name: string, fields: Partial<StackState> = {}): StackState {
  return {
    ...bareStack({
      id: `arn:aws:cloudformation:eu-west-3:111122223333:stack/${name}/1`,
      name,
      place,
      status: 'CREATE_COMPLETE',
      createdAt: start,
      desired: desiredOf(),
    }),
    ...fields,
  }
}

export function desiredOf(fields: Partial<Desired> = {}): Desired {
  return { body: '{}', parameters: [], tags: [], capabilities: [], topics: [], ...fields }
}

export function resourceOf(logicalId: string, fields: Partial<ResourceState> = {}): ResourceState {
  return {
    logicalId,
    type: 'AWS::SNS::Topic',
    status: 'CREATE_COMPLETE',
    updatedAt: start,
    physicalId: `arn:aws:sns:eu-west-3:111122223333:${logicalId}`,
    properties: {},
    deletionPolicy: 'Delete',
    updateReplacePolicy: 'Delete',
    dependsOn: [],
    ...fields,
  }
}

export function eventOf(number: number, status: string, fields: Partial<EventState> = {}): EventState {
  return {
    id: `event-${number}`,
    at: start + number * 1000,
    operationId: 'operation-1',
    logicalId: 'Topic',
    physicalId: 'topic-1',
    type: 'AWS::SNS::Topic',
    status,
    ...fields,
  }
}
