/** What Ctrl-C and SIGTERM do. */
export interface Interruption {
  /** Fires at the first Ctrl-C that nothing else takes, and at SIGTERM. A second one ends the process at once. */
  readonly signal: AbortSignal
  /** From now on Ctrl-C calls this; returns how to end that. */
  divert(onInterrupt: () => void): () => void
  /** Fires the signal. */
  stop(): void
  close(): void
}

/** Listens for Ctrl-C and SIGTERM until it is closed. */
export function interruption(): Interruption {
  const controller = new AbortController()
  const takers: (() => void)[] = []
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  const onInterrupt = (): void => (takers.at(-1) ?? stop)()
  process.on('SIGINT', onInterrupt).on('SIGTERM', stop)
  return {
    signal: controller.signal,
    stop,
    divert(taker) {
      takers.push(taker)
      return () => void takers.splice(takers.indexOf(taker), 1)
    },
    close: () => void process.off('SIGINT', onInterrupt).off('SIGTERM', stop),
  }
}
