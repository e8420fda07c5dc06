import type { StackEvent } from '../calls/client.ts'
import { isStackItself } from './root-cause.ts'

/** How long one resource took. */
export interface ResourceTime {
  readonly logicalId: string
  readonly type: string
  /** Seconds after the operation began. */
  readonly start: number
  readonly seconds: number
  readonly status: string
}

/** How long each resource of an operation took, the slowest first. Events come oldest first. Pure. */
export function timelineOf(events: readonly StackEvent[]): readonly ResourceTime[] {
  const began = events[0]?.Timestamp?.getTime() ?? 0
  const times = new Map<string, { start: number; end: number; event: StackEvent }>()
  for (const event of events) {
    const { LogicalResourceId: id = '', Timestamp } = event
    if (isStackItself(event) || Timestamp === undefined) continue
    const at = Timestamp.getTime()
    times.set(id, { start: times.get(id)?.start ?? at, end: at, event })
  }
  return [...times]
    .map(([logicalId, { start, end, event }]) => ({
      logicalId,
      type: event.ResourceType ?? '',
      start: Math.round((start - began) / 1000),
      seconds: Math.round((end - start) / 1000),
      status: event.ResourceStatus ?? '',
    }))
    .sort((a, b) => b.seconds - a.seconds)
}
