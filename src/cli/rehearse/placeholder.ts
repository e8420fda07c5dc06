import type { ParameterDeclaration } from '../../deploy/parameters/declarations.ts'

/** A value that a parameter accepts, for one that nobody has given. */
export function placeholder(parameter: ParameterDeclaration): string {
  const { type, allowedValues, minValue, minLength = 0, maxLength = 4096, default: standard } = parameter
  if (standard !== undefined) return standard
  if (allowedValues?.[0] !== undefined) return allowedValues[0]
  if (type.includes('Number')) return String(minValue ?? 1)
  return 'rehearsal'.padEnd(minLength, 'x').slice(0, Math.max(1, maxLength))
}
