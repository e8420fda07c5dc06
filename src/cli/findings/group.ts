import type { PlacedFinding } from './report.ts'

/** Findings that say the same of several places. */
export interface FindingGroup {
  readonly first: PlacedFinding
  readonly all: readonly PlacedFinding[]
}

/** Puts together what has code, level, message and hint in common, in the order of the first of each. */
export function groupFindings(findings: readonly PlacedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, [PlacedFinding, ...PlacedFinding[]]>()
  for (const finding of findings) {
    const { code, level, message, hint = '' } = finding
    const key = [code, level, message, hint].join('\0')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()].map((all) => ({ first: all[0], all }))
}
