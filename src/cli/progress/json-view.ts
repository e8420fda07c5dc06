import type { StackEvent } from '../../deploy/calls/client.ts'
import type { View } from './view.ts'

/** One JSON object a line, on standard error; the command's document comes on standard output at the end. */
export function jsonView(write: (line: string) => void): View {
  const tell = (type: string, stack: string | undefined, fields: object): void =>
    write(JSON.stringify({ type, time: new Date().toISOString(), ...(stack && { stack }), ...fields }))
  return {
    say: (text, stack) => tell('message', stack, { text }),
    began: (stack, facts) => tell('began', stack, facts),
    event: (stack, event) => tell('event', stack, fieldsOf(event)),
    ended: (stack) => tell('ended', stack, {}),
    pause: () => undefined,
    resume: () => undefined,
    close: () => undefined,
  }
}

function fieldsOf(event: StackEvent): object {
  return {
    id: event.EventId,
    at: event.Timestamp?.toISOString(),
    logicalId: event.LogicalResourceId,
    physicalId: event.PhysicalResourceId,
    resourceType: event.ResourceType,
    status: event.ResourceStatus,
    reason: event.ResourceStatusReason,
    token: event.ClientRequestToken,
  }
}
