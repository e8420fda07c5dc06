import type { Stack } from '../../deploy/calls/client.ts'
import type { Deletion } from '../../deploy/operations/deletion.ts'
import { readDeletion } from '../../deploy/operations/read-deletion.ts'
import { CfstackError } from '../../model/error.ts'
import type { StackSession } from '../stack/stack-session.ts'

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
