import type { RootCause } from './root-cause.ts'

/** What AWS says when something is in the way, and what to try then. First that matches. */
const advices: readonly (readonly [RegExp, string])[] = [
  [
    /already exists|AlreadyExists|EntityAlreadyExists/i,
    'Take the existing resource over (--import-existing or --import), delete it, or give another name',
  ],
  [
    /LimitExceeded|quota|maximum number|TooMany/i,
    'Delete what is no longer needed, or have the quota raised',
  ],
  [
    /not authorized|AccessDenied|Access Denied|UnauthorizedOperation/i,
    'Give the permission that AWS names to the role that deploys, or to the role in the stack settings',
  ],
  [
    /did not stabilize|NotStabilized|circuit breaker|Exceeded attempts to wait/i,
    'Look at the resource itself: its own events and logs say what it waits for',
  ],
  [/throttl|Rate exceeded/i, 'Deploy again: the service behind the resource had too many calls'],
  [
    /NoSuchKey|NoSuchBucket|does not exist|not found|NotFound/i,
    'Check the names and ids that the resource refers to',
  ],
  [/signal/i, 'Look at the instances: what should send the signal did not, or too late'],
]

/** What to try against a root cause; undefined when nothing general can be said. */
export function adviceFor({ reason, hook }: RootCause): string | undefined {
  if (hook !== undefined) return 'Change what the hook refuses, or talk to who runs it'
  return advices.find(([pattern]) => pattern.test(reason))?.[1]
}
