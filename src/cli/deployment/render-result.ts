import type { StackEvent } from '../../deploy/client.ts'
import type { DeploymentResult } from '../../deploy/execute.ts'
import type { DeployTarget } from '../../deploy/read-target.ts'

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

/** What a failed deployment says: the root cause and where it is in the code. */
export function renderFailure({ rootCause, status }: DeploymentResult, target: DeployTarget): string {
  if (rootCause === undefined) return `it ended in ${status}`
  const { logicalId, type, reason } = rootCause
  const source = target.settings.sources?.[logicalId] ?? target.file
  return `${logicalId} (${type}, ${source}): ${reason}`
}
