const silent = new WeakSet<AbortSignal>()

/** Marks the signal of calls whose repetitions nobody is told of. */
export function silence(signal: AbortSignal): AbortSignal {
  silent.add(signal)
  return signal
}

/** True for such a signal. */
export function isSilent(signal: AbortSignal | undefined): boolean {
  return signal !== undefined && silent.has(signal)
}
