import { CfstackError } from '../../model/error.ts'
import type { Stack } from '../calls/client.ts'
import type { WantedOperation } from '../template/request.ts'

/** What has to happen to a stack before it can be deployed. */
export type StartState =
  /** Nothing: it is made, or changed. */
  | 'create'
  | 'update'
  /** An operation runs: it is joined or waited for. */
  | 'busy'
  /** It never came to life, or its deletion failed: only a deletion leads on. */
  | 'dead'
  /** Its creation or update failed and was not rolled back: retry, roll back or delete. */
  | 'stopped'
  /** Its rollback failed: that has to be finished. */
  | 'half-rolled-back'

const byStatus: Readonly<Record<string, StartState>> = {
  REVIEW_IN_PROGRESS: 'create',
  ROLLBACK_COMPLETE: 'dead',
  ROLLBACK_FAILED: 'dead',
  DELETE_FAILED: 'dead',
  CREATE_FAILED: 'stopped',
  UPDATE_FAILED: 'stopped',
  UPDATE_ROLLBACK_FAILED: 'half-rolled-back',
}

/** The state that an operation starts from; throws when a stack is there that should not be, or the other way round. Pure. */
export function startState(wanted: WantedOperation, stackName: string, stack: Stack | undefined): StartState {
  const status = stack?.StackStatus
  const state = stateOf(status)
  if (state === 'create' && wanted === 'update') {
    const why = status === undefined ? 'it does not exist' : 'it was reviewed but never created'
    throw new CfstackError('E_NO_STACK', `Cannot update stack "${stackName}": ${why}`, {
      hint: 'Use `cfstack create`; check --region and --profile if it should be there',
    })
  }
  if (state === 'update' && wanted === 'create') {
    throw new CfstackError(
      'E_STACK_EXISTS',
      `Cannot create stack "${stackName}": it exists already (${status})`,
      {
        hint: 'Use `cfstack update`, or `cfstack deploy`, which does what applies',
      },
    )
  }
  if (status === 'IMPORT_ROLLBACK_FAILED') throw stuckImport(wanted, stackName, stack)
  return state
}

function stateOf(status: string | undefined): StartState {
  if (status === undefined) return 'create'
  const known = byStatus[status]
  if (known !== undefined) return known
  return status.endsWith('_IN_PROGRESS') ? 'busy' : 'update'
}

function stuckImport(wanted: WantedOperation, stackName: string, stack: Stack | undefined): CfstackError {
  const reason = stack?.StackStatusReason ? `: ${stack.StackStatusReason}` : ''
  return new CfstackError(
    'E_STACK_STATE',
    `Cannot ${wanted} stack "${stackName}": it is in IMPORT_ROLLBACK_FAILED${reason}`,
    { hint: `Only AWS support can finish it; see: cfstack doctor ${stackName}`, exitCode: 1 },
  )
}
