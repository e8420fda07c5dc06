/** What matching a pattern may cost, by the length of the text. */
interface Cost {
  /** Repeats without bound, one after the other: each multiplies by the length. */
  readonly degree: number
  /** A choice that is repeated: each character may double the ways to match. */
  readonly doubling: boolean
}

/** The most steps that a pattern of a template may take. */
const steps = 10_000_000
const longest = 4096
const longestWhenDoubling = 18

/**
 * Whether a value matches a pattern that a template brings along, in whole, as CloudFormation matches it; undefined when that cannot
 * be told: the pattern is of another dialect, or could take for ever.
 */
export function matchesPattern(pattern: string, value: string): boolean | undefined {
  if (pattern.length > longest || value.length > allowedLength(costOf(pattern))) return undefined
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

/** The longest text that a pattern can be tried on without taking for ever. */
export function longestWorthTrying(pattern: string): number {
  return pattern.length > longest ? 0 : allowedLength(costOf(pattern))
}

function allowedLength({ degree, doubling }: Cost): number {
  if (doubling) return longestWhenDoubling
  return Math.min(longest, Math.floor(steps ** (1 / Math.max(degree, 1))))
}

interface Group {
  degree: number
  /** It may match in several ways, or nothing at all. */
  choice: boolean
}

function costOf(pattern: string): Cost {
  const tokens =
    pattern.match(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)?|[*+?]|\{\d*,?\d*\}|[^]/g) ?? []
  const open: Group[] = [{ degree: 0, choice: false }]
  const optional = tokens.filter((token) => token === '?').length
  let doubling = optional > 15 || /\\[1-9]|\\k</.test(pattern)
  let last: Group = { degree: 0, choice: false }
  for (const token of tokens) {
    const around = open[open.length - 1] as Group
    const most = mostRepeats(token)
    if (token.startsWith('(')) open.push({ degree: 0, choice: false })
    else if (token === '|') around.choice = true
    else if (token === ')') last = close(open)
    else if (most === undefined) last = { degree: 0, choice: false }
    else {
      const isChoice = last.choice || last.degree > 0
      const isWide = most > 10 && !/^\{\d+\}$/.test(token)
      doubling ||= isChoice && most > 10
      around.degree += isWide ? 1 : last.degree * (most - 1)
      around.choice ||= token === '?'
      last = { degree: 0, choice: false }
    }
  }
  return { degree: open.reduce((sum, { degree }) => sum + degree, 0), doubling }
}

/** Ends a group; what it may cost once is part of what is around it. */
function close(open: Group[]): Group {
  const group = open.length > 1 ? (open.pop() as Group) : { degree: 0, choice: false }
  const around = open[open.length - 1] as Group
  around.degree += group.degree
  around.choice ||= group.choice
  return group
}

/** How often what stands before is matched at most; undefined for what is no repeat. */
function mostRepeats(token: string): number | undefined {
  if (token === '*' || token === '+') return Infinity
  if (token === '?') return 1
  const bounds = /^\{(\d*)(,?)(\d*)\}$/.exec(token)
  if (bounds === null) return undefined
  if (bounds[2] === '') return Number(bounds[1])
  return bounds[3] === '' ? Infinity : Number(bounds[3])
}
