import type { Level } from '../../validate/finding.ts'
import type { Report } from './report.ts'

/** How many findings there are, by level; those that are suppressed apart. */
export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly suppressed: number
}

export function countsOf(reports: readonly Report[]): Counts {
  const of = (level: Level): number =>
    reports.reduce((sum, { findings }) => sum + findings.filter((one) => one.level === level).length, 0)
  const suppressed = reports.reduce((sum, report) => sum + report.suppressed.length, 0)
  return { errors: of('error'), warnings: of('warning'), infos: of('info'), suppressed }
}

/** Counts as text, `2 errors, 1 warning, 3 suppressed`; `no findings` when all are zero. */
export function renderCounts({ errors, warnings, infos, suppressed }: Counts): string {
  const parts = [
    ...(errors > 0 ? [`${errors} error${errors > 1 ? 's' : ''}`] : []),
    ...(warnings > 0 ? [`${warnings} warning${warnings > 1 ? 's' : ''}`] : []),
    ...(infos > 0 ? [`${infos} info`] : []),
  ]
  const found = parts.length > 0 ? parts.join(', ') : 'no findings'
  return suppressed > 0 ? `${found}, ${suppressed} suppressed` : found
}
