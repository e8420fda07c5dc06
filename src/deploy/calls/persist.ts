import { setTimeout as delay } from 'node:timers/promises'
import { failureKind, type FailureKind } from './failure-kind.ts'
import type { Limiter } from './limiter.ts'
import { firstWait, waitTime } from './pace.ts'

/** A failed call that will be repeated. */
export interface Retry {
  readonly error: Error
  readonly kind: FailureKind
  /** How often the call has failed, from 1. */
  readonly failures: number
}

export interface PersistOptions {
  readonly limiter: Limiter
  readonly signal?: AbortSignal | undefined
  /** Reads the credentials again. */
  readonly refresh: () => Promise<unknown>
  /** True when AWS has answered this process before: then a lost network is waited for much longer. */
  readonly knownToAnswer: () => boolean
  readonly onRetry?: ((retry: Retry) => void) | undefined
}

/** How long a call is repeated, in milliseconds: when AWS never answered, a wrong address is more likely than a lost network. */
const patience = { stranger: 8_000, known: 15 * 60_000 }
const longestWait = 20_000
/** Credentials and clocks are corrected at once or not at all. */
const corrections = 2

/**
 * Repeats a call with the same content until it is answered: throttling, server errors, dropped and slow connections are waited out,
 * expired credentials read again. `call` gets the number of the attempt, from 1. Throws the last failure when there is no hope.
 */
export async function persist<T>(call: (attempt: number) => Promise<T>, options: PersistOptions): Promise<T> {
  const { limiter, signal } = options
  const started = Date.now()
  let corrected = 0
  for (let failures = 0; ;) {
    await limiter.turn(signal)
    try {
      const answer = await call(failures + 1)
      limiter.answered()
      return answer
    } catch (error) {
      const kind = failureKind(error)
      signal?.throwIfAborted()
      if (kind === 'final') {
        limiter.answered()
        throw error
      }
      if (kind === 'throttled') limiter.throttled()
      if (kind === 'expired' || kind === 'skewed') {
        if (++corrected > corrections) throw error
        if (kind === 'expired') await options.refresh().catch(() => undefined)
      }
      const limit = options.knownToAnswer() ? patience.known : patience.stranger
      if (Date.now() - started > limit) throw error
      options.onRetry?.({ error: error as Error, kind, failures: ++failures })
    }
    const wait = waitTime(firstWait(), failures - 1, longestWait)
    await delay(wait, undefined, signal ? { signal } : {})
  }
}
