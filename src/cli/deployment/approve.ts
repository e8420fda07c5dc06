import { CfstackError } from '../../model/error.ts'
import { confirm, isInteractive } from '../prompt.ts'

/** Returns when the execution is approved, by `--yes` or on the terminal; throws otherwise. */
export async function approve(
  stackName: string,
  { yes, signal }: { readonly yes: boolean; readonly signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted()
  if (yes) return
  if (!isInteractive()) {
    throw new CfstackError(
      'E_APPROVAL',
      `Cannot deploy stack "${stackName}": the changes need approval and there is no terminal`,
      { hint: 'Add --yes to execute them without asking; nothing was changed', exitCode: 4 },
    )
  }
  if (await confirm(`Execute this on stack "${stackName}"?`, signal)) return
  throw new CfstackError('E_REFUSED', `Stack "${stackName}" stays as it is: the changes were not approved`, {
    exitCode: 1,
  })
}
