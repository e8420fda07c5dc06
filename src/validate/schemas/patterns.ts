/**
 * Whether a pattern means something else, or nothing, without the `u` flag. The others are compiled without it: V8 then takes the escapes
 * that Python takes.
 */
export function needsUnicode(pattern: string): boolean {
  return /\\[pP]\{|\\u\{|[\u{10000}-\u{10FFFF}]/u.test(pattern)
}

const compiled = new Map<string, RegExp>()

/** A pattern of a schema as a regular expression. */
export function toRegExp(pattern: string): RegExp {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  const made = new RegExp(pattern, needsUnicode(pattern) ? 'u' : '')
  compiled.set(pattern, made)
  return made
}

/**
 * The longest text that patterns are tried on. Some take a number of steps that grows with the square of the length; what is longer
 * counts as matching.
 */
export const longestMatched = 1024
