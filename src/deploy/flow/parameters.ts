import type { Template } from '../../model/template.ts'
import type { Stack } from '../calls/client.ts'
import { parameterDeclarations } from '../parameters/declarations.ts'
import { mergeParameters, type ChangeSetParameter } from '../parameters/resolve.ts'
import type { StackDeployment } from './deployment.ts'
import { fedValues } from './fed-values.ts'

/** The parameters to send; the host is asked for those that have no value. */
export async function settleParameters(
  deployment: StackDeployment,
  deployed: Stack | undefined,
): Promise<readonly ChangeSetParameter[]> {
  const { target, host, signal } = deployment
  const declared = parameterDeclarations(target.template)
  const given = [await fedValues(deployment), ...deployment.given]
  const known = new Set((deployed?.Parameters ?? []).map(({ ParameterKey }) => ParameterKey ?? ''))
  const { parameters, missing } = mergeParameters(declared, given, known)
  if (missing.length === 0) return parameters
  const asked = await host.askParameters(missing, signal)
  return [
    ...parameters,
    ...Object.entries(asked).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
  ]
}

/** The values of NoEcho parameters. */
export function secretsOf(template: Template, parameters: readonly ChangeSetParameter[]): readonly string[] {
  const hidden = new Set(
    parameterDeclarations(template).flatMap(({ name, noEcho }) => (noEcho ? [name] : [])),
  )
  return parameters.flatMap((one) =>
    hidden.has(one.ParameterKey) && 'ParameterValue' in one ? [one.ParameterValue] : [],
  )
}
