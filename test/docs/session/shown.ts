interface Kind {
  readonly pattern: RegExp
  /** More lines of the kind than this are not all shown. */
  readonly most: number
  /** How many are shown then, at the begin and at the end. */
  readonly begin: number
  readonly end: number
}

const kinds: readonly Kind[] = [
  { pattern: /^ {2}[+~±-] .{4,6} {2,}\S/, most: 8, begin: 5, end: 2 },
  { pattern: /^\d\d:\d\d:\d\d /, most: 18, begin: 8, end: 5 },
  { pattern: /^ +\w+ = /, most: 5, begin: 3, end: 1 },
]

/** What of a command's output is shown: the middle of many lines of one kind is left out. */
export function shown(output: readonly string[]): readonly string[] {
  const lines: string[] = []
  for (let at = 0; at < output.length;) {
    const kind = kinds.find(({ pattern }) => pattern.test(output[at] ?? ''))
    const after = kind === undefined ? -1 : output.findIndex((line, i) => i > at && !kind.pattern.test(line))
    const end = kind === undefined ? at + 1 : after < 0 ? output.length : after
    lines.push(...shortened(output.slice(at, end), kind))
    at = end
  }
  return lines
}

function shortened(run: readonly string[], kind: Kind | undefined): readonly string[] {
  if (kind === undefined || run.length <= kind.most) return run
  return [...run.slice(0, kind.begin), '…', ...run.slice(-kind.end)]
}

/** A line without what differs from run to run: times, ids, addresses, random ends of names. */
export function masked(line: string): string {
  return line
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d:\d\d/g, 'TIME')
    .replaceAll(/\b(\w+)-[0-9a-f]{17}\b/g, '$1-ID')
    .replaceAll(/-[A-Za-z0-9]{12}\b/g, '-ID')
    .replaceAll(/\bZ[A-Z0-9]{13,}\b/g, 'ZONE')
    .replaceAll(/\b\d+\.\d+\.\d+\.\d+\b/g, 'IP')
}

/** Whether a line reports an event: resources go their ways at the same time, and the order may be another. */
export function isEvent(line: string): boolean {
  return /^\d\d:\d\d:\d\d /.test(line)
}
