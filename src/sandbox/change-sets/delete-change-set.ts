import type { Operation } from '../operation.ts'
import { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import type { ChangeSetState } from './change-set-state.ts'
import { executionStatus } from './execution-status.ts'
import { changeSetOf } from './find-change-set.ts'

/** DeleteChangeSet. One of a stack that is there need not be there itself. */
export const deleteChangeSet: Operation = (input, context) => {
  const set = found(() => changeSetOf(input, context))
  if (set === undefined) return {}
  const { world } = context
  const execution = executionStatus(world, set)
  if (set.status === 'CREATE_PENDING' || set.status === 'CREATE_IN_PROGRESS')
    throw refused(set, `status of [${set.status}]`)
  if (execution === 'EXECUTE_IN_PROGRESS') throw refused(set, `execution status of [${execution}]`)
  removeChangeSet(world, set.id)
  return {}
}

function found(find: () => ChangeSetState): ChangeSetState | undefined {
  try {
    return find()
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'ChangeSetNotFound') return undefined
    throw error
  }
}

/** Removes a change set, and those of the nested stacks in it. */
export function removeChangeSet(world: World, id: string): void {
  delete world.changeSets[id]
  for (const { id: inner, parentId } of Object.values(world.changeSets))
    if (parentId === id) removeChangeSet(world, inner)
}

function refused({ id }: ChangeSetState, state: string): ServiceError {
  return new ServiceError(
    'InvalidChangeSetStatus',
    `ChangeSet [${id}] cannot be deleted in its current ${state}`,
  )
}
