import type { CloudFormationReads, StackEvent } from '../calls/client.ts'
import { isStackItself } from '../events/root-cause.ts'

/** The stack's own statuses that begin an operation. */
const beginnings = new Set([
  'CREATE_IN_PROGRESS',
  'UPDATE_IN_PROGRESS',
  'DELETE_IN_PROGRESS',
  'IMPORT_IN_PROGRESS',
  'REVIEW_IN_PROGRESS',
])

/** True for the event that begins an operation: a rollback that follows from a failure does not, one that was asked for does. */
export function isBeginning(event: StackEvent): boolean {
  if (!isStackItself(event)) return false
  const status = event.ResourceStatus ?? ''
  const isAsked = /user initiated/i.test(event.ResourceStatusReason ?? '')
  return beginnings.has(status) || (isAsked && status.endsWith('ROLLBACK_IN_PROGRESS'))
}

/** The events of a stack's last operation, oldest first. Reads no more pages than that takes. */
export function lastOperationEvents(
  aws: CloudFormationReads,
  stackId: string,
): Promise<readonly StackEvent[]> {
  return eventsBack(aws, stackId, (events) => {
    const at = events.findIndex(isBeginning)
    return at < 0 ? undefined : at + 1
  })
}

/** The events since a point in time, oldest first; without one all. */
export function eventsSince(
  aws: CloudFormationReads,
  stackId: string,
  since: Date | undefined,
): Promise<readonly StackEvent[]> {
  return eventsBack(aws, stackId, (events) => {
    if (since === undefined) return undefined
    const at = events.findIndex(({ Timestamp }) => Timestamp !== undefined && Timestamp < since)
    return at < 0 ? undefined : at
  })
}

/** Reads backwards, page by page, until `enough` says how many of what was read are wanted. */
async function eventsBack(
  aws: CloudFormationReads,
  stackId: string,
  enough: (events: readonly StackEvent[]) => number | undefined,
): Promise<readonly StackEvent[]> {
  const found: StackEvent[] = []
  for (let next: string | undefined, more = true; more; more = next !== undefined && next !== '') {
    const page = await aws.stackEvents(stackId, next)
    found.push(...(page.StackEvents ?? []))
    const count = enough(found)
    if (count !== undefined) return found.slice(0, count).reverse()
    next = page.NextToken
  }
  return found.reverse()
}
