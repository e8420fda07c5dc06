import type { ParameterDeclaration } from './declarations.ts'

/** CloudFormation's limit for one value, in UTF-8 bytes. */
const valueLimit = 4096

/**
 * What is wrong with a value for a parameter, in a few words that fit after the parameter's name; undefined when nothing is. The
 * words never hold the value of a NoEcho parameter.
 */
export function checkValue(parameter: ParameterDeclaration, value: string): string | undefined {
  if (Buffer.byteLength(value) > valueLimit) return `is longer than ${valueLimit} bytes`
  // The value is the name of an SSM parameter then, and the constraints are for what it holds.
  if (parameter.type.startsWith('AWS::SSM::Parameter::')) return undefined
  for (const item of isList(parameter) ? value.split(',').map((part) => part.trim()) : [value]) {
    const problem = checkItem(parameter, item)
    if (problem === undefined) continue
    const shown = parameter.noEcho ? 'the value' : `"${item}"`
    return parameter.constraintDescription === undefined
      ? `${shown} ${problem}`
      : `${shown} ${problem} (${parameter.constraintDescription})`
  }
  return undefined
}

function isList({ type }: ParameterDeclaration): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<')
}

function checkItem(parameter: ParameterDeclaration, item: string): string | undefined {
  const { allowedValues, allowedPattern } = parameter
  if (/^(Number|List<Number>)$/.test(parameter.type) && !isNumber(item)) return 'is not a number'
  if (allowedValues !== undefined && !allowedValues.includes(item)) {
    return parameter.noEcho
      ? 'is not an allowed value'
      : `is not allowed, expected ${allowedValues.join(', ')}`
  }
  if (allowedPattern !== undefined && matches(item, allowedPattern) === false)
    return `does not match ${allowedPattern}`
  return parameter.type === 'Number' ? checkRange(parameter, Number(item)) : checkLength(parameter, item)
}

function checkRange({ minValue, maxValue }: ParameterDeclaration, number: number): string | undefined {
  if (minValue !== undefined && number < minValue) return `is less than ${minValue}`
  if (maxValue !== undefined && number > maxValue) return `is more than ${maxValue}`
  return undefined
}

function checkLength(parameter: ParameterDeclaration, item: string): string | undefined {
  if (parameter.type !== 'String') return undefined
  const { minLength, maxLength } = parameter
  if (minLength !== undefined && item.length < minLength) return `is shorter than ${minLength} characters`
  if (maxLength !== undefined && item.length > maxLength) return `is longer than ${maxLength} characters`
  return undefined
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}

/** Undefined when the pattern uses what only Java's regular expressions have: CloudFormation decides then. */
function matches(text: string, pattern: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text)
  } catch {
    return undefined
  }
}
