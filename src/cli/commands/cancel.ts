import { cancelUpdate } from '../actions/cancel-update.ts'
import type { Command } from '../command.ts'
import { stackFlags, type StackFlags } from '../stack/stack-flags.ts'
import { withStack } from '../stack/stack-session.ts'

interface CancelFlags extends StackFlags {
  readonly yes: boolean
}

/** `cfstack cancel`: stops a running update and rolls it back. */
export const command: Command<CancelFlags> = {
  builder: (yargs) =>
    stackFlags(yargs).option('yes', {
      type: 'boolean',
      default: false,
      describe: 'Cancel without asking',
    }) as never,
  handler: (argv) =>
    withStack(argv, async (session) => {
      session.output.document(await cancelUpdate(session, argv))
      return 0
    }),
}
