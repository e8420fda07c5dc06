import type { StackState, World } from '../world.ts'
import type { ChangeSetState } from './change-set-state.ts'

export type ExecutionStatus =
  'UNAVAILABLE' | 'AVAILABLE' | 'EXECUTE_IN_PROGRESS' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED' | 'OBSOLETE'

/** Whether a change set can be executed, or how far that has come. */
export function executionStatus(world: World, set: ChangeSetState): ExecutionStatus {
  const root = set.rootId === undefined ? set : (world.changeSets[set.rootId] ?? set)
  const stack = world.stacks[root.stackId]
  const execution = stack?.operations.find(({ id }) => id === root.executionId)
  if (execution !== undefined) return executed[execution.status]
  if (set.status !== 'CREATE_COMPLETE') return 'UNAVAILABLE'
  return stack !== undefined && hasMoved(stack, root) ? 'OBSOLETE' : 'AVAILABLE'
}

const executed = {
  IN_PROGRESS: 'EXECUTE_IN_PROGRESS',
  SUCCEEDED: 'EXECUTE_COMPLETE',
  FAILED: 'EXECUTE_FAILED',
} as const

/** True when anything was done to the stack since the change set was made. */
function hasMoved({ operations }: StackState, { operationId }: ChangeSetState): boolean {
  const made = operations.findIndex(({ id }) => id === operationId)
  return operations.slice(made + 1).some(({ type }) => type !== 'CREATE_CHANGESET')
}
