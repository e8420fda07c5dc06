import type { Timer } from './timer.ts'

/** What may still be done for a template: steps, which are the same on every machine, and time. */
export interface Effort {
  /** Counts steps that are about to be made, and breaks the work off when they are too many, or the time is over. */
  readonly spend: (steps: number) => void
  /** Does some work in so many steps at most; false when that was not enough. */
  readonly within: (steps: number, work: () => void) => boolean
  /** Remembers a resource that has too many cases to say more about it. */
  readonly leaveUndecided: (id: string) => void
  /** The resources that were left undecided. */
  readonly undecided: ReadonlySet<string>
}

/** Thrown where work is broken off, and caught where it was begun. */
const enough = new Error('Enough steps were made')
const timeIsOver = new Error('The time is over')

/** How often steps are counted before the clock is asked. */
const unwatched = 64

export function createEffort(timer?: Timer): Effort {
  const undecided = new Set<string>()
  let left = Number.POSITIVE_INFINITY
  let calls = 0
  return {
    undecided,
    leaveUndecided: (id) => void undecided.add(id),
    spend(steps) {
      left -= steps
      if (left < 0) throw enough
      if (++calls % unwatched === 0 && timer?.isOver() === true) throw timeIsOver
    },
    within(steps, work) {
      const [before, given] = [left, Math.min(steps, left)]
      left = given
      try {
        work()
        return true
      } catch (error) {
        // What was given by somebody else with fewer steps is broken off there.
        if (error !== enough || before < steps) throw error
        return false
      } finally {
        left = before - (given - left)
      }
    },
  }
}
