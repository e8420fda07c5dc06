import { CfstackError } from '../../model/error.ts'
import { deployedStack, type StackSession } from '../stack/stack-session.ts'
import { operationFailed, watchOperation } from '../stack/watch-operation.ts'
import { approveAction } from './approve-action.ts'

/** Cancels a running update, and follows its rollback to the end. */
export async function cancelUpdate(
  session: StackSession,
  { yes }: { readonly yes: boolean },
): Promise<{ readonly stack: string; readonly status: string }> {
  const { aws, output, stackName, hint } = session
  const stack = await deployedStack(session, 'cancel the update of')
  if (stack.StackStatus !== 'UPDATE_IN_PROGRESS') {
    const help =
      stack.StackStatus === 'CREATE_IN_PROGRESS'
        ? `A creation is stopped by deleting the stack: ${hint('delete')}`
        : stack.StackStatus.endsWith('_IN_PROGRESS')
          ? `CloudFormation lets nobody stop this; wait for it: ${hint('events')}`
          : 'No update runs'
    throw new CfstackError(
      'E_STACK_STATE',
      `Cannot cancel the update of stack "${stackName}": it is in ${stack.StackStatus}`,
      {
        hint: help,
        exitCode: 1,
      },
    )
  }
  const question = `Cancel the update of stack "${stackName}" and roll it back?`
  await approveAction(session, { verb: 'cancel the update of', question, yes })
  const result = await watchOperation(session, stack.StackId, {
    start: (token) => aws.cancelUpdate(stack.StackId, token),
    wanted: ['UPDATE_ROLLBACK_COMPLETE'],
  })
  if (!result.ok) throw operationFailed(session, 'cancel the update of', result)
  output.say(`Stack "${stackName}": ${result.status}`)
  return { stack: stackName, status: result.status }
}
