/** A signal that fires at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
export function interruption(): { readonly signal: AbortSignal; close(): void } {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return {
    signal: controller.signal,
    close: () => void process.off('SIGINT', stop).off('SIGTERM', stop),
  }
}
