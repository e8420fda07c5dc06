import type { CloudFormationReads, StackEvent } from '../calls/client.ts'
import { isStackItself } from '../events/root-cause.ts'

/** An operation that was found running on a stack. */
export interface FoundOperation {
  readonly token: string | undefined
  readonly since: Date | undefined
  /** The newest event from before it. */
  readonly after: string | undefined
}

/** Finds when the running operation began and whose token it has, in the newest events. */
export async function runningOperation(aws: CloudFormationReads, stackId: string): Promise<FoundOperation> {
  const seen: StackEvent[] = []
  for (let next: string | undefined; ;) {
    const page = await aws.stackEvents(stackId, next)
    seen.push(...(page.StackEvents ?? []))
    const start = seen.findIndex(isBeginning)
    next = page.NextToken
    if (start < 0 && next !== undefined && next !== '') continue
    const own = start < 0 ? seen : seen.slice(0, start + 1)
    return {
      token: own.find(({ ClientRequestToken }) => ClientRequestToken !== undefined)?.ClientRequestToken,
      since: own.at(-1)?.Timestamp,
      after: start < 0 ? undefined : seen[start + 1]?.EventId,
    }
  }
}

/** An operation begins with an event of the stack; those of its rollback and clean-up come later. */
function isBeginning(event: StackEvent): boolean {
  return (
    isStackItself(event) && /^(CREATE|UPDATE|DELETE|IMPORT)_IN_PROGRESS$/.test(event.ResourceStatus ?? '')
  )
}
