import type { CloudFormation, Stack, StackEvent } from './client.ts'
import { eventReader, eventsFromNow, type EventReader } from './events.ts'
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

export interface FollowOptions {
  readonly signal?: AbortSignal | undefined
  readonly onEvent?: (event: StackEvent) => void
  /** A poll failed and will be repeated. */
  readonly onRetry?: (error: Error) => void
}

/** Polls that see an ended stack without an event for it, before the end is believed. */
const silentPolls = 4

/** Executes a change set and follows the stack until it has ended. An abort stops the watching, not the deployment. */
export async function execute(
  aws: CloudFormation,
  { changeSet, discard }: PreparedDeployment,
  options: FollowOptions = {},
): Promise<DeploymentResult> {
  const { id, stackId } = changeSet
  const reader = await eventsFromNow(aws, stackId)
  await aws.executeChangeSet(id, id.split('/')[1] ?? 'cfstack').catch(async (error: unknown) => {
    // AWS refuses this for a change set that does run.
    await discard().catch(() => undefined)
    throw error
  })
  const { stack, events } = await follow(aws, stackId, reader, options)
  const status = stack?.StackStatus ?? 'DELETE_COMPLETE'
  const ok = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'].includes(status)
  const cause = ok ? undefined : await deepestCause(aws, events)
  return { ok, status, outputs: outputsOf(stack), ...(cause === undefined ? {} : { rootCause: cause }) }
}

async function follow(
  aws: CloudFormation,
  stackId: string,
  reader: EventReader,
  options: FollowOptions,
): Promise<{ stack: Stack | undefined; events: readonly StackEvent[] }> {
  const events: StackEvent[] = []
  let silent = 0
  return poll(async () => {
    const stack = await aws.describeStack(stackId)
    for (const event of await reader.next()) {
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
  aws: CloudFormation,
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

function outputsOf(stack: Stack | undefined): Record<string, string> {
  return Object.fromEntries(
    (stack?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
  )
}
