import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject, ParameterState, Place, World } from '../../world.ts'
import { parameterValue } from '../dynamic-references/stored-values.ts'
import { checkParameter } from './check-parameter.ts'
import { declaredParameters, isStoreValued, type DeclaredParameter } from './declared-parameter.ts'

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
  const unknown = values.filter(({ key }) => !declared.some((one) => one.key === key)).map(({ key }) => key)
  if (unknown.length > 0)
    throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`)
  const settled = declared.map((one) => ({ one, value: valueFor(one, values, previous) }))
  const missing = settled.filter(({ value }) => value === undefined).map(({ one }) => one.key)
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
  const problem = isStoreValued(parameter) ? undefined : checkParameter(parameter, value)
  if (problem !== undefined) throw validationError(problem)
  return noEcho ? { key, value, noEcho } : { key, value }
}

function resolveStored(
  states: readonly ParameterState[],
  declared: readonly DeclaredParameter[],
  { world, place }: { readonly world: World; readonly place: Place },
): readonly ParameterState[] {
  const missing: string[] = []
  const secret: string[] = []
  const resolved = states.map((state, index) => {
    const parameter = declared[index] as DeclaredParameter
    if (!isStoreValued(parameter)) return state
    const [, name = state.value, version] = /^(.*?)(?::(\d+))?$/s.exec(state.value) ?? []
    const found = parameterValue(world, place, name, version === undefined ? undefined : Number(version))
    if (found === undefined) missing.push(state.value)
    else if (found.type === 'SecureString') secret.push(state.value)
    return found === undefined ? state : { ...state, resolved: found.value }
  })
  if (missing.length > 0)
    throw validationError(
      `Unable to fetch parameters [${missing.join(',')}] from parameter store for this account.`,
    )
  if (secret.length > 0)
    throw validationError(
      `Parameters [${secret.join(',')}] referenced by template have types not supported by CloudFormation.`,
    )
  return resolved
}
