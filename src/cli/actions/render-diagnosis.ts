import type { Diagnosis } from '../../deploy/doctor/diagnosis.ts'
import { renderNotable } from '../commands/status.ts'

/** A diagnosis as lines for people. */
export function renderDiagnosis(diagnosis: Diagnosis): string {
  const { stack, status, meaning, since, resources, rootCause: cause, ways, notes, kind } = diagnosis
  const where = cause?.source === undefined ? '' : `, ${cause.source}`
  return [
    `Stack "${stack}": ${status}${since === undefined ? '' : ` since ${since}`}`,
    `  ${meaning}.`,
    ...(cause === undefined ? [] : [`  Cause: ${cause.logicalId} (${cause.type}${where}): ${cause.reason}`]),
    ...(resources.length === 0
      ? []
      : [kind === 'busy' ? '  It waits for:' : '  Stuck:', ...resources.map(renderNotable)]),
    ...notes.map((note) => `  ${note}`),
    ...(ways.length === 0 ? [] : ['  Ways on:']),
    ...ways.map(({ name, does, command }, index) => `    ${index + 1}. ${name}: ${does}\n       ${command}`),
  ].join('\n')
}
