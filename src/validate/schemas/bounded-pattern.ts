import { longestWorthTrying } from '../allowed-pattern.ts'
import { fromPython } from './from-python.ts'
import { longestMatched, toRegExp } from './patterns.ts'

/**
 * A pattern of a schema that somebody brings along, so that no text can make it slow: it matches all texts that are too long to be tried.
 * Undefined when it is of another dialect.
 */
export function boundedPattern(pattern: string): string | undefined {
  try {
    const translated = fromPython(pattern)
    toRegExp(translated)
    // Classes of other dialects, which JavaScript takes for a list of letters.
    if (/\[\[:\w+:\]|&&\[/.test(pattern)) return undefined
    const longest = longestWorthTrying(translated)
    return longest >= longestMatched ? translated : `^[^]{${longest + 1}}|(?:${translated})`
  } catch {
    return undefined
  }
}

/** The pattern without its bound, as people know it. */
export function unboundedPattern(pattern: string): string {
  return /^\^\[\^\]\{\d+\}\|\(\?:([^]*)\)$/.exec(pattern)?.[1] ?? pattern
}
