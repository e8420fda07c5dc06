import { allRules } from '../../validate/rules.ts'
import { paletteFor } from '../colour.ts'
import { openOutput } from '../output.ts'
import { ownVersion } from '../own-version.ts'
import { countsOf } from './counts.ts'
import { renderGithub } from './render-github.ts'
import { sarifOf } from './render-sarif.ts'
import { renderReport, renderTotal } from './render-text.ts'
import type { Report } from './report.ts'

/** How findings are printed: for people, as one JSON document, for code scanning, as annotations of GitHub Actions. */
export const formats = ['text', 'json', 'sarif', 'github'] as const

export type Format = (typeof formats)[number]

/** More templates than these are only counted when they are clean. */
const fewTemplates = 10

/** Prints what was found; the documents of machines go to standard output alone. */
export function printReports(reports: readonly Report[], format: Format): void {
  if (format === 'sarif') {
    openOutput(true).document(sarifOf(reports, { version: ownVersion(), rules: allRules() }))
    return
  }
  if (format === 'github') {
    openOutput(false).say(renderGithub(reports))
    return
  }
  const output = openOutput(format === 'json')
  output.document(documentOf(reports))
  const stream = output.json ? process.stderr : process.stdout
  const palette = paletteFor({ isTTY: stream.isTTY, env: process.env })
  const told = reports.filter(({ findings }) => findings.length > 0 || reports.length <= fewTemplates)
  for (const report of told) output.say(renderReport(report, palette))
  if (reports.length > 1) output.say(renderTotal(reports))
}

function documentOf(reports: readonly Report[]): object {
  return {
    templates: reports.map(({ file, findings, suppressed }) => ({ file, findings, suppressed })),
    counts: countsOf(reports),
  }
}
