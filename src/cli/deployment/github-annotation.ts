import type { RootCause } from '../../deploy/events/root-cause.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'

/** The root cause as an annotation of GitHub Actions, beside the line that made the resource. */
export function githubAnnotation(stack: string, cause: RootCause, { settings, file }: DeployTarget): string {
  const source = settings.sources?.[cause.path?.[0] ?? cause.logicalId]
  const [, path = file, line] = /^(.*):(\d+)$/.exec(source ?? '') ?? []
  const properties = Object.entries({
    file: path,
    line,
    title: `Stack ${stack}: ${cause.logicalId} ${cause.status}`,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(value)}`]))
  return `::error ${properties.join(',')}::${escapeData(cause.reason)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
