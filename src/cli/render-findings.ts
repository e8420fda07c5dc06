import type { Finding } from '../validate/finding.ts'

/** Where a finding is, for files whose positions are known. */
export type Locate = (finding: Finding) => { readonly line: number; readonly column: number } | undefined

/**
 * Findings of one template as text: errors first, each with its place, code, message and hint; a count at the end. Empty when there
 * is none.
 */
export function renderFindings(
  file: string,
  findings: readonly Finding[],
  locate: Locate = () => undefined,
): string {
  if (findings.length === 0) return ''
  const sorted = [...findings].sort((a, b) => rank[a.level] - rank[b.level])
  return [...sorted.map((one) => renderFinding(file, one, locate)), `${file}: ${counts(findings)}`].join('\n')
}

const rank = { error: 0, warning: 1, info: 2 } as const

function renderFinding(file: string, finding: Finding, locate: Locate): string {
  const at = locate(finding)
  const place = finding.source ?? (at === undefined ? file : `${file}:${at.line}:${at.column}`)
  const lines = [`${place}  ${finding.level} ${finding.code}  ${finding.message}`]
  if (finding.path.length > 0) lines.push(`  at ${finding.path.join('.')}`)
  if (finding.hint !== undefined) lines.push(`  hint: ${finding.hint}`)
  return lines.join('\n')
}

function counts(findings: readonly Finding[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const count = findings.filter((one) => one.level === level).length
    return count === 0 ? [] : [`${count} ${level}${count === 1 || level === 'info' ? '' : 's'}`]
  })
  return parts.join(', ')
}
