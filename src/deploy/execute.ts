import type { CloudFormation, CloudFormationReads, Stack, StackEvent } from './client.ts'
import { eventReader, lastEventId, type EventReader } from './events.ts'
import { hideSecrets } from './mask.ts'
import { poll } from './poll.ts'
import type { PreparedDeployment } from './prepare.ts'
import { isStackItself, rootCause, type RootCause } from './root-cause.ts'

/** How a deployment ended. */
export interface DeploymentResult {
  readonly ok: boolean
  /** The stack's last status; `DELETE_COMPLETE` when a failed creation was removed. */
  readonly status: string
  readonly outputs: Readonly<Record<string, string>>
  readonly rootCause?: RootCause
}

/** A deployment under way. */
export interface RunningDeployment {
  readonly stackId: string
  /** The newest event from before it. */
  readonly after: string | undefined
}

export interface FollowOptions {
  readonly signal?: AbortSignal | undefined
  readonly onEvent?: (event: StackEvent) => void
  /** Values that neither reasons nor outputs may show. */
  readonly secrets?: readonly string[]
  /** A poll failed and will be repeated. */
  readonly onRetry?: (error: Error) => void
}

/** Polls that see an ended stack without an event for it, before the end is believed. */
const silentPolls = 4

/** Starts the execution of a change set. Whatever goes wrong before it runs, also an abort, nothing stays behind. */
export async function start(
  aws: CloudFormation,
  { changeSet, discard }: PreparedDeployment,
  signal?: AbortSignal,
): Promise<RunningDeployment> {
  const { id, stackId } = changeSet
  try {
    const after = await lastEventId(aws.until(signal), stackId)
    signal?.throwIfAborted()
    await aws.executeChangeSet(changeSet, id.split('/')[1] ?? 'cfstack')
    return { stackId, after }
  } catch (error) {
    // AWS refuses this for a change set that does run.
    await discard().catch(() => undefined)
    throw error
  }
}

/** Follows a deployment until it has ended. An abort stops the watching, not the deployment. */
export async function follow(
  aws: CloudFormation,
  { stackId, after }: RunningDeployment,
  options: FollowOptions = {},
): Promise<DeploymentResult> {
  const reads = aws.until(options.signal)
  const { stack, events } = await watch(reads, stackId, eventReader(reads, stackId, after), options)
  const status = stack?.StackStatus ?? 'DELETE_COMPLETE'
  const ok = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'].includes(status)
  const cause = ok ? undefined : await deepestCause(aws, events)
  return {
    ok,
    status,
    outputs: outputsOf(stack, options.secrets ?? []),
    ...(cause === undefined ? {} : { rootCause: cause }),
  }
}

async function watch(
  aws: CloudFormationReads,
  stackId: string,
  reader: EventReader,
  options: FollowOptions,
): Promise<{ stack: Stack | undefined; events: readonly StackEvent[] }> {
  const events: StackEvent[] = []
  let silent = 0
  return poll(async () => {
    const stack = await aws.describeStack(stackId)
    for (const told of await reader.next()) {
      const event = withoutSecrets(told, options.secrets ?? [])
      events.push(event)
      options.onEvent?.(event)
    }
    if (stack !== undefined && stack.StackStatus?.endsWith('_IN_PROGRESS')) return undefined
    const lastOfStack = events.findLast(isStackItself)?.ResourceStatus
    const isTold = lastOfStack !== undefined && !lastOfStack.endsWith('_IN_PROGRESS')
    return isTold || ++silent >= silentPolls ? { stack, events } : undefined
  }, options)
}

/** Goes down into nested stacks as long as the first failure is one. */
async function deepestCause(
  aws: CloudFormationReads,
  events: readonly StackEvent[],
): Promise<RootCause | undefined> {
  const cause = rootCause(events)
  if (cause?.type !== 'AWS::CloudFormation::Stack' || cause.physicalId === undefined) return cause
  if (cause.physicalId === events[0]?.StackId) return cause
  const inner = await eventReader(aws, cause.physicalId)
    .next()
    .catch(() => [])
  return (await deepestCause(aws, inner)) ?? cause
}

function withoutSecrets(event: StackEvent, secrets: readonly string[]): StackEvent {
  const { ResourceStatusReason: reason } = event
  return reason === undefined ? event : { ...event, ResourceStatusReason: hideSecrets(reason, secrets) }
}

function outputsOf(stack: Stack | undefined, secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    (stack?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [
      OutputKey ?? '',
      hideSecrets(OutputValue ?? '', secrets),
    ]),
  )
}
