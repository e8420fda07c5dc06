import { endOperation } from '../end-operation.ts'
import { setStackStatus } from '../event.ts'
import type { Run } from '../run.ts'
import { statusOf } from '../stack-statuses.ts'
import { setTasks } from '../tasks.ts'
import { removals } from './removals.ts'

const leftBehind = 'Update successful. One or more resources could not be deleted.'

/** Removes what the stack has no more use for, once an update, or its way back, has succeeded. */
export function startClean(run: Run, phase: 'clean' | 'clean-reverted'): void {
  const { stack, running } = run
  running.phase = phase
  setStackStatus(run, statusOf(phase, running.kind, 'during'))
  const stays = phase === 'clean' ? running.target!.resources : stack.stable!.resources
  setTasks(
    run,
    removals(run, ({ logicalId }) => !Object.hasOwn(stays, logicalId)),
    'needing',
  )
}

/** The clean-up is over, whatever could not be removed. */
export function endClean(run: Run): void {
  const { stack, running } = run
  stack.stable = undefined
  setStackStatus(run, statusOf(running.phase, running.kind, 'done'), running.leftBehind && leftBehind)
  endOperation(run, running.phase === 'clean' ? 'SUCCEEDED' : 'FAILED')
}
