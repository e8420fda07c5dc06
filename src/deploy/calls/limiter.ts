import { setTimeout as delay } from 'node:timers/promises'

/** Calls per second that one account and region is asked at most, as long as it does not complain. */
const fullRate = 20
const lowestRate = 0.5
/** What an answer adds to the rate, far below the rate of the last complaint and near it. */
const fastGrowth = 0.5
const slowGrowth = 0.02
/** Throttled answers within this time belong to one crowd and slow down once. */
const crowdMs = 1000

/** The turnstile before one account and region: all calls of a run go through it. */
export interface Limiter {
  /** Returns when it is the caller's turn; rejects with an `AbortError` when the signal fires. */
  turn(signal?: AbortSignal): Promise<void>
  /** AWS said that there were too many calls: halves the rate. */
  throttled(): void
  /** AWS answered: the rate grows back. */
  answered(): void
  /** Calls per second at the moment. */
  readonly rate: number
}

/**
 * Makes a limiter. Its rate is halved by each crowd of throttled calls; it grows back fast until shortly below the rate at which that
 * happened, then slowly. Calls may come in bursts until AWS has complained once.
 */
export function limiter(now: () => number = Date.now): Limiter {
  let rate = fullRate
  let ceiling = Infinity
  let tokens = 2 * fullRate
  let filled = now()
  let slowed = -crowdMs
  const refill = (): void => {
    const burst = ceiling === Infinity ? 2 * rate : 1
    tokens = Math.min(burst, tokens + ((now() - filled) / 1000) * rate)
    filled = now()
  }
  return {
    async turn(signal) {
      refill()
      tokens--
      if (tokens < 0) await delay((-tokens / rate) * 1000, undefined, signal ? { signal } : {})
    },
    throttled() {
      if (now() - slowed < crowdMs) return
      refill()
      slowed = now()
      ceiling = rate
      rate = Math.max(lowestRate, rate / 2)
      tokens = Math.min(tokens, 0)
    },
    answered() {
      refill()
      rate = Math.min(fullRate, rate + (rate < 0.9 * ceiling ? fastGrowth : slowGrowth))
    },
    get rate() {
      return rate
    },
  }
}

const limiters = new Map<string, Limiter>()

/** The limiter of an account (or what stands for it) and region, the same for every caller in this process. */
export function limiterOf(account: string, region: string): Limiter {
  const key = `${account} ${region}`
  const found = limiters.get(key) ?? limiter()
  limiters.set(key, found)
  return found
}
