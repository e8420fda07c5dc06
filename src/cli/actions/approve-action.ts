import { CfstackError } from '../../model/error.ts'
import { confirm, isInteractive } from '../prompt.ts'
import type { StackSession } from '../stack/stack-session.ts'

/** Returns when an action is approved, by `--yes` or on the terminal; throws otherwise. `verb` is for example `delete`. */
export async function approveAction(
  { stackName, signal }: Pick<StackSession, 'stackName' | 'signal'>,
  { verb, question, yes }: { readonly verb: string; readonly question: string; readonly yes: boolean },
): Promise<void> {
  signal.throwIfAborted()
  if (yes) return
  if (!isInteractive()) {
    throw new CfstackError(
      'E_APPROVAL',
      `Cannot ${verb} stack "${stackName}": that needs approval and there is no terminal`,
      {
        hint: 'Add --yes to do it without asking; nothing was changed',
        exitCode: 4,
      },
    )
  }
  if (await confirm(question, signal)) return
  throw new CfstackError('E_REFUSED', `Stack "${stackName}" stays as it is: nothing was approved`, {
    exitCode: 1,
  })
}
