/** Milliseconds between two polls: the environment's `CFSTACK_POLL_MS`, or 2,000. */
export function pollInterval(): number {
  const given = Number(process.env['CFSTACK_POLL_MS'])
  return Number.isFinite(given) && given > 0 ? given : 2000
}

/** Milliseconds before the first repetition of a failed call. */
export function firstWait(): number {
  return Math.min(500, pollInterval() / 2)
}

/** A wait that doubles with each failure up to a limit, spread by a quarter to both sides so that callers do not march in step. */
export function waitTime(base: number, failures: number, longest: number): number {
  return Math.min(longest, base * 2 ** Math.min(failures, 12)) * (0.75 + Math.random() / 2)
}
