import type { ActionSteps, Outcome, Step } from './outcome.ts'
import { judgeSignals, takeMissingSignals } from './signals.ts'

/** The steps of a resource that may have to wait for signals, until `complete` can say that it is made or changed. */
export function whenSignalled(complete: Step): NonNullable<ActionSteps['on']> {
  const goOn =
    (isLate: boolean): Step =>
    (run, key, task): Outcome => {
      const judged = judgeSignals(task, isLate)
      if (typeof judged === 'object') return judged
      return judged === 'enough' && task.isTimeUp ? complete(run, key, task) : 'going'
    }
  return {
    finished: (run, key, task) => {
      task.isTimeUp = true
      return goOn(false)(run, key, task)
    },
    signalled: goOn(false),
    'signals-come': takeMissingSignals,
    'signals-late': goOn(true),
  }
}
