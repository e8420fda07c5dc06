import { endOperation, tellParent } from '../end-operation.ts'
import { setStackStatus } from '../event.ts'
import { schedule } from '../due.ts'
import { exportProblem } from '../exports.ts'
import { failureOnRequest } from '../faults.ts'
import { failureReason } from '../failures.ts'
import { outputsOf } from '../outputs.ts'
import type { Run } from '../run.ts'
import { statusOf } from '../stack-statuses.ts'
import type { PlannedTask } from '../task-graph.ts'
import { policyDenial } from '../stack-policy.ts'
import type { Target } from '../target.ts'
import { releaseHeld } from '../release-held.ts'
import { setTasks } from '../tasks.ts'
import { startClean } from './clean.ts'
import { startRemove } from './remove.ts'
import { startRevert } from './revert.ts'

/** Brings about what the template says. */
export function startApply(run: Run): void {
  const { running } = run
  running.phase = 'apply'
  setStackStatus(run, statusOf('apply', running.kind, 'during'), 'User Initiated')
  const target = running.target!
  running.stackFailure = target.problem
  const planned = target.problem === undefined ? [...applications(target), ...refusals(run)] : []
  setTasks(run, planned, 'needed')
}

function applications({ resources }: Target): PlannedTask[] {
  return Object.values(resources).map(({ logicalId, dependsOn, explicitDependsOn }) => ({
    key: logicalId,
    logicalId,
    action: 'apply',
    dependsOn,
    done: explicitDependsOn,
  }))
}

/** Resources that the template has no more, and the stack policy keeps. */
function refusals(run: Run): PlannedTask[] {
  const { stack, running } = run
  if (running.kind !== 'update') return []
  return Object.values(stack.resources)
    .filter(
      ({ logicalId, type }) =>
        !Object.hasOwn(running.target!.resources, logicalId) &&
        policyDenial(run, { logicalId, type, action: 'Update:Delete' }) !== undefined,
    )
    .map(({ logicalId }) => ({ key: logicalId, logicalId, action: 'refuse', dependsOn: [] }))
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
  const minutes = stack.desired.rollback?.MonitoringTimeInMinutes ?? 0
  if (minutes === 0) return endWell(run)
  running.phase = 'monitor'
  schedule(run.world, { at: run.world.now + minutes * 60_000, stackId: stack.id, kind: 'monitored' })
}

/** The alarms were watched long enough: one that went off takes everything back. A fault with the alarm's ARN sets it off. */
export function endMonitor(run: Run): void {
  const triggers = run.stack.desired.rollback?.RollbackTriggers ?? []
  const alarm = triggers.find(({ Arn }) => failureOnRequest(run, Arn, 'update') !== undefined)
  if (alarm === undefined) return endWell(run)
  endBadly(run, `Rollback trigger ${alarm.Arn} went into ALARM state.`)
}

function endWell(run: Run): void {
  const { stack, running } = run
  if (running.kind === 'update')
    return running.parentTask === undefined ? startClean(run, 'clean') : hold(run)
  stack.stable = undefined
  setStackStatus(run, statusOf('apply', running.kind, 'done'))
  endOperation(run, 'SUCCEEDED')
}

/** A nested stack cleans up when its parent does: until then it can go back. */
function hold(run: Run): void {
  run.running.phase = 'hold'
  setStackStatus(run, statusOf('clean', 'update', 'during'))
  tellParent(run)
}

function endBadly(run: Run, reason: string): void {
  const { stack, running } = run
  running.stackFailure = undefined
  if (running.options.disableRollback && running.kind !== 'import') {
    releaseHeld(run)
    stack.imports = [...new Set([...(stack.imports ?? []), ...running.imports])]
    setStackStatus(run, statusOf('apply', running.kind, 'failed'), reason)
    return endOperation(run, 'FAILED')
  }
  if (running.kind !== 'create') return startRevert(run, reason)
  const said = reason.trimEnd()
  if (running.options.deleteOnFailure) return startRemove(run, `${said} Delete requested by user.`)
  startRevert(run, `${said} Rollback requested by user.`)
}
