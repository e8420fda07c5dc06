import type { CloudFormationReads, StackEvent } from './client.ts'

/** A reader of a stack's events that gives each event once. */
export interface EventReader {
  /** The events since the last call, oldest first. */
  next(): Promise<readonly StackEvent[]>
}

/** The newest event of a stack; undefined when there is none. */
export async function lastEventId(aws: CloudFormationReads, stackId: string): Promise<string | undefined> {
  return (await aws.stackEvents(stackId)).StackEvents?.[0]?.EventId
}

/** Reads a stack's events after one of them, or all. */
export function eventReader(aws: CloudFormationReads, stackId: string, after?: string): EventReader {
  let last = after
  return {
    async next() {
      const found: StackEvent[] = []
      for (let token: string | undefined, more = true; more;) {
        const page = await aws.stackEvents(stackId, token)
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
