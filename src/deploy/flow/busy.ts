import { CfstackError } from '../../model/error.ts'
import { hashIn } from '../change-set/change-set-name.ts'
import type { Stack } from '../calls/client.ts'
import { follow, type FollowResult } from '../events/follow.ts'
import type { StackDeployment } from './deployment.ts'
import { runningOperation, type FoundOperation } from './running.ts'

/** What came of meeting another operation: it was joined to its end, or it is over and the deployment can go on. */
export type Met = { readonly joined: FollowResult } | 'over'

/**
 * Meets an operation that runs on the stack. One with the same content is this deployment, started by a run that is gone: it is
 * followed, and the deployment goes on after it. Others are joined or waited for, as the choices or the person say.
 */
export async function meetBusy(deployment: StackDeployment, stack: Stack, hash: string): Promise<Met> {
  const { aws, host, signal, target } = deployment
  const found = await runningOperation(aws.until(signal), stack.StackId ?? target.stackName)
  const isOwn = hashIn(found.token) === hash
  const state = whatRuns(stack, found)
  const way = isOwn ? 'join' : await chooseWay(deployment, state)
  host.say(
    `Stack "${target.stackName}" ${state}: ` +
      (isOwn
        ? 'it is this same deployment, following it'
        : way === 'join'
          ? 'following it'
          : 'waiting for its end'),
  )
  const result = await follow(
    aws,
    { stackId: stack.StackId ?? target.stackName, after: found.after },
    { signal, onEvent: (event) => host.event(event), success: ['DELETE_COMPLETE'] },
  )
  if (way === 'wait') return 'over'
  return isOwn && result.ok && result.rootCause === undefined && !isFailedCreation(result)
    ? 'over'
    : { joined: result }
}

/** A creation that failed ends in a deletion too. */
function isFailedCreation({ status, events }: FollowResult): boolean {
  return (
    status === 'DELETE_COMPLETE' && events.some(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED')
  )
}

/** For example `is in UPDATE_IN_PROGRESS since 2026-01-02T03:04:05.000Z, started with token x`. */
function whatRuns(stack: Stack, { token, since }: FoundOperation): string {
  const when = since ?? stack.DeletionTime ?? stack.LastUpdatedTime ?? stack.CreationTime
  const time = when === undefined ? '' : ` since ${when.toISOString()}`
  return `is in ${stack.StackStatus}${time}, started with ${token ? `token ${token}` : 'no token'}`
}

async function chooseWay(
  { choices, host, signal, target, operation }: StackDeployment,
  state: string,
): Promise<'join' | 'wait'> {
  const { stackName } = target
  if (choices.busy !== undefined) return choices.busy
  const answer = host.interactive
    ? await host.choose(
        {
          text: `Stack "${stackName}" ${state}.`,
          answers: { join: 'follow it to its end', wait: 'wait for its end, then deploy' },
        },
        signal,
      )
    : undefined
  if (answer !== undefined) return answer
  throw new CfstackError('E_STACK_BUSY', `Cannot ${operation} stack "${stackName}": it ${state}`, {
    hint: 'Add --join to follow what runs, or --wait to deploy after it',
    exitCode: 1,
  })
}
