import type { Proposal } from '../../deploy/flow/deployment.ts'
import { destructiveParts } from '../../deploy/plan/non-destructive.ts'
import { CfstackError } from '../../model/error.ts'
import { confirm, isInteractive } from '../prompt.ts'

/** What is approved without a question. */
export interface Approval {
  /** `all` is `--yes`. */
  readonly approved: 'all' | 'non-destructive' | 'none'
  readonly signal: AbortSignal
}

/** Returns when the execution is approved, by flag or on the terminal; throws otherwise. */
export async function approve(
  stackName: string,
  proposal: Proposal,
  { approved, signal }: Approval,
): Promise<void> {
  signal.throwIfAborted()
  if (approved === 'all') return
  const destructive = approved === 'non-destructive' ? destructiveParts(proposal) : []
  if (approved === 'non-destructive' && destructive.length === 0) return
  if (!isInteractive()) throw unapproved(stackName, destructive)
  if (await confirm(`Execute this on stack "${stackName}"?`, signal)) return
  throw new CfstackError('E_REFUSED', `Stack "${stackName}" stays as it is: the changes were not approved`, {
    exitCode: 1,
  })
}

function unapproved(stackName: string, destructive: readonly string[]): CfstackError {
  const state =
    destructive.length === 0
      ? 'the changes need approval and there is no terminal'
      : `not covered by --approve non-destructive, and there is no terminal: ${destructive.join(', ')}`
  return new CfstackError('E_APPROVAL', `Cannot deploy stack "${stackName}": ${state}`, {
    hint: 'Add --yes to execute them without asking; nothing was changed',
    exitCode: 4,
  })
}
