import type { Stack } from '../../deploy/client.ts'
import { checkValue } from '../../deploy/parameters/check-value.ts'
import { parameterDeclarations, type ParameterDeclaration } from '../../deploy/parameters/declarations.ts'
import {
  checkParameters,
  describeParameter,
  mergeParameters,
  type ChangeSetParameter,
  type ParameterSource,
} from '../../deploy/parameters/resolve.ts'
import type { DeployTarget } from '../../deploy/read-target.ts'
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

/** The parameters to send; asks for missing ones on a terminal, throws without one. */
export async function settleParameters(
  target: DeployTarget,
  sources: readonly ParameterSource[],
  deployed: Stack | undefined,
  signal: AbortSignal,
): Promise<readonly ChangeSetParameter[]> {
  const declared = parameterDeclarations(target.template)
  const known = new Set((deployed?.Parameters ?? []).map(({ ParameterKey }) => ParameterKey ?? ''))
  const { parameters, missing } = mergeParameters(declared, sources, known)
  if (missing.length > 0 && !isInteractive()) throw badParameters(target, missing.map(missingLine))
  const asked: ChangeSetParameter[] = []
  for (const parameter of missing) {
    asked.push({ ParameterKey: parameter.name, ParameterValue: await askFor(target, parameter, signal) })
  }
  return [...parameters, ...asked]
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
