import type { Operation } from '../operation.ts'
import type { EventState, JsonObject, StackState } from '../world.ts'
import { defined, iso } from './defined.ts'
import { namedStack } from './find-stack.ts'
import { textNeeded } from './given.ts'
import { pageBack } from './page.ts'

/** What happened in a stack, the newest first. Findings of early validation are told by DescribeEvents only. */
export const describeStackEvents: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  const told = stack.events.filter(({ validation }) => validation === undefined)
  const { items, next } = pageBack(told, input)
  return { StackEvents: items.map((event) => eventAnswer(stack, event)), ...next }
}

function eventAnswer(stack: StackState, event: EventState): JsonObject {
  return defined({
    StackId: stack.id,
    EventId: event.id,
    StackName: stack.name,
    OperationId: event.operationId,
    ...eventFields(event),
    HookInvocationId: event.hook === undefined ? undefined : event.id,
  })
}

/** What both kinds of events tell of a resource. */
export function eventFields(event: EventState): JsonObject {
  const { hook } = event
  return {
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId ?? '',
    ResourceType: event.type,
    Timestamp: iso(event.at),
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ResourceProperties: event.properties,
    ClientRequestToken: event.token,
    HookType: hook?.type,
    HookStatus: hook?.status,
    HookStatusReason: hook?.reason,
    HookInvocationPoint: hook?.invocationPoint,
    HookFailureMode: hook?.failureMode,
    DetailedStatus: event.detailedStatus,
  }
}
