import type { Stack } from '../../deploy/client.ts'
import type { Deletion } from '../../deploy/operations/deletion.ts'
import { readDeletion } from '../../deploy/operations/read-deletion.ts'
import { notableResources, type NotableResource } from '../../deploy/inspect/stack-report.ts'
import { CfstackError } from '../../model/error.ts'
import { paintPlan } from '../plan/paint-plan.ts'
import { confirm, isInteractive } from '../prompt.ts'
import type { StackSession } from '../stack/stack-session.ts'
import { operationFailed, watchOn, watchOperation, type WatchedResult } from '../stack/watch-operation.ts'
import { approveAction } from './approve-action.ts'
import { renderDeletion } from './render-deletion.ts'

export interface DeleteChoices {
  readonly yes: boolean
  /** Logical ids that stay; only once a deletion has failed. */
  readonly retain: readonly string[]
  /** Forget what cannot be deleted. */
  readonly force: boolean
  /** Switch termination protection off first. */
  readonly unprotect: boolean
  /** Stacks that go before this one. */
  readonly deletedBefore?: readonly string[]
}

/** How a deletion ended; `no-stack` when there was nothing to delete. */
export interface DeletionResult {
  readonly stack: string
  readonly status: 'DELETE_COMPLETE' | 'no-stack'
  /** Logical ids of what stays without a stack. */
  readonly retained: readonly string[]
}

/** What the deletion means; undefined when there is no stack. Throws when it can't be done as wanted. Changes nothing. */
export async function planDeletion(
  { reads, stackName, settings, hint }: StackSession,
  choices: DeleteChoices,
): Promise<Deletion | undefined> {
  const stack = await reads.describeStack(stackName)
  if (stack === undefined) return undefined
  checkStart(stack, choices, hint)
  const { retain, deletedBefore = [] } = choices
  const deletion = await readDeletion(reads, stack, { sources: settings.sources, retain, deletedBefore })
  const used = deletion.exportsInUse
  if (used.length > 0) {
    const list = used
      .map(({ name, importers }) => `"${name}" (imported by ${importers.join(', ')})`)
      .join(', ')
    throw new CfstackError(
      'E_EXPORT_IN_USE',
      `Cannot delete stack "${stackName}": its exports are in use: ${list}`,
      {
        hint: `Delete or change the importing stacks first: ${[...new Set(used.flatMap((one) => one.importers))].join(', ')}`,
        exitCode: 1,
      },
    )
  }
  const known = deletion.resources.map(({ logicalId }) => logicalId)
  const wrong = retain.filter((id) => !known.includes(id))
  if (wrong.length > 0) {
    throw new CfstackError(
      'E_USAGE',
      `Cannot retain "${wrong.join('", "')}": stack "${stackName}" has no such resource`,
      {
        hint: `It still has ${known.join(', ')}`,
      },
    )
  }
  return deletion
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

function checkStart(stack: Stack, choices: DeleteChoices, hint: StackSession['hint']): void {
  const { StackName: name, StackStatus: status = '', EnableTerminationProtection: isProtected } = stack
  const refuse = (code: string, state: string, help: string): never => {
    throw new CfstackError(code, `Cannot delete stack "${name}": ${state}`, { hint: help, exitCode: 1 })
  }
  if (isProtected && !choices.unprotect) {
    refuse('E_PROTECTED', 'termination protection is on', `Switch it off in the settings, or add --unprotect`)
  }
  if (choices.retain.length > 0 && status !== 'DELETE_FAILED') {
    refuse(
      'E_STACK_STATE',
      `--retain works only after a deletion has failed, and it is in ${status}`,
      'To keep a resource give it DeletionPolicy "Retain" and update the stack first',
    )
  }
  if (/^(UPDATE|IMPORT).*_IN_PROGRESS$/.test(status)) {
    refuse(
      'E_STACK_BUSY',
      `it is in ${status}`,
      `Wait for it: ${hint('events')}\nOr cancel it: ${hint('cancel')}`,
    )
  }
}
