import type { Finding } from '../../validate/finding.ts'

/** What a second validator adds: all that the first has not said at the same place, or a place inside or around it, under the same code. */
export function addedFindings(ours: readonly Finding[], theirs: readonly Finding[]): readonly Finding[] {
  const added: Finding[] = []
  for (const finding of theirs) {
    const isKnown = (one: Finding): boolean => one.code === finding.code && areNested(one, finding)
    const isRepeated = added.some((one) => isKnown(one) && one.message === finding.message)
    if (!isRepeated && !ours.some(isKnown)) added.push(finding)
  }
  return added
}

function areNested(a: Finding, b: Finding): boolean {
  const length = Math.min(a.path.length, b.path.length)
  // Two findings about the template as a whole have nothing in common but that.
  if (length < 2) return a.path.length === b.path.length && a.path[0] === b.path[0]
  return a.path.slice(0, length).every((step, i) => String(step) === String(b.path[i]))
}
