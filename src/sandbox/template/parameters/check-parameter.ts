import { isListType } from '../../../validate/functions/yields.ts'
import { matchesPattern } from '../../../validate/allowed-pattern.ts'
import type { DeclaredParameter } from './declared-parameter.ts'

/** What CloudFormation says of a value that breaks a constraint; undefined when it breaks none. */
export function checkParameter(parameter: DeclaredParameter, value: string): string | undefined {
  const { key, type, constraintDescription } = parameter
  const items = isListType(type) ? value.split(',').map((item) => item.trim()) : [value]
  for (const item of items) {
    const problem = checkItem(parameter, item)
    if (problem === undefined) continue
    return constraintDescription === undefined
      ? `Parameter '${key}' ${problem}`
      : `Parameter '${key}' failed to satisfy constraint: ${constraintDescription}`
  }
  return undefined
}

function checkItem(parameter: DeclaredParameter, item: string): string | undefined {
  const { allowedValues, allowedPattern, type } = parameter
  const isNumeric = type === 'Number' || type === 'List<Number>'
  if (isNumeric && (item.trim() === '' || !Number.isFinite(Number(item)))) return 'must be a number'
  if (allowedValues !== undefined && !allowedValues.includes(item)) return 'must be one of AllowedValues'
  if (allowedPattern !== undefined && matchesPattern(allowedPattern, item) === false)
    return `must match pattern ${allowedPattern}`
  return isNumeric ? checkRange(parameter, Number(item)) : checkLength(parameter, item)
}

function checkRange(
  { limits: { MinValue, MaxValue } }: DeclaredParameter,
  number: number,
): string | undefined {
  if (MinValue !== undefined && number < MinValue) return `must be a number not less than ${MinValue}`
  if (MaxValue !== undefined && number > MaxValue) return `must be a number not greater than ${MaxValue}`
  return undefined
}

function checkLength(
  { limits: { MinLength, MaxLength } }: DeclaredParameter,
  item: string,
): string | undefined {
  if (MinLength !== undefined && item.length < MinLength)
    return `must contain at least ${MinLength} characters`
  if (MaxLength !== undefined && item.length > MaxLength)
    return `must contain at most ${MaxLength} characters`
  return undefined
}
