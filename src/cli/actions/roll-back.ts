import { notableResources, type NotableResource } from '../../deploy/inspect/stack-report.ts'
import { rollbackWay } from '../../deploy/operations/rollback-way.ts'
import { CfstackError } from '../../model/error.ts'
import { renderNotable } from '../commands/status.ts'
import { deployedStack, type StackSession } from '../stack/stack-session.ts'
import { operationFailed, watchOperation } from '../stack/watch-operation.ts'
import { approveAction } from './approve-action.ts'

export interface RollbackChoices {
  readonly yes: boolean
  /** Logical ids that a continued rollback leaves as they are. */
  readonly skip: readonly string[]
  readonly force: boolean
}

/** How a rollback ended. */
export interface RollbackResult {
  readonly stack: string
  readonly status: string
  /** What was left as it is: its real state may differ from what CloudFormation believes. */
  readonly skipped: readonly string[]
}

/** Rolls a failed creation or update back, or continues a rollback that failed; shows what failed and asks first. */
export async function rollBack(session: StackSession, choices: RollbackChoices): Promise<RollbackResult> {
  const { aws, output, stackName, settings, hint, reads } = session
  const stack = await deployedStack(session, 'roll back')
  const way = rollbackWay(stackName, stack.StackStatus, hint)
  if (way === 'roll-back' && (choices.skip.length > 0 || choices.force))
    throw onlyContinued(stackName, stack.StackStatus)
  const resources = await reads.stackResources(stack.StackId)
  const failed = notableResources(resources, settings.sources)
  if (way === 'continue') checkSkipped(stackName, choices.skip, failed)
  output.say([`Stack "${stackName}": ${stack.StackStatus}`, ...failed.map(renderNotable)].join('\n'))
  if (stack.StackStatus === 'CREATE_FAILED') {
    const made = resources.filter(({ ResourceStatus }) => ResourceStatus === 'CREATE_COMPLETE')
    output.say(`  Deleted: ${made.map(({ LogicalResourceId }) => LogicalResourceId).join(', ') || 'nothing'}`)
  }
  const { skip, force, yes } = choices
  await approveAction(session, { verb: 'roll back', question: questionOf(stackName, way, choices), yes })
  const role = settings.role
  const result = await watchOperation(session, stack.StackId, {
    start: (token) =>
      way === 'roll-back'
        ? aws.rollbackStack(stack.StackId, { role, token })
        : aws.continueRollback(stack.StackId, { role, token, skip, force }),
    wanted: ['ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'],
  })
  if (!result.ok) throw operationFailed(session, 'roll back', result)
  const stays =
    skip.length === 0
      ? ''
      : `; left as they are: ${skip.join(', ')}. Drift detection does not look at them: make them what the template says before the next update`
  output.say(`Stack "${stackName}": ${result.status}${stays}`)
  return { stack: stackName, status: result.status, skipped: skip }
}

function questionOf(
  stackName: string,
  way: 'roll-back' | 'continue',
  { skip, force }: RollbackChoices,
): string {
  if (way === 'roll-back') return `Roll stack "${stackName}" back to its last good state?`
  if (force) return `Continue the rollback of stack "${stackName}", and pass over whatever fails again?`
  if (skip.length > 0) return `Continue the rollback of stack "${stackName}" without ${skip.join(', ')}?`
  return `Try the rollback of stack "${stackName}" again?`
}

function checkSkipped(stackName: string, skip: readonly string[], failed: readonly NotableResource[]): void {
  const known = failed.flatMap(({ logicalId, status }) => (status === 'UPDATE_FAILED' ? [logicalId] : []))
  // A resource of a nested stack is named with the stack's name and a dot: CloudFormation knows those.
  const wrong = skip.filter((id) => !id.includes('.') && !known.includes(id))
  if (wrong.length === 0) return
  throw new CfstackError(
    'E_USAGE',
    `Cannot skip "${wrong.join('", "')}": it has not failed in stack "${stackName}"`,
    {
      hint: `These have: ${known.join(', ') || 'none'}`,
    },
  )
}

function onlyContinued(stackName: string, status: string): CfstackError {
  return new CfstackError(
    'E_STACK_STATE',
    `Cannot skip or force anything of stack "${stackName}": it is in ${status}, expected UPDATE_ROLLBACK_FAILED`,
    { hint: 'Roll back without --skip and --force', exitCode: 2 },
  )
}
