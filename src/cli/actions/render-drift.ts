import type { DriftedProperty, DriftedResource, DriftReport } from '../../deploy/drift/drift-report.ts'

/** A drift report as lines for people; the last line counts and never changes its form. */
export function renderDrift(report: DriftReport): string {
  const { stack, resources, inSync, unchecked, incomplete } = report
  return [
    `Drift of stack "${stack}":`,
    ...resources.flatMap(renderResource),
    ...(incomplete === undefined ? [] : [`  Not complete: ${incomplete}`]),
    ...(unchecked.length === 0 ? [] : [`  Not compared: ${unchecked.join(', ')}`]),
    `Drift: ${count(resources, 'MODIFIED')} changed, ${count(resources, 'DELETED')} deleted, ${inSync} in sync, ${unchecked.length} not compared`,
  ].join('\n')
}

function renderResource({
  logicalId,
  type,
  status,
  source,
  physicalId,
  differences,
}: DriftedResource): readonly string[] {
  const what = status === 'DELETED' ? '- deleted' : '~ changed'
  const where = [physicalId, source].filter((part) => part !== undefined).join(', ')
  return [
    `  ${what}  ${logicalId}  ${type}${where === '' ? '' : `  (${where})`}`,
    ...differences.map(renderProperty),
  ]
}

function renderProperty({ path, change, expected, actual }: DriftedProperty): string {
  const shown = (value: string | undefined) => (value === undefined ? 'none' : JSON.stringify(value))
  return `      ${path}: template ${shown(expected)}, really ${shown(actual)}  (${change})`
}

function count(resources: readonly DriftedResource[], status: DriftedResource['status']): number {
  return resources.filter((one) => one.status === status).length
}
