import { CfstackError } from '../../model/error.ts'
import { changeSetName } from '../change-set/change-set-name.ts'
import type { Stack } from '../calls/client.ts'
import { lastEventId } from '../events/events.ts'
import { follow } from '../events/follow.ts'
import type { StackDeployment } from './deployment.ts'
import { replaceDead } from './dead.ts'

/** What to do with a stack whose failed creation or update was not rolled back. */
type Way = 'retry' | 'roll-back' | 'replace'

/**
 * Leads a stack on whose failed operation was not rolled back. `retry`: it is updated in place, from what was made so far; otherwise it has
 * been rolled back or deleted when this returns, and is looked at again.
 */
export async function leadStopped(
  deployment: StackDeployment,
  stack: Stack,
  hash: string,
): Promise<'retry' | 'again'> {
  const way = await chooseWay(deployment, stack)
  if (way === 'retry') return 'retry'
  if (way === 'replace') await replaceDead(deployment, stack, hash)
  else await rollBack(deployment, stack, hash)
  return 'again'
}

async function chooseWay(deployment: StackDeployment, stack: Stack): Promise<Way> {
  const { choices, host, signal, target, operation } = deployment
  const { stackName } = target
  const isNew = stack.StackStatus === 'CREATE_FAILED'
  if (choices.stopped !== undefined) return choices.stopped
  if (choices.replaceFailed === true && isNew) return 'replace'
  const state = `it is in ${stack.StackStatus}${stack.StackStatusReason ? `: ${stack.StackStatusReason}` : ''}`
  const answers: Partial<Record<Way, string>> = {
    retry: 'deploy onto what was made so far',
    'roll-back': isNew ? 'remove what was made so far' : 'go back to the last good state, then deploy',
    ...(isNew ? { replace: 'delete the stack, then create it anew' } : {}),
  }
  const answer = host.interactive
    ? await host.choose(
        { text: `Stack "${stackName}": ${state}.`, answers: answers as Record<Way, string> },
        signal,
      )
    : undefined
  if (answer !== undefined) return answer
  throw new CfstackError('E_STACK_STATE', `Cannot ${operation} stack "${stackName}": ${state}`, {
    hint: `Add --retry-failed to deploy onto what was made so far, ${isNew ? '--replace-failed to delete it and create it anew' : '--roll-back-failed to go back first'}`,
    exitCode: 1,
  })
}

async function rollBack(
  { aws, host, signal, target }: StackDeployment,
  stack: Stack,
  hash: string,
): Promise<void> {
  const stackId = stack.StackId ?? target.stackName
  const after = await lastEventId(aws.until(signal), stackId)
  await aws.rollbackStack(stackId, { role: target.settings.role, token: changeSetName(hash) })
  const ended = await follow(
    aws,
    { stackId, after },
    {
      signal,
      onEvent: (event) => host.event(event),
      success: ['ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'DELETE_COMPLETE'],
    },
  )
  if (ended.ok) return
  throw new CfstackError(
    'E_ROLLBACK_FAILED',
    `Cannot roll back stack "${target.stackName}": it ended in ${ended.status}${ended.rootCause === undefined ? '' : `: ${ended.rootCause.reason}`}`,
    { hint: `See: ${host.hint('doctor', stackId)}`, exitCode: 1 },
  )
}
