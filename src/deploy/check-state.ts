import { CfstackError } from '../model/error.ts'
import { awsCommand } from './aws-command.ts'
import type { Stack } from './client.ts'
import type { Operation } from './request.ts'

/** States that hold nothing yet: a change set may still create the stack. */
const unborn = 'REVIEW_IN_PROGRESS'

/** Throws when an operation can't start from the state that the stack is in, and says what can be done. Pure. */
export function checkState(operation: Operation, stackName: string, stack: Stack | undefined): void {
  const status = stack?.StackStatus
  const isThere = status !== undefined && status !== unborn
  if (!isThere) {
    if (operation === 'create') return
    const state = status === undefined ? 'it does not exist' : 'it was reviewed but never created'
    throw new CfstackError('E_NO_STACK', `Cannot update stack "${stackName}": ${state}`, {
      hint: 'Use `cfstack create`; check --region and --profile if it should be there',
    })
  }
  checkSettled(operation, stackName, stack as Stack)
  if (operation === 'create') {
    throw new CfstackError(
      'E_STACK_EXISTS',
      `Cannot create stack "${stackName}": it exists already (${status})`,
      {
        hint: 'Use `cfstack update`',
      },
    )
  }
}

function checkSettled(operation: Operation, stackName: string, stack: Stack): void {
  const { StackStatus: status = '', StackStatusReason: reason } = stack
  const refuse = (code: string, hint: string): never => {
    const why = reason === undefined || reason === '' ? '' : `: ${reason}`
    throw new CfstackError(code, `Cannot ${operation} stack "${stackName}": it is in ${status}${why}`, {
      hint,
      exitCode: 1,
    })
  }
  if (status.endsWith('_IN_PROGRESS')) {
    const since = (stack.DeletionTime ?? stack.LastUpdatedTime ?? stack.CreationTime)?.toISOString()
    refuse(
      'E_STACK_BUSY',
      `Another operation runs${since ? ` since ${since}` : ''}; wait until it has ended: ${awsCommand('describe-stack-events', stack)}`,
    )
  }
  if (status === 'ROLLBACK_COMPLETE' || status === 'ROLLBACK_FAILED' || status === 'DELETE_FAILED') {
    refuse('E_STACK_STATE', `Such a stack can only be deleted: ${awsCommand('delete-stack', stack)}`)
  }
  if (status === 'UPDATE_ROLLBACK_FAILED') {
    refuse('E_STACK_STATE', `Finish the rollback: ${awsCommand('continue-update-rollback', stack)}`)
  }
}
