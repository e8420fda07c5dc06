import yargs, { type Argv } from 'yargs'
import type { DeployTarget } from '../../deploy/read-target.ts'
import { readManifestTarget, readPlainTarget } from '../../deploy/read-target.ts'
import { CfstackError } from '../../model/error.ts'
import type { CommonFlags } from '../command.ts'
import { choiceFlagNames, choiceFlags, type ChoiceFlags } from './choice-flags.ts'
import { kindFlagNames, kindFlags, type KindFlags } from './kind-flags.ts'
import { parameterFlags } from './parameter-flags.ts'

/** Flags of `create` and `update`; those of the template's parameters come on top. */
export interface DeployFlags extends ChoiceFlags, KindFlags {
  readonly stack: string | undefined
  readonly manifest: string
  readonly template: string | undefined
  readonly 'stack-name': string | undefined
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

/** Reads what the command line wants to deploy. */
export function readTarget(
  flags: Pick<DeployFlags, 'stack' | 'manifest' | 'template' | 'stack-name'> &
    Readonly<Record<string, unknown>>,
): DeployTarget {
  refuseTwice(flags)
  const { stack, template, 'stack-name': stackName } = flags
  if (template !== undefined) {
    const name = stackName ?? stack
    if (stackName !== undefined && stack !== undefined && stackName !== stack)
      throw usage(`the stack is named "${stack}" and "${stackName}"`, 'Name it once')
    if (name === undefined) throw usage('a template needs a stack name', 'Add --stack-name NAME')
    return readPlainTarget(template, checkName(name))
  }
  if (stack === undefined)
    throw usage(
      'no stack is named',
      'Name a stack of the manifest, or give --template FILE --stack-name NAME',
    )
  if (stackName !== undefined && stackName !== stack)
    throw usage('--stack-name is given without --template', 'Stacks of the manifest have their own names')
  return readManifestTarget(flags.manifest, stack)
}

/** yargs gives a list for a flag that is given twice. */
function refuseTwice(flags: Readonly<Record<string, unknown>>): void {
  for (const name of ['manifest', 'template', 'stack-name', 'params', 'region', 'profile', 'timeout']) {
    if (Array.isArray(flags[name])) throw usage(`--${name} is given twice`, 'Give it once')
  }
}

const stringFlags = { type: 'string', requiresArg: true } as const

/** Declares the flags that every template has. */
export function targetFlags(program: Argv<CommonFlags>): Argv<CommonFlags & DeployFlags> {
  return kindFlags(choiceFlags(program))
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

/** The target on the command line. With --help a wrong one does not matter. */
function peekTarget(args: readonly string[]): DeployTarget | undefined {
  try {
    return readTarget(peekNames(args))
  } catch (error) {
    if (args.includes('--help')) return undefined
    throw error
  }
}

function checkName(name: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) return name
  throw usage(
    `"${name}" is no stack name`,
    'Use letters, digits and hyphens, a letter first, at most 128 characters',
  )
}

function usage(state: string, hint: string): CfstackError {
  return new CfstackError('E_USAGE', `Cannot read the command line: ${state}`, { hint })
}
