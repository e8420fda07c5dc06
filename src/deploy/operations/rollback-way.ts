import { CfstackError } from '../../model/error.ts'

/** How a stack is rolled back: a failure that was left as it is, or a rollback that failed itself. */
export type RollbackWay = 'roll-back' | 'continue'

/** The way back from a status; throws when there is none. `hint` makes a command for the same stack. */
export function rollbackWay(stackName: string, status: string, hint: (verb: string) => string): RollbackWay {
  if (status === 'CREATE_FAILED' || status === 'UPDATE_FAILED') return 'roll-back'
  if (status === 'UPDATE_ROLLBACK_FAILED') return 'continue'
  const refuse = (help: string): never => {
    throw new CfstackError('E_STACK_STATE', `Cannot roll back stack "${stackName}": it is in ${status}`, {
      hint: help,
      exitCode: 1,
    })
  }
  if (status === 'UPDATE_IN_PROGRESS') return refuse(`Cancel the update: ${hint('cancel')}`)
  if (status === 'CREATE_IN_PROGRESS') return refuse(`Delete what is there so far: ${hint('delete')}`)
  if (status.endsWith('_IN_PROGRESS')) return refuse(`Wait for it: ${hint('events')}`)
  if (/^ROLLBACK_|^DELETE_FAILED|^IMPORT_ROLLBACK_FAILED/.test(status))
    return refuse(`The ways on: ${hint('doctor')}`)
  return refuse('There is nothing to roll back: the last operation has ended, or was rolled back')
}
