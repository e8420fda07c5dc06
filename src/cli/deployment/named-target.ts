import { readManifestTarget, readPlainTarget, type DeployTarget } from '../../deploy/template/read-target.ts'
import { CfstackError } from '../../model/error.ts'

/** The flags that name what is deployed. */
export interface TargetNames {
  readonly stack: string | undefined
  readonly manifest: string
  readonly template: string | undefined
  readonly 'stack-name': string | undefined
}

/** Reads what the command line wants to deploy. */
export function readTarget(flags: TargetNames & Readonly<Record<string, unknown>>): DeployTarget {
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
