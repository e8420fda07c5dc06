import { endOperation } from '../end-operation.ts'
import { setStackStatus } from '../event.ts'
import { exportProblem } from '../exports.ts'
import { failureReason } from '../failures.ts'
import { outputsOf } from '../outputs.ts'
import type { Run } from '../run.ts'
import { statusOf } from '../stack-statuses.ts'
import type { PlannedTask } from '../task-graph.ts'
import { setTasks } from '../tasks.ts'
import { startClean } from './clean.ts'
import { startRemove } from './remove.ts'
import { startRevert } from './revert.ts'

/** Brings about what the template says. */
export function startApply(run: Run): void {
  const { running } = run
  running.phase = 'apply'
  setStackStatus(run, statusOf('apply', running.kind, 'during'), 'User Initiated')
  const { resources, problem } = running.target!
  running.stackFailure = problem
  const planned = Object.values(problem === undefined ? resources : {}).map(
    ({ logicalId, dependsOn }): PlannedTask => ({
      key: logicalId,
      logicalId,
      action: 'apply',
      dependsOn,
    }),
  )
  setTasks(run, planned, 'needed')
}

/** Everything is as the template says, or something failed. */
export function endApply(run: Run): void {
  const { stack, running } = run
  const reason = running.stackFailure ?? failureReason(running.failures)
  if (reason !== '') return endBadly(run, reason)
  const outputs = outputsOf(run)
  const problem = typeof outputs === 'string' ? outputs : exportProblem(run.world, stack, outputs)
  if (problem !== undefined || typeof outputs === 'string') return endBadly(run, problem ?? '')
  stack.outputs = outputs
  stack.imports = [...running.imports]
  endWell(run)
}

function endWell(run: Run): void {
  const { stack, running } = run
  if (running.kind === 'update') return startClean(run, 'clean')
  stack.stable = undefined
  setStackStatus(run, statusOf('apply', running.kind, 'done'))
  endOperation(run, 'SUCCEEDED')
}

function endBadly(run: Run, reason: string): void {
  const { running } = run
  running.stackFailure = undefined
  if (running.options.disableRollback && running.kind !== 'import') {
    setStackStatus(run, statusOf('apply', running.kind, 'failed'), reason)
    return endOperation(run, 'FAILED')
  }
  if (running.kind !== 'create') return startRevert(run, reason)
  const said = reason.trimEnd()
  if (running.options.deleteOnFailure) return startRemove(run, `${said} Delete requested by user.`)
  startRevert(run, `${said} Rollback requested by user.`)
}
