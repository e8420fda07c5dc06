import { advance, settle } from '../../../src/sandbox/engine/advance.ts'
import { parts } from '../../../src/sandbox/parts.ts'
import type { CallContext } from '../../../src/sandbox/operation.ts'
import { newWorld } from '../../../src/sandbox/store/new-world.ts'
import type { Fault, JsonObject, StackState, World } from '../../../src/sandbox/world.ts'

/** An account in which calls can be made. */
export interface Scene {
  readonly world: World
  readonly call: (action: string, input: JsonObject) => JsonObject
  /** Makes a call and plays everything that follows. */
  readonly play: (action: string, input: JsonObject) => JsonObject
  /** Lets so much time pass, in milliseconds. */
  readonly wait: (milliseconds: number) => void
  /** The stack that had this name last. */
  readonly stack: (name?: string) => StackState
}

/** An empty account, with these faults asked for. */
export function scene(...faults: Fault[]): Scene {
  const world = newWorld('test', 0)
  world.faults.push(...faults)
  const context: CallContext = {
    world,
    place: { account: '123456789012', region: 'eu-west-1', partition: 'aws' },
    callerArn: 'arn:aws:iam::123456789012:user/sandbox',
  }
  const call = (action: string, input: JsonObject): JsonObject => parts.operations[action]!(input, context)
  return {
    world,
    call,
    play: (action, input) => {
      const answer = call(action, input)
      settle(world)
      return answer
    },
    wait: (milliseconds) => advance(world, world.now + milliseconds),
    stack: (name = 'web') => Object.values(world.stacks).findLast((stack) => stack.name === name)!,
  }
}

/** The input of CreateStack and UpdateStack for these resources. */
export function template(Resources: JsonObject, more: JsonObject = {}): JsonObject {
  return { StackName: 'web', TemplateBody: JSON.stringify({ Resources, ...more }) }
}

/** What happened, oldest first: `Queue CREATE_COMPLETE`, with the reason after a colon. */
export function eventsOf({ events }: StackState, from = 0): string[] {
  return events
    .slice(from)
    .map(
      ({ logicalId, status, reason }) => `${logicalId} ${status}${reason === undefined ? '' : `: ${reason}`}`,
    )
}

/** The statuses that a stack went through, oldest first, without details. */
export function statusesOf({ events, id }: StackState): string[] {
  return events
    .filter(({ physicalId, detailedStatus }) => physicalId === id && detailedStatus === undefined)
    .map(({ status }) => status)
}
