import yargs, { type Argv } from 'yargs'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import type { CommonFlags } from '../command.ts'
import { sandboxFlagNames, sandboxFlags, type SandboxFlags } from '../sandbox/sandbox-flags.ts'
import { choiceFlagNames, choiceFlags, type ChoiceFlags } from './choice-flags.ts'
import { kindFlagNames, kindFlags, type KindFlags } from './kind-flags.ts'
import { readTarget, type TargetNames } from './named-target.ts'
import { parameterFlags } from './parameter-flags.ts'

/** Flags of `create` and `update`; those of the template's parameters come on top. */
export interface DeployFlags extends ChoiceFlags, KindFlags, SandboxFlags, TargetNames {
  readonly param: string[] | undefined
  readonly params: string | undefined
  readonly region: string | undefined
  readonly profile: string | undefined
}

/** Declares the flags, with one for each parameter of the template that the command line names. */
export function deployFlags(
  program: Argv<CommonFlags>,
  args: readonly string[],
): Argv<CommonFlags & DeployFlags> {
  const declared = targetFlags(program).positional('stack', {
    type: 'string',
    describe: 'Stack of the manifest',
  }) as unknown as Argv<CommonFlags & DeployFlags>
  return withParameters(declared, args)
}

/** Adds a flag for each parameter of the template that the command line names. */
export function withParameters(
  declared: Argv<CommonFlags & DeployFlags>,
  args: readonly string[],
): Argv<CommonFlags & DeployFlags> {
  const target = peekTarget(args)
  if (target === undefined) return declared
  for (const { flag, parameter } of parameterFlags(target.template, reservedFlags)) {
    const { type, description = '', allowedValues, default: standard } = parameter
    const notes = [
      type,
      allowedValues?.join(' | '),
      standard === undefined ? undefined : `default "${standard}"`,
    ]
    declared.option(flag, {
      type: 'string',
      requiresArg: true,
      group: `Parameters of ${target.stackName}:`,
      describe: `${description} (${notes.filter((note) => note !== undefined).join('; ')})`.trim(),
    })
  }
  return declared
}

const stringFlags = { type: 'string', requiresArg: true } as const

/** Declares the flags that every template has. */
export function targetFlags(program: Argv<CommonFlags>): Argv<CommonFlags & DeployFlags> {
  return sandboxFlags(kindFlags(choiceFlags(program)))
    .option('manifest', {
      ...stringFlags,
      default: 'templates-out/stacks.json',
      describe: 'Manifest that a build wrote',
    })
    .option('template', {
      ...stringFlags,
      describe: 'Any template, JSON or YAML, in place of a stack of the manifest',
    })
    .option('stack-name', { ...stringFlags, describe: 'Name of the stack, with --template' })
    .option('param', { ...stringFlags, array: true, describe: 'Parameter value NAME=VALUE; may be repeated' })
    .option('params', { ...stringFlags, describe: 'File of parameter values, JSON or YAML' })
    .option('region', { ...stringFlags, describe: 'AWS region' })
    .option('profile', { ...stringFlags, describe: 'Profile of the AWS configuration' }) as unknown as Argv<
    CommonFlags & DeployFlags
  >
}

/** Names that no template parameter gets as its flag. */
export const reservedFlags = [
  'stack',
  'stacks',
  'manifest',
  'template',
  'stack-name',
  'param',
  'params',
  ...choiceFlagNames,
  ...kindFlagNames,
  ...sandboxFlagNames,
  'from',
  'fail',
  'out',
  'markdown',
  'exit-code',
  'region',
  'profile',
  'json',
  'help',
  'version',
  '_',
  '$0',
]

/** What the command line names, found before the template's flags are known. */
export function peekNames(
  args: readonly string[],
): DeployFlags & { readonly stacks: readonly string[] } & Readonly<Record<string, unknown>> {
  const flags = targetFlags(yargs([]).help(false).version(false).exitProcess(false) as never)
    .parserConfiguration({
      'greedy-arrays': false,
      'parse-positional-numbers': false,
      'boolean-negation': false,
    })
    .option('json', { type: 'boolean' })
    .option('markdown', { type: 'boolean' })
    .option('exit-code', { type: 'boolean' })
    .fail(() => undefined)
    .parseSync([...args])
  const [, ...stacks] = (flags['_' as never] as unknown as (string | number)[]).map(String)
  return { ...flags, stack: stacks[0], stacks }
}

/** Whether one stack or template is named, whose parameters become flags. */
export function isOne({
  template,
  stacks,
}: Pick<DeployFlags, 'template'> & { readonly stacks: readonly string[] }): boolean {
  return template !== undefined || stacks.length === 1
}

/** The target on the command line. With --help a wrong one does not matter. */
function peekTarget(args: readonly string[]): DeployTarget | undefined {
  try {
    return readTarget(peekNames(args))
  } catch (error) {
    if (args.includes('--help')) return undefined
    throw error
  }
}
