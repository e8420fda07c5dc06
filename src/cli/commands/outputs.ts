import { kebabCase } from '../deployment/parameter-flags.ts'
import { outputsOf } from '../../deploy/inspect/stack-report.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CfstackError } from '../../model/error.ts'
import type { Command } from '../command.ts'
import { stackFlags, usage, type StackFlags } from '../stack/stack-flags.ts'
import { deployedStack, withStack } from '../stack/stack-session.ts'

interface OutputsFlags extends StackFlags {
  readonly env: boolean
  readonly only: string | undefined
}

/** `cfstack outputs`: the outputs of a deployed stack, as text, for a shell, or one of them. */
export const command: Command<OutputsFlags> = {
  builder: (yargs) =>
    stackFlags(yargs)
      .option('env', {
        type: 'boolean',
        default: false,
        describe: 'Print lines for a shell: `eval "$(cfstack outputs web --env)"`',
      })
      .option('only', {
        type: 'string',
        requiresArg: true,
        describe: 'Print the value of this output only',
      }) as never,
  handler: (argv) => {
    if (argv.env && argv.only !== undefined) throw usage('--env and --only are given', 'Give one of them')
    return withStack(argv, async (session) => {
      const outputs = outputsOf(await deployedStack(session, 'read the outputs of'))
      const chosen = argv.only === undefined ? outputs : pick(outputs, argv.only, session.stackName)
      session.output.document({ stack: session.stackName, outputs: chosen })
      const text = render(chosen, argv)
      if (text !== '') session.output.say(text)
      return 0
    })
  },
}

function render(outputs: Readonly<Record<string, string>>, { env, only }: OutputsFlags): string {
  const entries = Object.entries(outputs)
  if (only !== undefined) return entries[0]?.[1] ?? ''
  if (env) return entries.map(([name, value]) => shellLine(name, value)).join('\n')
  return entries.map(([name, value]) => `${name} = ${value}`).join('\n')
}

/** `LoadBalancerUrl` is `export LOAD_BALANCER_URL='…'`. */
export function shellLine(name: string, value: string): string {
  const variable = kebabCase(name).toUpperCase().replaceAll('-', '_')
  return `export ${variable}='${value.replaceAll("'", `'\\''`)}'`
}

function pick(
  outputs: Readonly<Record<string, string>>,
  name: string,
  stack: string,
): Record<string, string> {
  const value = outputs[name]
  if (value !== undefined) return { [name]: value }
  const known = Object.keys(outputs)
  const near = didYouMean(name, known)
  const hint = near === undefined ? `It has ${known.join(', ') || 'none'}` : `Did you mean "${near}"?`
  throw new CfstackError('E_NO_OUTPUT', `Cannot find output "${name}": stack "${stack}" does not have it`, {
    hint,
  })
}
