import { rollBack } from '../actions/roll-back.ts'
import type { Command } from '../command.ts'
import { stackFlags, usage, type StackFlags } from '../stack/stack-flags.ts'
import { withStack } from '../stack/stack-session.ts'

interface RollbackFlags extends StackFlags {
  readonly yes: boolean
  readonly skip: string[] | undefined
  readonly force: boolean
}

/** `cfstack rollback`: back from a failure that was left as it is, or on with a rollback that failed. */
export const command: Command<RollbackFlags> = {
  builder: (yargs) =>
    stackFlags(yargs)
      .option('yes', { type: 'boolean', default: false, describe: 'Roll back without asking' })
      .option('skip', {
        type: 'string',
        requiresArg: true,
        array: true,
        describe: 'Logical id to leave as it is when a rollback goes on; may be repeated',
      })
      .option('force', {
        type: 'boolean',
        default: false,
        describe: 'Pass over whatever fails again',
      }) as never,
  handler: (argv) => {
    const { yes, skip = [], force } = argv
    if (force && skip.length > 0) throw usage('--force and --skip are given', 'Give one of them')
    return withStack(argv, async (session) => {
      session.output.document(await rollBack(session, { yes, skip, force }))
      return 0
    })
  },
}
