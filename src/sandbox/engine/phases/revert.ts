import { goBack } from '../actions/restore.ts'
import type { ResourceState, StackState, World } from '../../world.ts'
import { endOperation, tellParent } from '../end-operation.ts'
import { setStackStatus } from '../event.ts'
import { failureReason } from '../failures.ts'
import type { Run } from '../run.ts'
import type { Kind } from '../running.ts'
import { releaseHeld } from '../release-held.ts'
import { statusOf } from '../stack-statuses.ts'
import { stackType } from '../stack-type.ts'
import type { PlannedTask } from '../task-graph.ts'
import { setTasks } from '../tasks.ts'
import { startClean } from './clean.ts'
import { removals } from './removals.ts'

/** Goes back: a creation is undone, an update is taken back to what the stack was before. */
export function startRevert(run: Run, reason: string | undefined): void {
  const { stack, running } = run
  if (running.kind === 'update' && stack.stable === undefined) running.kind = 'create'
  running.phase = 'revert'
  running.target = undefined
  setStackStatus(run, statusOf('revert', running.kind, 'during'), reason)
  tellParent(run)
  plans[running.kind](run)
}

const plans: { readonly [kind in Kind]: (run: Run) => void } = {
  create: (run) =>
    setTasks(
      run,
      removals(run, () => true),
      'needing',
    ),
  update: (run) => {
    becomeAsBefore(run.stack)
    setTasks(run, restorations(run), 'needed')
  },
  import: (run) => {
    becomeAsBefore(run.stack)
    setTasks(run, returnedImports(run.stack), 'needing')
  },
  delete: (run) => setTasks(run, [], 'needing'),
}

function becomeAsBefore(stack: StackState): void {
  const { desired, outputs, imports } = stack.stable!
  stack.desired = desired
  stack.outputs = outputs
  stack.imports = imports
}

/** Resources that the update has changed; what it has changed without touching them is taken back at once. */
function restorations(run: Run): PlannedTask[] {
  const { world, stack } = run
  return Object.values(stack.stable!.resources).flatMap((before) => {
    const { logicalId, dependsOn, type } = before
    const isStack = type === stackType
    const now = stack.resources[logicalId]
    const isTouched = isStack ? isNestedTouched(world, before) : isChanged(before, now)
    if (isTouched)
      return [{ key: logicalId, logicalId, action: isStack ? 'restore-stack' : 'restore', dependsOn }]
    if (now !== undefined) goBack(run, now)
    return []
  })
}

function isChanged(before: ResourceState, now: ResourceState | undefined): boolean {
  if (now === undefined || now.physicalId !== before.physicalId) return true
  if (now.status.endsWith('_FAILED') || now.status.endsWith('_IN_PROGRESS')) return true
  return JSON.stringify(now.properties) !== JSON.stringify(before.properties)
}

function isNestedTouched({ stacks }: World, { physicalId = '' }: ResourceState): boolean {
  const child = stacks[physicalId]
  return child !== undefined && (child.running !== undefined || child.stable !== undefined)
}

function returnedImports(stack: StackState): PlannedTask[] {
  return Object.values(stack.resources)
    .filter(({ logicalId }) => !Object.hasOwn(stack.stable!.resources, logicalId))
    .map(({ logicalId, dependsOn }) => ({ key: logicalId, logicalId, action: 'return-import', dependsOn }))
}

/** The way back is over: an update's left-overs are removed next. */
export function endRevert(run: Run): void {
  const { running } = run
  if (running.failures.length > 0) {
    releaseHeld(run)
    setStackStatus(run, statusOf('revert', running.kind, 'failed'), failureReason(running.failures))
    return endOperation(run, 'FAILED')
  }
  if (running.kind === 'update') return startClean(run, 'clean-reverted')
  run.stack.stable = undefined
  setStackStatus(run, statusOf('revert', running.kind, 'done'))
  endOperation(run, 'FAILED')
}
