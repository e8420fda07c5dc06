import type { StackState, World } from '../world.ts'
import { cancelGoing } from './fail-task.ts'
import { startRevert } from './phases/revert.ts'
import { runOf } from './run.ts'
import { goOn } from './timing.ts'

/** An update that goes on is broken off, and taken back. */
export function cancelUpdate(world: World, stack: StackState, token: string | undefined): void {
  const run = runOf(world, stack.id)
  if (run === undefined) return
  run.running.options = { ...run.running.options, token, disableRollback: false }
  cancelGoing(run)
  startRevert(run, 'User Initiated')
  goOn(world, stack)
}
