import { endOperation } from '../end-operation.ts'
import { setStackStatus } from '../event.ts'
import type { Run } from '../run.ts'
import { statusOf } from '../stack-statuses.ts'
import { stackType } from '../stack-type.ts'
import type { PlannedTask } from '../task-graph.ts'
import { setTasks } from '../tasks.ts'
import { removals } from './removals.ts'

const leftBehind = 'Update successful. One or more resources could not be deleted.'

/** Removes what the stack has no more use for, once an update, or its way back, has succeeded. */
export function startClean(run: Run, phase: 'clean' | 'clean-reverted'): void {
  const { stack, running } = run
  running.phase = phase
  const status = statusOf(phase, running.kind, 'during')
  if (stack.status !== status) setStackStatus(run, status)
  const stays = staying(run)
  const goes = removals(run, ({ logicalId }) => !Object.hasOwn(stays, logicalId))
  setTasks(run, phase === 'clean' ? [...releases(run, stays), ...goes] : goes, 'needing')
}

/** What the clean-up leaves alone: a template that cannot be read any more takes nothing away. */
function staying({ stack, running }: Run): { readonly [logicalId: string]: unknown } {
  if (running.phase === 'clean-reverted') return stack.stable!.resources
  const { resources, problem } = running.target!
  return problem === undefined ? resources : stack.resources
}

/** Nested stacks that were held back clean up at the same time. */
function releases({ world, stack }: Run, stays: { readonly [logicalId: string]: unknown }): PlannedTask[] {
  return Object.values(stack.resources)
    .filter(
      ({ logicalId, type, physicalId = '' }) =>
        type === stackType &&
        Object.hasOwn(stays, logicalId) &&
        world.stacks[physicalId]?.stable !== undefined,
    )
    .map(({ logicalId }) => ({
      key: `${logicalId}/clean`,
      logicalId,
      action: 'release-stack',
      dependsOn: [],
    }))
}

/** The clean-up is over, whatever could not be removed. */
export function endClean(run: Run): void {
  const { stack, running } = run
  stack.stable = undefined
  setStackStatus(run, statusOf(running.phase, running.kind, 'done'), running.leftBehind && leftBehind)
  endOperation(run, running.phase === 'clean' ? 'SUCCEEDED' : 'FAILED')
}
