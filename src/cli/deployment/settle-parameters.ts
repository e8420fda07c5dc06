import type { DeployTarget } from '../../deploy/template/read-target.ts'
import { checkValue } from '../../deploy/parameters/check-value.ts'
import { parameterDeclarations, type ParameterDeclaration } from '../../deploy/parameters/declarations.ts'
import {
  checkParameters,
  describeParameter,
  mergeParameters,
  type ParameterSource,
} from '../../deploy/parameters/resolve.ts'
import { CfstackError } from '../../model/error.ts'
import { ask, isInteractive } from '../prompt.ts'

/** Throws one error that lists all wrong values and, for a stack that can't have them already, all missing ones. */
export function refuseBadParameters(
  target: DeployTarget,
  sources: readonly ParameterSource[],
  isNew: boolean,
): void {
  const declared = parameterDeclarations(target.template)
  const { missing } = mergeParameters(declared, sources, new Set())
  const absent = isNew && !isInteractive() ? missing.map(missingLine) : []
  const problems = [...checkParameters(declared, sources), ...absent]
  if (problems.length > 0) throw badParameters(target, problems)
}

/** Parameters that have no value and no default, and get none from another stack. */
export function unsettledParameters(
  { template, settings }: DeployTarget,
  sources: readonly ParameterSource[],
): readonly ParameterDeclaration[] {
  const { missing } = mergeParameters(parameterDeclarations(template), sources, new Set())
  return missing.filter(({ name }) => !Object.hasOwn(settings.parametersFrom ?? {}, name))
}

/** Throws one error for all stacks whose deployed self has no value either; nothing has been sent that changes anything. */
export function refuseMissing(
  parts: readonly {
    readonly target: DeployTarget
    readonly unsettled: readonly ParameterDeclaration[]
    readonly deployed: ReadonlySet<string>
  }[],
): void {
  const lines = parts.flatMap(({ target, unsettled, deployed }) =>
    unsettled
      .filter(({ name }) => !deployed.has(name))
      .map((parameter) => `  ${target.stackName}: ${missingLine(parameter)}`),
  )
  if (lines.length === 0) return
  const stacks = new Set(lines.map((line) => line.split(':')[0]))
  throw new CfstackError(
    'E_PARAMETERS',
    `Cannot deploy the app: ${stacks.size === 1 ? 'a stack lacks' : `${stacks.size} stacks lack`} values of parameters\n${lines.join('\n')}`,
    {
      hint: 'Give values in the settings of the stacks, or by --param STACK:NAME=VALUE; nothing was deployed',
    },
  )
}

/** Asks for values on a terminal, throws without one. */
export async function askParameters(
  target: DeployTarget,
  missing: readonly ParameterDeclaration[],
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  if (!isInteractive()) throw badParameters(target, missing.map(missingLine))
  const asked: Record<string, string> = {}
  for (const parameter of missing) asked[parameter.name] = await askFor(target, parameter, signal)
  return asked
}

async function askFor(
  target: DeployTarget,
  parameter: ParameterDeclaration,
  signal: AbortSignal,
): Promise<string> {
  for (;;) {
    const value = await ask(`${describeParameter(parameter)}: `, { hidden: parameter.noEcho, signal })
    if (value === undefined) throw badParameters(target, [missingLine(parameter)])
    const problem = checkValue(parameter, value)
    if (problem === undefined) return value
    process.stderr.write(`  ${problem}\n`)
  }
}

function missingLine(parameter: ParameterDeclaration): string {
  return `Parameter has no value: ${describeParameter(parameter)}`
}

function badParameters({ stackName }: DeployTarget, problems: readonly string[]): CfstackError {
  const lines = problems.map((problem) => `  ${problem}`).join('\n')
  return new CfstackError(
    'E_PARAMETERS',
    `Cannot deploy stack "${stackName}": its parameters are not right\n${lines}`,
    {
      hint: 'Give values by flag, --param NAME=VALUE or --params FILE',
    },
  )
}
