import { isListType } from '../../../validate/functions/yields.ts'
import { validationError } from '../../service-error.ts'
import type { ParameterState, Place, World } from '../../world.ts'
import { parameterValue, type ParameterValue } from '../dynamic-references/stored-values.ts'
import { isStoreValued, type DeclaredParameter } from './declared-parameter.ts'

/**
 * Values with what parameters of Systems Manager yield, by `name` or `name:version`. Throws what CloudFormation says of those that are not
 * there, are encrypted, or are lists where none is wanted.
 */
export function resolveStored(
  states: readonly ParameterState[],
  declared: readonly DeclaredParameter[],
  { world, place }: { readonly world: World; readonly place: Place },
): readonly ParameterState[] {
  const asked = states.flatMap((state, index) => {
    const parameter = declared[index] as DeclaredParameter
    return isStoreValued(parameter) ? [{ state, parameter, found: find(state.value, world, place) }] : []
  })
  const names = (which: (one: (typeof asked)[number]) => boolean): string =>
    asked
      .filter(which)
      .map(({ state }) => state.value)
      .join(',')
  const missing = names(({ found }) => found === undefined)
  if (missing !== '')
    throw validationError(`Unable to fetch parameters [${missing}] from parameter store for this account.`)
  const secret = names(({ found }) => found?.type === 'SecureString')
  if (secret !== '')
    throw validationError(
      `Parameters [${secret}] referenced by template have types not supported by CloudFormation.`,
    )
  const other = names(({ found, parameter }) => isListType(parameter.type) !== (found?.type === 'StringList'))
  if (other !== '')
    throw validationError(
      `Types for SSM parameters [${other}] defined in CFN template and SSM are incompatible`,
    )
  const resolved = new Map(asked.map(({ state, found }) => [state.key, trimmed(found as ParameterValue)]))
  return states.map((state) => {
    const value = resolved.get(state.key)
    return value === undefined ? state : { ...state, resolved: value }
  })
}

function find(given: string, world: World, place: Place): ParameterValue | undefined {
  const [, name = given, version] = /^(.*?)(?::(\d+))?$/s.exec(given) ?? []
  return parameterValue(world, place, name, version === undefined ? undefined : Number(version))
}

function trimmed({ type, value }: ParameterValue): string {
  if (type !== 'StringList') return value
  return value
    .split(',')
    .map((item) => item.trim())
    .join(',')
}
