import type { CloudFormationReads, Stack, StackEvent } from '../calls/client.ts'
import { eventReader, type EventReader } from './events.ts'
import { hideSecrets } from '../secrets/mask.ts'
import { poll } from '../calls/poll.ts'
import { deepestCause, type RootCause } from './root-cause.ts'
import { isStackItself } from './root-cause.ts'

/** How an operation ended. */
export interface FollowResult {
  readonly ok: boolean
  /** The stack's last status; `DELETE_COMPLETE` when it is gone. */
  readonly status: string
  readonly outputs: Readonly<Record<string, string>>
  /** All events of the operation, oldest first. */
  readonly events: readonly StackEvent[]
  readonly rootCause?: RootCause
}

/** An operation under way. */
export interface RunningOperation {
  readonly stackId: string
  /** The newest event from before it; all events count without it. */
  readonly after: string | undefined
}

export interface FollowOptions {
  readonly signal?: AbortSignal | undefined
  readonly onEvent?: (event: StackEvent) => void
  /** Values that neither reasons nor outputs may show. */
  readonly secrets?: readonly string[]
  /** Statuses that count as success, besides completed creations, updates and imports. */
  readonly success?: readonly string[]
  /** True when the stack gives nothing that only it can tell: the event of a good end is enough then. */
  readonly withoutOutputs?: boolean
}

/** Polls without news, before the stack itself is asked. */
const quietPolls = 4
/** Times that a stack is seen at rest without an event that says so, before it is believed. */
const silentEnds = 2
/** Nothing follows these. */
const goodEnds: readonly string[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE']
const successes = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE']

/**
 * Follows an operation until it has ended, with one call for each poll: the stack itself is asked only when the events say that it
 * has ended, or when they say nothing for long. An abort stops the watching, not the operation.
 */
export async function follow(
  aws: { until(signal: AbortSignal | undefined): CloudFormationReads },
  { stackId, after }: RunningOperation,
  options: FollowOptions = {},
): Promise<FollowResult> {
  const reads = aws.until(options.signal)
  const { stack, events } = await watch(reads, stackId, eventReader(reads, stackId, after), options)
  const status = stack?.StackStatus ?? 'DELETE_COMPLETE'
  const ok = [...successes, ...(options.success ?? [])].includes(status)
  const hide = (cause: RootCause) => ({ ...cause, reason: hideSecrets(cause.reason, options.secrets ?? []) })
  const cause = ok ? undefined : await deepestCause(reads, events)
  return {
    ok,
    status,
    events,
    outputs: outputsOf(stack, options.secrets ?? []),
    ...(cause === undefined ? {} : { rootCause: hide(cause) }),
  }
}

async function watch(
  aws: CloudFormationReads,
  stackId: string,
  reader: EventReader,
  options: FollowOptions,
): Promise<{ stack: Stack | undefined; events: readonly StackEvent[] }> {
  const events: StackEvent[] = []
  let quiet = 0
  let silent = 0
  return poll(async () => {
    const news = (await reader.next()).map((event) => withoutSecrets(event, options.secrets ?? []))
    events.push(...news)
    for (const event of news) options.onEvent?.(event)
    const last = events.findLast(isStackItself)?.ResourceStatus
    const isTold = last !== undefined && !last.endsWith('_IN_PROGRESS')
    quiet = news.length > 0 ? 0 : quiet + 1
    if (!isTold && quiet < quietPolls && !reader.isGone) return undefined
    if (options.withoutOutputs === true && goodEnds.includes(last ?? ''))
      return { stack: { StackStatus: last } as Stack, events }
    const stack = await aws.describeStack(stackId)
    if (stack?.StackStatus?.endsWith('_IN_PROGRESS') === true) {
      quiet = 0
      return undefined
    }
    return isTold || stack === undefined || ++silent >= silentEnds ? { stack, events } : undefined
  }, options)
}

function withoutSecrets(event: StackEvent, secrets: readonly string[]): StackEvent {
  const { ResourceStatusReason: reason, HookStatusReason: hook } = event
  return {
    ...event,
    ...(reason === undefined ? {} : { ResourceStatusReason: hideSecrets(reason, secrets) }),
    ...(hook === undefined ? {} : { HookStatusReason: hideSecrets(hook, secrets) }),
  }
}

function outputsOf(stack: Stack | undefined, secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    (stack?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [
      OutputKey ?? '',
      hideSecrets(OutputValue ?? '', secrets),
    ]),
  )
}
