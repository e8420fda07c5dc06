import { paletteFor, type Palette } from '../colour.ts'
import { countsOf, renderCounts } from './counts.ts'
import { groupFindings, type FindingGroup } from './group.ts'
import type { PlacedFinding, Report } from './report.ts'

const plain = paletteFor({ env: {} })

/** How many places of a repeated finding are listed. */
const shown = 8

/**
 * The findings of one template as text: errors first, each with its place, code, message, value and hint; those that say the same of
 * several places once, with the places. The last line counts them.
 */
export function renderReport(report: Report, palette: Palette = plain): string {
  const groups = groupFindings(report.findings).map((group) => renderGroup(report.file, group, palette))
  return printable([...groups, `${report.file}: ${renderCounts(countsOf([report]))}`].join('\n'))
}

/** The last line for several templates. */
export function renderTotal(reports: readonly Report[]): string {
  const clean = reports.filter(({ findings }) => findings.length === 0).length
  return `${reports.length} templates, ${clean} without findings: ${renderCounts(countsOf(reports))}`
}

function renderGroup(file: string, { first, all }: FindingGroup, palette: Palette): string {
  const { level, code, message, hint } = first
  const what = `${palette.level(level)(`${level} ${code}`)}  ${message}`
  const places =
    all.length === 1
      ? [`${placeOf(file, first)}  ${what}`, ...atPath(first).map((path) => palette.dim(`  at ${path}`))]
      : [`${what}  (${all.length} places)`, ...placesOf(file, all).map((line) => palette.dim(line))]
  return [...places, ...(hint === undefined ? [] : [`  hint: ${hint}`])].join('\n')
}

function placesOf(file: string, all: readonly PlacedFinding[]): readonly string[] {
  const listed = all.slice(0, shown)
  const width = Math.max(...listed.map((one) => placeOf(file, one).length))
  const lines = listed.map((one) =>
    `  ${placeOf(file, one).padEnd(width)}  ${atPath(one).join('')}`.trimEnd(),
  )
  return all.length > shown ? [...lines, `  and ${all.length - shown} more`] : lines
}

/** The line of code that made it, or line and column of the file, or the file. */
function placeOf(file: string, { source, line, column }: PlacedFinding): string {
  return source ?? (line === undefined ? file : `${file}:${line}:${column}`)
}

/** The path, with the value that stands there unless the message says it. */
function atPath({ path, message, value }: PlacedFinding): readonly string[] {
  if (path.length === 0) return []
  const text = value === undefined ? undefined : JSON.stringify(value)
  const known = text === undefined || message.includes(`"${value}"`) || message.includes(text)
  return [known ? path.join('.') : `${path.join('.')} = ${text}`]
}

/** Templates may hold control characters; a terminal would obey them. Ours, for colour, stay. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/(?!\u001B\[\d{1,2}m)[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
