import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject, ParameterState, Place, World } from '../../world.ts'
import { checkParameter } from './check-parameter.ts'
import { declaredParameters, isStoreValued, type DeclaredParameter } from './declared-parameter.ts'
import { resolveStored } from './resolve-stored.ts'

interface Given {
  readonly key: string
  readonly value: string | undefined
  readonly previous: boolean
}

/**
 * The value of each parameter that a template declares, in its order: as given in `ParameterKey`, `ParameterValue` and `UsePreviousValue`, or the
 * default. `previous` are those of the deployed stack, undefined when there is none yet. Throws what CloudFormation says of values that
 * are missing, unknown, or break a constraint.
 */
export function settleParameters(
  template: JsonObject,
  given: unknown,
  previous: readonly ParameterState[] | undefined,
  context: { readonly world: World; readonly place: Place },
): readonly ParameterState[] {
  const declared = declaredParameters(template)
  const values = readGiven(given)
  if (declared.length === 0 && values.length > 0)
    throw validationError('Parameter values specified for a template which does not require them.')
  const unknown = values.filter(({ key }) => !declared.some((one) => one.key === key)).map(({ key }) => key)
  if (unknown.length > 0)
    throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`)
  const settled = declared.map((one) => ({ one, value: valueFor(one, values, previous) }))
  const missing = settled.filter(({ value }) => value === undefined).map(({ one }) => one.key)
  const stored = settled.find(({ one, value }) => value === undefined && isStoreValued(one))
  if (stored !== undefined)
    throw validationError(`Parameter ${stored.one.key} should either have input value or default value`)
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`)
  const states = settled.map(({ one, value }) => stateOf(one, value as string))
  return resolveStored(states, declared, context)
}

function readGiven(given: unknown): readonly Given[] {
  if (!Array.isArray(given)) return []
  const read = given.filter(isObject).map((one) => ({
    key: String(one['ParameterKey']),
    value: one['ParameterValue'] === undefined ? undefined : String(one['ParameterValue']),
    previous: String(one['UsePreviousValue']) === 'true',
  }))
  const both = read.find(({ value, previous }) => previous && value !== undefined)
  if (both !== undefined)
    throw validationError(
      `Invalid input for parameter key ${both.key}. Cannot specify usePreviousValue as true and non empty value for a parameter`,
    )
  return read
}

function valueFor(
  { key, default: fallback }: DeclaredParameter,
  given: readonly Given[],
  previous: readonly ParameterState[] | undefined,
): string | undefined {
  const one = given.findLast((value) => value.key === key)
  if (one === undefined) return fallback
  if (!one.previous) {
    if (one.value !== undefined) return one.value
    throw validationError(
      `Invalid input for parameter key ${key}. Need to specify either usePreviousValue as true or a value for the parameter`,
    )
  }
  const deployed = previous?.find((state) => state.key === key)
  if (deployed !== undefined) return deployed.value
  throw validationError(
    `Invalid input for parameter key ${key}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`,
  )
}

function stateOf(parameter: DeclaredParameter, value: string): ParameterState {
  const { key, noEcho } = parameter
  // Of parameters of Systems Manager the constraints are for the name, not for what it yields.
  const constrained = isStoreValued(parameter) ? { ...parameter, type: 'String' } : parameter
  const problem = checkParameter(constrained, value)
  if (problem !== undefined) throw validationError(problem)
  return noEcho ? { key, value, noEcho } : { key, value }
}
