import { endOperation } from '../end-operation.ts'
import { setStackStatus } from '../event.ts'
import { exportProblem } from '../exports.ts'
import { failureReason } from '../failures.ts'
import type { Run } from '../run.ts'
import { statusOf } from '../stack-statuses.ts'
import { setTasks } from '../tasks.ts'
import { removals } from './removals.ts'

/** Takes a stack away with everything that it has, unless others use what it exports. */
export function startRemove(run: Run, reason?: string): void {
  const { running } = run
  running.kind = 'delete'
  running.phase = 'remove'
  setStackStatus(run, statusOf('remove', 'delete', 'during'), reason)
  running.stackFailure = exportProblem(run.world, run.stack, [])
  setTasks(run, running.stackFailure === undefined ? removals(run, () => true) : [], 'needing')
}

/** The stack is gone, or what could not be removed is said. */
export function endRemove(run: Run): void {
  const { running, stack } = run
  const reason = running.stackFailure ?? failureReason(running.failures)
  setStackStatus(
    run,
    statusOf('remove', 'delete', reason === '' ? 'done' : 'failed'),
    reason === '' ? undefined : reason,
  )
  if (reason === '') {
    stack.outputs = []
    stack.imports = []
    stack.stable = undefined
  }
  endOperation(run, reason === '' ? 'SUCCEEDED' : 'FAILED')
}
