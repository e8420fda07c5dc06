import { validationError } from '../service-error.ts'
import type { StackState } from '../world.ts'

/** Fails in CloudFormation's words when a stack's status allows no update. */
export function refuseUpdate({ id, status }: StackState, disableRollback: boolean): void {
  const isFailed = status === 'CREATE_FAILED' || status === 'UPDATE_FAILED'
  if (isFailed && !disableRollback)
    throw validationError(
      `This stack is currently in a non-terminal [${status}] state. To update the stack from this state, please use the disable-rollback parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API`,
    )
  const isStable = /^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/.test(status)
  if (!isFailed && !isStable)
    throw validationError(`Stack:${id} is in ${status} state and can not be updated.`)
}
