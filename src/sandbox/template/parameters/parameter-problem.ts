import type { JsonObject, ParameterState } from '../../world.ts'
import { parameterValue } from '../dynamic-references/stored-values.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { declaredParameters } from './declared-parameter.ts'

/**
 * What CloudFormation says of the name of a parameter of Systems Manager that is not there, when a deployment begins. Names of other things
 * in an account are taken as they are.
 */
export function parameterProblem(
  template: JsonObject,
  states: readonly ParameterState[],
  { world, place }: Pick<ResolveEnv, 'world' | 'place'>,
): string | undefined {
  const names = new Set(
    declaredParameters(template)
      .filter(({ type }) => type === 'AWS::SSM::Parameter::Name')
      .map(({ key }) => key),
  )
  const missing = states.find(
    ({ key, value }) => names.has(key) && parameterValue(world, place, value) === undefined,
  )
  return (
    missing &&
    `Parameter validation failed: parameter value ${missing.value} for parameter name ${missing.key} does not exist.`
  )
}
