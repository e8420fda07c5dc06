import type { StackEvent } from '../../deploy/calls/client.ts'
import type { RootCause } from '../../deploy/events/root-cause.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'

/** An event as one line: time, status, logical id, type and AWS's reason. */
export function renderEvent(event: StackEvent): string {
  const {
    Timestamp,
    ResourceStatus = '',
    LogicalResourceId = '',
    ResourceType = '',
    ResourceStatusReason,
  } = event
  const time = Timestamp?.toISOString().slice(11, 19) ?? '--:--:--'
  const reason = ResourceStatusReason ? `  ${ResourceStatusReason}` : ''
  return `${time}  ${ResourceStatus.padEnd(20)}  ${LogicalResourceId}  ${ResourceType}${reason}`
}

/** The first resource that failed, where it is in the code, and what AWS said. */
export function renderCause(cause: RootCause, target: DeployTarget): string {
  const { logicalId, type, reason, path = [], hook } = cause
  const outermost = path[0] ?? logicalId
  const source = target.settings.sources?.[outermost] ?? target.file
  const name = [...path, logicalId].join(' / ')
  return `${name} (${type}, ${source}): ${hook === undefined ? '' : `hook ${hook} refused it: `}${reason}`
}
