import { setTimeout as delay } from 'node:timers/promises'
import { isPermanent } from './aws-error.ts'
import { pollInterval, waitTime } from './pace.ts'

export interface PollOptions {
  /** Milliseconds between two polls; the environment's `CFSTACK_POLL_MS`, or 2,000. */
  readonly interval?: number
  readonly signal?: AbortSignal | undefined
  /** Called with each failed poll that will be repeated. */
  readonly onRetry?: (error: Error) => void
}

/** How often a poll that says "no permission" is repeated before it counts: permissions may take time to arrive. */
const permanentAttempts = 5
const longestWait = 30_000

/**
 * Asks again and again until the answer is not undefined. A failed poll never ends the waiting: the time between polls
 * grows to 30 seconds and shrinks back after an answer. Rejects with an `AbortError` when the signal fires.
 */
export async function poll<T>(ask: () => Promise<T | undefined>, options: PollOptions = {}): Promise<T> {
  const interval = options.interval ?? pollInterval()
  for (let failures = 0; ;) {
    options.signal?.throwIfAborted()
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
      failures = 0
    } catch (error) {
      options.signal?.throwIfAborted()
      failures++
      if (isPermanent(error) && failures >= permanentAttempts) throw error
      options.onRetry?.(error as Error)
    }
    const wait = waitTime(interval, failures, Math.max(longestWait, interval))
    await delay(wait, undefined, options.signal ? { signal: options.signal } : {})
  }
}
