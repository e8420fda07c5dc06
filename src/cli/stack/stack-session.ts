import { accountOf, checkAccount } from '../../deploy/calls/account.ts'
import type { CloudFormation, CloudFormationReads, Stack } from '../../deploy/calls/client.ts'
import { connections } from '../../deploy/calls/connection.ts'
import { CfstackError } from '../../model/error.ts'
import type { CommonFlags } from '../command.ts'
import { connectionOptions } from '../deployment/connection-options.ts'
import { interruption } from '../interruption.ts'
import { openOutput, type Output } from '../output.ts'
import { plainView } from '../progress/plain-view.ts'
import { commandHint } from './command-hint.ts'
import { namedStack, type NamedStack, type StackFlags } from './stack-flags.ts'

/** One command at work on one stack. */
export interface StackSession extends NamedStack {
  readonly aws: CloudFormation
  /** The calls that only read, ended by Ctrl-C. */
  readonly reads: CloudFormationReads
  readonly output: Output
  readonly signal: AbortSignal
  /** A command of ours for the same stack. */
  hint(verb: string): string
  /** A command of ours in the same region and profile. */
  placeHint(verb: string): string
}

/** Runs a command on the stack that its flags name; Ctrl-C ends it with 130. */
export async function withStack(
  argv: StackFlags & CommonFlags,
  run: (session: StackSession) => Promise<number>,
): Promise<number> {
  const named = namedStack(argv)
  const { signal, close } = interruption()
  const output = openOutput(argv.json)
  const view = plainView(output, { named: false })
  const { aws } = connections()(connectionOptions(argv, named.settings, { view, signal }))
  const hint = (verb: string): string => commandHint(verb, argv)
  const placeHint = (verb: string): string =>
    commandHint(verb, { region: argv.region, profile: argv.profile, sandbox: argv.sandbox })
  try {
    return await run({ ...named, aws, reads: aws.until(signal), output, signal, hint, placeHint })
  } catch (error) {
    if (!signal.aborted || error instanceof CfstackError) throw error
    const message = `Stack "${named.stackName}" stays as it is: interrupted before anything was done`
    throw new CfstackError('E_INTERRUPTED', message, { cause: error, exitCode: 130 })
  } finally {
    view.close()
    close()
  }
}

/** The deployed stack; throws when there is none, or when it is in another account than the settings allow. */
export async function deployedStack(
  { reads, stackName, settings, placeHint }: StackSession,
  verb: string,
): Promise<Stack & { readonly StackId: string; readonly StackStatus: string }> {
  const stack = await reads.describeStack(stackName)
  if (stack === undefined) {
    throw new CfstackError('E_NO_STACK', `Cannot ${verb} stack "${stackName}": it does not exist`, {
      hint: `Check --region and --profile; all stacks: ${placeHint('list --all')}`,
    })
  }
  checkAccount(stackName, settings.account, accountOf(stack.StackId))
  return stack as never
}
