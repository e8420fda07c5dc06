import { CfstackError } from '../../model/error.ts'
import { changeSetName } from '../change-set/change-set-name.ts'
import type { Stack } from '../calls/client.ts'
import { eventReader, lastEventId } from '../events/events.ts'
import { follow } from '../events/follow.ts'
import { deepestCause } from '../events/root-cause.ts'
import type { StackDeployment } from './deployment.ts'

/** Deletes a stack that only a deletion leads on from, after saying why and what goes with it; throws when that is not wanted. */
export async function replaceDead(deployment: StackDeployment, stack: Stack, hash: string): Promise<void> {
  const { aws, host, signal, target, operation } = deployment
  const { stackName } = target
  const stackId = stack.StackId ?? stackName
  if (stack.EnableTerminationProtection === true) {
    throw cannot(deployment, stack, `Termination protection is on; turn it off to have it deleted`)
  }
  const living = await livingResources(deployment, stackId)
  host.say(await explanation(deployment, stack, living))
  if (deployment.choices.replaceFailed !== true) {
    const answer = host.interactive
      ? await host.choose(
          {
            text: `Such a stack can only be deleted. Delete "${stackName}" and create it anew?`,
            answers: { replace: 'delete it and create it anew' },
          },
          signal,
        )
      : undefined
    if (answer === undefined)
      throw cannot(deployment, stack, `Add --replace-failed to delete it and ${operation} it anew`)
  }
  const after = await lastEventId(aws.until(signal), stackId)
  await aws.deleteStack(stackId, { role: target.settings.role, token: changeSetName(hash) })
  const ended = await follow(
    aws,
    { stackId, after },
    { signal, onEvent: (event) => host.event(event), success: ['DELETE_COMPLETE'] },
  )
  if (ended.ok) return
  const reason =
    ended.rootCause === undefined ? '' : `: ${ended.rootCause.logicalId}: ${ended.rootCause.reason}`
  throw new CfstackError(
    'E_DELETE_FAILED',
    `Cannot delete stack "${stackName}": it ended in ${ended.status}${reason}`,
    { hint: `See: ${host.hint('doctor', stackId)}`, exitCode: 1 },
  )
}

async function explanation(
  { aws, signal, target }: StackDeployment,
  stack: Stack,
  living: readonly string[],
): Promise<string> {
  const reads = aws.until(signal)
  const events = await eventReader(reads, stack.StackId ?? target.stackName).next()
  const cause = await deepestCause(reads, events)
  const why =
    cause === undefined ? stack.StackStatusReason : `${cause.logicalId} (${cause.type}): ${cause.reason}`
  return [
    `Stack "${target.stackName}" is in ${stack.StackStatus}${why ? `: ${why}` : ''}`,
    ...(living.length > 0 ? ['These resources of it exist and would be deleted:', ...living] : []),
  ].join('\n')
}

async function livingResources(
  { aws, signal }: StackDeployment,
  stackId: string,
): Promise<readonly string[]> {
  const resources = await aws.until(signal).stackResources(stackId)
  return resources
    .filter(({ ResourceStatus: status = '' }) => status !== 'DELETE_COMPLETE' && status !== 'DELETE_SKIPPED')
    .filter(({ PhysicalResourceId }) => PhysicalResourceId !== undefined && PhysicalResourceId !== '')
    .map(
      ({ LogicalResourceId, ResourceType, PhysicalResourceId }) =>
        `  ${LogicalResourceId}  ${ResourceType}  ${PhysicalResourceId}`,
    )
}

function cannot({ operation, target }: StackDeployment, stack: Stack, hint: string): CfstackError {
  return new CfstackError(
    'E_STACK_STATE',
    `Cannot ${operation} stack "${target.stackName}": it is in ${stack.StackStatus}${stack.StackStatusReason ? `: ${stack.StackStatusReason}` : ''}`,
    { hint, exitCode: 1 },
  )
}
