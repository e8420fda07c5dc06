import type { CloudFormationReads, StackEvent } from '../calls/client.ts'
import { eventReader } from './events.ts'

/** Why a deployment failed: the first resource that failed by itself, and what AWS said. */
export interface RootCause {
  readonly logicalId: string
  readonly type: string
  /** For example `CREATE_FAILED`. */
  readonly status: string
  readonly reason: string
  readonly physicalId?: string
  /** Logical ids of the nested stacks that lead to it, outermost first. */
  readonly path?: readonly string[]
  /** The hook that refused it. */
  readonly hook?: string
}

/**
 * The root cause in an operation's events, which come oldest first. Failures that only follow from another one ("cancelled") and
 * the stack's own summary do not count, unless there is nothing else. Undefined when nothing failed.
 */
export function rootCause(events: readonly StackEvent[]): RootCause | undefined {
  const failures = events.filter(isFailure)
  const found =
    failures.find((event) => !isStackItself(event) && !isNoise(event)) ??
    failures.find((event) => !isStackItself(event)) ??
    events.find(
      (event) => isStackItself(event) && isRollback(event) && event.ResourceStatusReason !== undefined,
    )
  return found === undefined ? undefined : causeOf(found)
}

/** The root cause, looked for down in nested stacks as long as the first failure is one. */
export async function deepestCause(
  aws: CloudFormationReads,
  events: readonly StackEvent[],
): Promise<RootCause | undefined> {
  const cause = rootCause(events)
  if (cause?.type !== 'AWS::CloudFormation::Stack' || cause.physicalId === undefined) return cause
  if (cause.physicalId === events[0]?.StackId) return cause
  const all = await eventReader(aws, cause.physicalId)
    .next()
    .catch(() => [])
  const began = events[0]?.Timestamp?.getTime() ?? 0
  const deeper = await deepestCause(
    aws,
    all.filter(({ Timestamp }) => (Timestamp?.getTime() ?? 0) >= began),
  )
  return deeper === undefined ? cause : { ...deeper, path: [cause.logicalId, ...(deeper.path ?? [])] }
}

function causeOf(event: StackEvent): RootCause {
  return {
    logicalId: event.LogicalResourceId ?? '',
    type: event.ResourceType ?? '',
    status: event.HookStatus ?? event.ResourceStatus ?? '',
    reason: event.HookStatusReason ?? event.ResourceStatusReason ?? 'AWS gave no reason',
    ...(event.PhysicalResourceId ? { physicalId: event.PhysicalResourceId } : {}),
    ...(event.HookType === undefined ? {} : { hook: event.HookType }),
  }
}

/** True for an event that says that a resource, the stack or a hook failed. */
export function isFailure(event: StackEvent): boolean {
  const hookFailed = event.HookStatus === 'HOOK_COMPLETE_FAILED' || event.HookStatus === 'HOOK_FAILED'
  return (event.ResourceStatus ?? '').endsWith('_FAILED') || (hookFailed && event.HookFailureMode !== 'WARN')
}

/** True for an event of the stack itself, not of something in it. */
export function isStackItself(event: StackEvent): boolean {
  return event.PhysicalResourceId === event.StackId && event.ResourceType === 'AWS::CloudFormation::Stack'
}

function isRollback(event: StackEvent): boolean {
  return /ROLLBACK_IN_PROGRESS|DELETE_IN_PROGRESS|_FAILED/.test(event.ResourceStatus ?? '')
}

function isNoise(event: StackEvent): boolean {
  return /resource (creation|update|deletion|handler)? ?cancelled|the following resource\(s\) failed/i.test(
    event.ResourceStatusReason ?? '',
  )
}
