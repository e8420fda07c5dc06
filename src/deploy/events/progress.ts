import type { StackEvent } from '../calls/client.ts'
import { isFailure, isStackItself } from './root-cause.ts'

/** A resource that is being worked on. */
export interface ActiveResource {
  readonly logicalId: string
  readonly type: string
  readonly status: string
  /** Milliseconds since 1970. */
  readonly since: number
}

/** How far a stack's operation has come. */
export interface Progress {
  readonly stack: string
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly began: number
  readonly expectedSeconds: number | undefined
  /** In the order in which they began. */
  readonly active: readonly ActiveResource[]
  readonly finished: ReadonlySet<string>
  /** True when the operation is being taken back. */
  readonly turnsBack: boolean
}

/** The progress of an operation on which so many resources take part, before its first event. */
export function progressOf(
  stack: string,
  facts: { readonly total: number; readonly began: number; readonly expectedSeconds?: number | undefined },
): Progress {
  const { total, began, expectedSeconds } = facts
  const none = { done: 0, failed: 0, active: [], finished: new Set<string>(), turnsBack: false }
  return { stack, total, began, expectedSeconds, ...none }
}

/** The progress after an event. Pure. */
export function advance(progress: Progress, event: StackEvent): Progress {
  const { LogicalResourceId: logicalId = '', ResourceStatus: status = '', ResourceType: type = '' } = event
  if (isStackItself(event))
    return { ...progress, turnsBack: progress.turnsBack || /ROLLBACK|DELETE/.test(status) }
  const others = progress.active.filter((one) => one.logicalId !== logicalId)
  if (status.endsWith('_IN_PROGRESS')) {
    const since = progress.active.find((one) => one.logicalId === logicalId)?.since
    const at = since ?? event.Timestamp?.getTime() ?? progress.began
    return { ...progress, active: [...others, { logicalId, type, status, since: at }] }
  }
  const finished = new Set(progress.finished).add(logicalId)
  const failed = progress.failed + (isFailure(event) ? 1 : 0)
  return { ...progress, active: others, finished, done: finished.size, failed }
}
