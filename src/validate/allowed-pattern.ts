/** Texts that are longer are not tried against patterns of a template, which may be written so that they never end. */
const longest = 60

/**
 * Whether a value matches a pattern that a template brings along, in whole, as CloudFormation matches it; undefined when that cannot
 * be told: the pattern is of another dialect, or could take for ever.
 */
export function matchesPattern(pattern: string, value: string): boolean | undefined {
  if (value.length > 4096 || pattern.length > 4096) return undefined
  if (isRisky(pattern) && value.length > 12) return undefined
  if (hasManyRepeats(pattern) && value.length > longest) return undefined
  try {
    return new RegExp(`^(?:${pattern})$`, pattern.includes('\\p{') ? 'u' : '').test(value)
  } catch {
    return undefined
  }
}

/** Whether a pattern is one in our dialect. */
export function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}

/** A repeated group that holds a repeat or an alternative, or a reference back: the number of ways to match may double with each character. */
function isRisky(pattern: string): boolean {
  const plain = withoutClasses(pattern)
  return repeatedGroup(plain) || /\\[1-9]|\\k</.test(pattern)
}

/** Repeats one after the other cost a power of the length of the text. */
function hasManyRepeats(pattern: string): boolean {
  return (withoutClasses(pattern).match(/[*+]|\{\d*,\d*\}/g) ?? []).length > 3
}

function withoutClasses(pattern: string): string {
  return pattern.replace(/\\./g, 'e').replace(/\[[^\]]*\]/g, 'c')
}

/** Whether a group that is repeated has a repeat or an alternative inside. */
function repeatedGroup(pattern: string): boolean {
  const inside: boolean[] = []
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string
    if (char === '(') inside.push(false)
    else if (char === ')') {
      const branching = inside.pop() ?? false
      if (branching && /^([*+]|\{\d*,?\d*\})/.test(pattern.slice(i + 1, i + 12))) return true
      if (branching && inside.length > 0) inside[inside.length - 1] = true
    } else if (
      (/[*+|]/.test(char) || (char === '{' && /^\{\d*,/.test(pattern.slice(i)))) &&
      inside.length > 0
    )
      inside[inside.length - 1] = true
  }
  return false
}
