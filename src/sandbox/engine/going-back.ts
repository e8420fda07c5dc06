import type { Running } from './running.ts'

/** Whether an operation undoes what it, or the one before, did. */
export function isGoingBack(running: Running): boolean {
  return running.phase === 'revert' || running.phase === 'clean-reverted'
}
