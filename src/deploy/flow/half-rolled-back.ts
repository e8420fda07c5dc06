import { CfstackError } from '../../model/error.ts'
import { changeSetName } from '../change-set/change-set-name.ts'
import type { Stack } from '../calls/client.ts'
import { lastEventId } from '../events/events.ts'
import { follow } from '../events/follow.ts'
import type { StackDeployment } from './deployment.ts'

/** Finishes a rollback that failed: again, or without the resources that hold it up. Throws when nobody wants that, or it fails again. */
export async function finishRollback(deployment: StackDeployment, stack: Stack, hash: string): Promise<void> {
  const { aws, host, signal, target } = deployment
  const stackId = stack.StackId ?? target.stackName
  const failed = await failedResources(deployment, stackId)
  host.say(
    [
      `Stack "${target.stackName}" is in UPDATE_ROLLBACK_FAILED. What could not be rolled back:`,
      ...failed.map(({ id, reason }) => `  ${id}: ${reason}`),
    ].join('\n'),
  )
  const skip = await chooseSkipped(
    deployment,
    failed.map(({ id }) => id),
  )
  if (skip.length > 0) host.say(`These stay as they are, apart from the template: ${skip.join(', ')}`)
  const after = await lastEventId(aws.until(signal), stackId)
  await aws.continueRollback(stackId, { role: target.settings.role, token: changeSetName(hash), skip })
  const ended = await follow(
    aws,
    { stackId, after },
    { signal, onEvent: (event) => host.event(event), success: ['UPDATE_ROLLBACK_COMPLETE'] },
  )
  if (ended.ok) return
  throw cannot(
    deployment,
    `the rollback ended in ${ended.status}`,
    failed.map(({ id }) => id),
  )
}

async function failedResources(
  { aws, signal }: StackDeployment,
  stackId: string,
): Promise<readonly { readonly id: string; readonly reason: string }[]> {
  const resources = await aws.until(signal).stackResources(stackId)
  return resources
    .filter(({ ResourceStatus: status = '' }) => status === 'UPDATE_FAILED')
    .map(({ LogicalResourceId: id = '', ResourceStatusReason: reason = 'AWS gave no reason' }) => ({
      id,
      reason,
    }))
}

async function chooseSkipped(
  deployment: StackDeployment,
  failed: readonly string[],
): Promise<readonly string[]> {
  const { choices, host, signal } = deployment
  if (choices.continueRollback === true) return choices.skip ?? []
  const answer = host.interactive
    ? await host.choose(
        {
          text: 'The rollback has to be finished first.',
          answers: {
            retry: 'roll back again: when the cause is cured',
            skip: `roll back without ${failed.join(', ')}: they stay as they are`,
          },
        },
        signal,
      )
    : undefined
  if (answer === undefined) throw cannot(deployment, 'it is in UPDATE_ROLLBACK_FAILED', failed)
  return answer === 'skip' ? failed : []
}

function cannot(
  { operation, target }: StackDeployment,
  state: string,
  failed: readonly string[],
): CfstackError {
  const { stackName } = target
  return new CfstackError('E_STACK_STATE', `Cannot ${operation} stack "${stackName}": ${state}`, {
    hint:
      'Cure the cause and add --continue-rollback' +
      (failed.length > 0 ? `; --skip ${failed.join(' --skip ')} leaves these as they are` : ''),
    exitCode: 1,
  })
}
