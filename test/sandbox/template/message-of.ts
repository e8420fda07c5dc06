/** The message of what a function throws; undefined when it throws nothing. */
export function messageOf(run: () => unknown): string | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}
