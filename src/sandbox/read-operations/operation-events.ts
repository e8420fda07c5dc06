import type { EventState, JsonObject, OperationState, StackState } from '../world.ts'
import { defined, iso, isoIf } from './defined.ts'
import { eventFields } from './describe-stack-events.ts'

/** A stack's events as DescribeEvents gives them, oldest first: of one operation, or of all. */
export function operationEvents(stack: StackState, operationId: string | undefined): readonly JsonObject[] {
  const operations = stack.operations.filter(({ id }) => operationId === undefined || id === operationId)
  const known = new Map(operations.map((operation) => [operation.id, operation]))
  const own = stack.events.flatMap((event) => {
    const operation = known.get(event.operationId)
    return operation === undefined ? [] : [{ at: event.at, answer: ownEvent(stack, operation, event) }]
  })
  const made = operations.filter(({ type }) => type === 'CREATE_CHANGESET').map((one) => making(stack, one))
  return [...own, ...made].sort((a, b) => a.at - b.at).map(({ answer }) => answer)
}

/** True for an event that tells what went wrong. */
export function isFailed(event: JsonObject): boolean {
  return String(event['EventType']).endsWith('_ERROR')
}

function ownEvent(stack: StackState, operation: OperationState, event: EventState): JsonObject {
  const { validation } = event
  const isStack = event.physicalId === stack.id && event.logicalId === stack.name && validation === undefined
  const { ResourceStatus: status, ResourceStatusReason: reason, ...fields } = eventFields(event)
  return defined({
    EventId: event.id,
    StackId: stack.id,
    OperationId: operation.id,
    OperationType: operation.type,
    OperationStatus: isStack ? statusAt(operation, event) : undefined,
    EventType: eventType(event, isStack),
    ...fields,
    ...(validation === undefined ? { ResourceStatus: status, ResourceStatusReason: reason } : {}),
    StartTime: isStack ? iso(operation.startedAt) : undefined,
    EndTime: isStack && statusAt(operation, event) !== 'IN_PROGRESS' ? isoIf(operation.endedAt) : undefined,
    ValidationFailureMode: validation?.failureMode,
    ValidationName: validation?.name,
    ValidationStatus: validation === undefined ? undefined : 'FAILED',
    ValidationStatusReason: validation?.reason,
    ValidationPath: validation?.path,
  })
}

function eventType({ validation, hook, status }: EventState, isStack: boolean): string {
  if (validation !== undefined) return 'VALIDATION_ERROR'
  if (hook !== undefined && hook.status.endsWith('FAILED')) return 'HOOK_INVOCATION_ERROR'
  if (isStack) return 'STACK_EVENT'
  return status.endsWith('_FAILED') ? 'PROVISIONING_ERROR' : 'PROGRESS_EVENT'
}

/** Until its last event an operation was in progress. */
function statusAt({ endedAt, status }: OperationState, { at, status: reached }: EventState): string {
  const isEnd = endedAt !== undefined && at >= endedAt && !reached.endsWith('_IN_PROGRESS')
  return isEnd ? status : 'IN_PROGRESS'
}

/** Making a change set is told as a whole, as it stands. */
function making(stack: StackState, operation: OperationState): { at: number; answer: JsonObject } {
  const { id, type, status, startedAt, endedAt, token } = operation
  const at = endedAt ?? startedAt
  const answer = defined({
    EventId: `${id}-${status}`,
    StackId: stack.id,
    OperationId: id,
    OperationType: type,
    OperationStatus: status,
    EventType: 'STACK_EVENT',
    Timestamp: iso(at),
    StartTime: iso(startedAt),
    EndTime: isoIf(endedAt),
    ClientRequestToken: token,
  })
  return { at, answer }
}
