import { countsOf, renderCounts } from './counts.ts'
import { placeInFile, type PlacedFinding, type Report } from './report.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * Findings as annotations of GitHub Actions, a line each; the last line counts them.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function renderGithub(reports: readonly Report[]): string {
  const lines = reports.flatMap(({ file, findings }) => findings.map((one) => annotation(file, one)))
  return [...lines, renderCounts(countsOf(reports))].join('\n')
}

function annotation(template: string, finding: PlacedFinding): string {
  const { file, line, column } = placeInFile(template, finding)
  const properties = Object.entries({
    file,
    line,
    col: column,
    title: `${finding.code} ${finding.path.join('.')}`.trim(),
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const text = [finding.message, ...(finding.hint === undefined ? [] : [`hint: ${finding.hint}`])].join('\n')
  return `::${commands[finding.level]} ${properties.join(',')}::${escapeData(text)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
