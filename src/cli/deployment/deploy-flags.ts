import yargs, { type Argv } from 'yargs'
import type { DeployTarget } from '../../deploy/read-target.ts'
import { readManifestTarget, readPlainTarget } from '../../deploy/read-target.ts'
import { CfstackError } from '../../model/error.ts'
import type { CommonFlags } from '../command.ts'
import { parameterFlags } from './parameter-flags.ts'

/** Flags of `create` and `update`; those of the template's parameters come on top. */
export interface DeployFlags {
  readonly stack: string | undefined
  readonly manifest: string
  readonly template: string | undefined
  readonly 'stack-name': string | undefined
  readonly param: string[] | undefined
  readonly params: string | undefined
  readonly yes: boolean
  readonly approve: 'non-destructive' | undefined
  readonly 'replace-failed': boolean
  readonly 'retry-failed': boolean
  readonly 'roll-back-failed': boolean
  readonly 'continue-rollback': boolean
  readonly skip: string[] | undefined
  readonly join: boolean
  readonly wait: boolean
  readonly timeout: string | undefined
  readonly 'create-bucket': boolean
  readonly timeline: boolean
  readonly github: boolean
  readonly region: string | undefined
  readonly profile: string | undefined
}

/** Declares the flags, with one for each parameter of the template that the command line names. */
export function deployFlags(
  program: Argv<CommonFlags>,
  args: readonly string[],
): Argv<CommonFlags & DeployFlags> {
  const declared = declare(program)
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
const booleanFlags = { type: 'boolean', default: false } as const

function declare(program: Argv<CommonFlags>): Argv<CommonFlags & DeployFlags> {
  return program
    .positional('stack', { type: 'string', describe: 'Stack of the manifest' })
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
    .option('yes', { type: 'boolean', default: false, describe: 'Execute the change set without asking' })
    .option('approve', {
      ...stringFlags,
      choices: ['non-destructive'] as const,
      describe: 'Execute without asking what deletes, replaces and unprotects nothing',
    })
    .option('replace-failed', {
      ...booleanFlags,
      describe: 'Delete a stack that never came to life, and create it anew',
    })
    .option('retry-failed', {
      ...booleanFlags,
      describe: 'Deploy onto what a failed operation without rollback has made',
    })
    .option('roll-back-failed', {
      ...booleanFlags,
      describe: 'Roll a failed operation back first',
    })
    .option('continue-rollback', { ...booleanFlags, describe: 'Finish a failed rollback first' })
    .option('skip', {
      ...stringFlags,
      array: true,
      describe: 'Resource that --continue-rollback leaves as it is; may be repeated',
    })
    .option('join', { ...booleanFlags, describe: 'Follow what runs on the stack, in place of deploying' })
    .option('wait', { ...booleanFlags, describe: 'Wait for what runs on the stack, then deploy' })
    .option('timeout', {
      ...stringFlags,
      describe: 'Minutes after which the deployment is cancelled and turned back',
    })
    .option('create-bucket', {
      ...booleanFlags,
      describe: 'Make the bucket for templates of more than 51,200 bytes when it is not there',
    })
    .option('timeline', { ...booleanFlags, describe: 'Show the slowest resources afterwards' })
    .option('github', { ...booleanFlags, describe: 'Annotate failures for GitHub Actions' })
    .option('region', { ...stringFlags, describe: 'AWS region' })
    .option('profile', { ...stringFlags, describe: 'Profile of the AWS configuration' }) as unknown as Argv<
    CommonFlags & DeployFlags
  >
}

/** Names that no template parameter gets as its flag. */
export const reservedFlags = [
  'stack',
  'manifest',
  'template',
  'stack-name',
  'param',
  'params',
  'yes',
  'approve',
  'replace-failed',
  'retry-failed',
  'roll-back-failed',
  'continue-rollback',
  'skip',
  'join',
  'wait',
  'timeout',
  'create-bucket',
  'timeline',
  'github',
  'region',
  'profile',
  'json',
  'help',
  'version',
  '_',
  '$0',
]

/** The target, found before the flags are known. With --help a wrong one does not matter. */
function peekTarget(args: readonly string[]): DeployTarget | undefined {
  const wantsHelp = args.includes('--help')
  const flags = declare(yargs([]).help(false).version(false).exitProcess(false) as never)
    .parserConfiguration({
      'greedy-arrays': false,
      'parse-positional-numbers': false,
      'boolean-negation': false,
    })
    .option('json', { type: 'boolean' })
    .fail(() => undefined)
    .parseSync([...args])
  const stack = flags['_' as never] as unknown as (string | number)[]
  try {
    return readTarget({ ...flags, stack: stack[1] === undefined ? undefined : String(stack[1]) })
  } catch (error) {
    if (wantsHelp) return undefined
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
