import type { Deletion } from '../../deploy/operations/deletion.ts'
import { notableResources, type NotableResource } from '../../deploy/inspect/stack-report.ts'
import { CfstackError } from '../../model/error.ts'
import { paintPlan } from '../plan/paint-plan.ts'
import { confirm, isInteractive } from '../prompt.ts'
import type { StackSession } from '../stack/stack-session.ts'
import { operationFailed, watchOn, watchOperation, type WatchedResult } from '../stack/watch-operation.ts'
import { approveAction } from './approve-action.ts'
import type { DeleteChoices } from './plan-deletion.ts'
import { renderDeletion } from './render-deletion.ts'

/** How a deletion ended; `no-stack` when there was nothing to delete. */
export interface DeletionResult {
  readonly stack: string
  readonly status: 'DELETE_COMPLETE' | 'no-stack'
  /** Logical ids of what stays without a stack. */
  readonly retained: readonly string[]
}

/** Deletes one stack after it was shown and approved, and follows the deletion to its end. */
export async function deleteStack(
  session: StackSession,
  deletion: Deletion,
  choices: DeleteChoices,
): Promise<DeletionResult> {
  const { aws, output, stackName } = session
  const { stackId } = deletion
  if (deletion.status === 'DELETE_IN_PROGRESS') {
    output.say(`Stack "${stackName}" is being deleted already`)
    return finish(
      session,
      deletion,
      await watchOn(session, { stackId, after: undefined }, ['DELETE_COMPLETE']),
    )
  }
  output.say(paintPlan(renderDeletion(deletion), output.palette))
  const count = deletion.resources.filter(({ fate }) => fate !== 'retain').length
  await approveAction(session, {
    verb: 'delete',
    question: `Delete stack "${stackName}" with ${count} ${count === 1 ? 'resource' : 'resources'}?`,
    yes: choices.yes,
  })
  if (deletion.terminationProtection) await aws.setTerminationProtection(stackId, false)
  const wasFailed = deletion.status === 'DELETE_FAILED'
  const first = await attempt(session, stackId, { retain: choices.retain, force: choices.force && wasFailed })
  if (first.ok) return finish(session, deletion, first, choices.retain)
  const left = await failedResources(session, stackId)
  const second = await secondAttempt(session, { stackId, left, choices, wasFailed })
  if (second === undefined) throw deletionFailed(session, first, left)
  return finish(
    session,
    deletion,
    second,
    left.map(({ logicalId }) => logicalId),
  )
}

/** Once a deletion has failed, what can't be deleted may stay, or be forgotten. */
async function secondAttempt(
  session: StackSession,
  {
    stackId,
    left,
    choices,
    wasFailed,
  }: {
    readonly stackId: string
    readonly left: readonly NotableResource[]
    readonly choices: DeleteChoices
    readonly wasFailed: boolean
  },
): Promise<WatchedResult | undefined> {
  const ids = left.map(({ logicalId }) => logicalId)
  if (choices.force && !wasFailed)
    return orUndefined(await attempt(session, stackId, { retain: [], force: true }))
  if (choices.yes || !isInteractive() || ids.length === 0) return undefined
  for (const { logicalId, type, reason = '' } of left)
    session.output.say(`  ${logicalId}  ${type}  ${reason}`)
  if (!(await confirm('Let these stay, and delete the rest?', session.signal))) return undefined
  return orUndefined(await attempt(session, stackId, { retain: ids, force: false }))
}

function attempt(
  session: StackSession,
  stackId: string,
  options: { readonly retain: readonly string[]; readonly force: boolean },
): Promise<WatchedResult> {
  return watchOperation(session, stackId, {
    start: (token) => session.aws.deleteStack(stackId, { ...options, role: session.settings.role, token }),
    wanted: ['DELETE_COMPLETE'],
  })
}

function orUndefined(result: WatchedResult): WatchedResult | undefined {
  return result.ok ? result : undefined
}

function finish(
  session: StackSession,
  deletion: Deletion,
  result: WatchedResult,
  stayed: readonly string[] = [],
): DeletionResult {
  if (!result.ok) throw operationFailed(session, 'delete', result)
  const retained = [
    ...new Set([
      ...stayed,
      ...deletion.resources.filter(({ fate }) => fate === 'retain').map(({ logicalId }) => logicalId),
    ]),
  ]
  session.output.say(
    `Stack "${session.stackName}": DELETE_COMPLETE${retained.length > 0 ? `; these stay: ${retained.join(', ')}` : ''}`,
  )
  return { stack: session.stackName, status: 'DELETE_COMPLETE', retained }
}

async function failedResources(
  { reads, settings }: StackSession,
  stackId: string,
): Promise<readonly NotableResource[]> {
  const all = notableResources(await reads.stackResources(stackId), settings.sources)
  return all.filter(({ status }) => status === 'DELETE_FAILED')
}

function deletionFailed(
  { stackName, hint }: StackSession,
  { status }: WatchedResult,
  left: readonly NotableResource[],
): CfstackError {
  const list = left.map(({ logicalId, type, reason = '', source }) => {
    const where = source === undefined ? type : `${type}, ${source}`
    return `\n  ${logicalId} (${where}): ${reason}`
  })
  const retain = left.map(({ logicalId }) => ` --retain ${logicalId}`).join('')
  return new CfstackError(
    'E_DELETE_FAILED',
    `Cannot delete stack "${stackName}": it is in ${status}${list.join('')}`,
    {
      hint: `Let them stay: ${hint('delete')}${retain}\nForget what cannot be deleted: ${hint('delete')} --force`,
      exitCode: 1,
    },
  )
}
