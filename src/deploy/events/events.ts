import type { CloudFormationReads, StackEvent } from '../calls/client.ts'

/** A reader of a stack's events that gives each event once. */
export interface EventReader {
  /** The events since the last call, oldest first. */
  next(): Promise<readonly StackEvent[]>
  /** True when the stack's events can't be read any more: some endpoints forget a deleted stack. */
  readonly isGone: boolean
}

/** The newest event of a stack; undefined when there is none. */
export async function lastEventId(aws: CloudFormationReads, stackId: string): Promise<string | undefined> {
  return (await aws.stackEvents(stackId)).StackEvents?.[0]?.EventId
}

/** The newest event of a stack and, when its newest events tell, how many seconds its last operation took. */
export async function lastOperation(
  aws: CloudFormationReads,
  stackId: string,
): Promise<{ readonly after: string | undefined; readonly seconds: number | undefined }> {
  const { StackEvents: events = [] } = await aws.stackEvents(stackId)
  const own = events.filter(({ PhysicalResourceId, StackId }) => PhysicalResourceId === StackId)
  const end = own[0]?.Timestamp?.getTime()
  const start = own
    .find(({ ResourceStatus }) => /^(CREATE|UPDATE)_IN_PROGRESS$/.test(ResourceStatus ?? ''))
    ?.Timestamp?.getTime()
  const isWhole = end !== undefined && start !== undefined && start < end
  return { after: events[0]?.EventId, seconds: isWhole ? Math.round((end - start) / 1000) : undefined }
}

/** Reads a stack's events after one of them, or all. */
export function eventReader(aws: CloudFormationReads, stackId: string, after?: string): EventReader {
  let last = after
  let isGone = false
  const read = (token: string | undefined) =>
    aws.stackEvents(stackId, token).catch((error: unknown) => {
      if (!/does not exist/.test((error as Error).message)) throw error
      isGone = true
      return { StackEvents: [], NextToken: undefined }
    })
  return {
    get isGone() {
      return isGone
    },
    async next() {
      const found: StackEvent[] = []
      for (let token: string | undefined, more = true; more;) {
        const page = await read(token)
        const events = page.StackEvents ?? []
        const known = events.findIndex(({ EventId }) => EventId === last)
        found.push(...(known < 0 ? events : events.slice(0, known)))
        token = page.NextToken
        more = known < 0 && token !== undefined && token !== ''
      }
      last = found[0]?.EventId ?? last
      return found.reverse()
    },
  }
}
