import { dropDue, schedule } from './due.ts'
import type { Run } from './run.ts'

/** The operation is over. A parent stack that waits for it hears of it. */
export function endOperation(run: Run, status: 'SUCCEEDED' | 'FAILED'): void {
  const { world, stack, running } = run
  const operation = stack.operations.at(-1)
  if (operation !== undefined) {
    operation.status = status
    operation.endedAt = world.now
  }
  stack.running = undefined
  dropDue(world, stack.id)
  if (running.kind === 'delete' && status === 'SUCCEEDED') stack.deletedAt = world.now
  tellParent(run)
}

/** The parent's task goes on. */
export function tellParent({ world, stack, running }: Run): void {
  if (stack.parentId === undefined || running.parentTask === undefined) return
  schedule(world, { at: world.now, stackId: stack.parentId, kind: 'child', logicalId: running.parentTask })
  running.parentTask = undefined
}
