import { existsSync } from 'node:fs'
import type { Argv } from 'yargs'
import {
  readManifest,
  readManifestTarget,
  readPlainTarget,
  type DeployTarget,
} from '../../deploy/template/read-target.ts'
import type { DeploySettings } from '../../deploy/template/request.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CfstackError } from '../../model/error.ts'
import type { CommonFlags } from '../command.ts'
import { sandboxFlags, type SandboxFlags } from '../sandbox/sandbox-flags.ts'

/** Flags of the commands that look at one stack, or do something to it. */
export interface StackFlags extends SandboxFlags {
  readonly stack: string | undefined
  readonly manifest: string
  readonly template: string | undefined
  readonly 'stack-name': string | undefined
  readonly region: string | undefined
  readonly profile: string | undefined
}

/** A stack as the command line names it: one of the manifest, or any that is deployed. */
export interface NamedStack {
  readonly stackName: string
  readonly settings: DeploySettings
  /** Reads its template; throws when the command line names none. */
  target(): DeployTarget
}

const text = { type: 'string', requiresArg: true } as const

/** Declares the flags that name a stack and say where it is. */
export function stackFlags(program: Argv<CommonFlags>): Argv<CommonFlags & StackFlags> {
  return placeFlags(program)
    .positional('stack', { type: 'string', describe: 'Stack of the manifest' })
    .option('template', {
      ...text,
      describe: 'Any template, JSON or YAML, in place of a stack of the manifest',
    })
    .option('stack-name', {
      ...text,
      describe: 'Name of any deployed stack, or of the stack of --template',
    }) as never
}

/** Declares the flags that say where stacks are. */
export function placeFlags(
  program: Argv<CommonFlags>,
): Argv<CommonFlags & Pick<StackFlags, 'manifest' | 'region' | 'profile' | keyof SandboxFlags>> {
  return sandboxFlags(program)
    .option('manifest', {
      ...text,
      default: 'templates-out/stacks.json',
      describe: 'Manifest that a build wrote',
    })
    .option('region', { ...text, describe: 'AWS region' })
    .option('profile', { ...text, describe: 'Profile of the AWS configuration' }) as never
}

/** The stack that the flags name. Without a manifest a name means the deployed stack. */
export function namedStack(flags: StackFlags): NamedStack {
  refuseTwice(flags)
  const { stack, template, manifest, 'stack-name': given } = flags
  if (given !== undefined && stack !== undefined && given !== stack)
    throw usage(`the stack is named "${stack}" and "${given}"`, 'Name it once')
  const name = given ?? stack
  if (name === undefined)
    throw usage('no stack is named', 'Name a stack of the manifest, or give --stack-name NAME')
  if (template !== undefined) return plainStack(name, () => readPlainTarget(template, name))
  if (given !== undefined || !existsSync(manifest)) return plainStack(name, () => noTemplate(name))
  const { stacks } = readManifest(manifest)
  const entry = stacks[name]
  if (entry === undefined) throw unknownStack(name, manifest, Object.keys(stacks))
  const { template: _file, sha256: _hash, ...settings } = entry
  return { stackName: name, settings, target: () => readManifestTarget(manifest, name) }
}

function plainStack(stackName: string, target: () => DeployTarget): NamedStack {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(stackName)) {
    const hint = 'Use letters, digits and hyphens, a letter first, at most 128 characters'
    throw usage(`"${stackName}" is no stack name`, hint)
  }
  return { stackName, settings: {}, target }
}

function noTemplate(name: string): never {
  throw usage(`stack "${name}" has no template here`, 'Add --template FILE, or name a stack of the manifest')
}

function unknownStack(name: string, manifest: string, known: readonly string[]): CfstackError {
  const near = didYouMean(name, known)
  const hint = near === undefined ? `It lists ${known.join(', ') || 'none'}` : `Did you mean "${near}"?`
  return new CfstackError('E_UNKNOWN_STACK', `Cannot find stack "${name}": "${manifest}" does not list it`, {
    hint: `${hint}\nAny deployed stack: --stack-name ${name}`,
  })
}

/** yargs gives a list for a flag that is given twice. */
function refuseTwice(flags: StackFlags): void {
  for (const name of ['manifest', 'template', 'stack-name', 'region', 'profile'] as const) {
    if (Array.isArray(flags[name])) throw usage(`--${name} is given twice`, 'Give it once')
  }
}

/** A command line that can't be meant. */
export function usage(state: string, hint: string): CfstackError {
  return new CfstackError('E_USAGE', `Cannot read the command line: ${state}`, { hint })
}
