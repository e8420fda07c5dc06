import type { Finding } from './finding.ts'
import { isObject, type JsonObject } from './json.ts'
import { linterSettings } from './linter-settings.ts'

/** A wish not to hear of a code: of a flag, of a comment in the code that made the template, or of the template itself. */
export interface Suppression {
  /** Code, or the beginning of codes. */
  readonly code: string
  /** Why it is right as it is. */
  readonly reason?: string
  /** `file:line` of the comment. */
  readonly source?: string
  /** Whose findings are meant; of the whole template when absent. */
  readonly logicalIds?: readonly string[]
}

/** A finding that somebody asked not to hear of, and who did. */
export interface SuppressedFinding extends Finding {
  readonly suppression: Suppression
}

/** What is to be heard of, and what not. */
export interface Wishes {
  /** Codes, or beginnings of codes, that nobody wants to hear of. */
  readonly ignore?: readonly (string | Suppression)[]
  /** Those that nobody can suppress, neither by metadata nor by a comment or flag. */
  readonly mandatory?: readonly string[]
}

/** Parts findings into those that are wanted and those that are suppressed. */
export function sift(
  findings: readonly Finding[],
  template: JsonObject,
  { ignore = [], mandatory = [] }: Wishes,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  const given = ignore.map((one) => (typeof one === 'string' ? { code: one } : one))
  const wanted: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  for (const finding of findings) {
    const isMandatory = mandatory.some((prefix) => prefix !== '' && finding.code.startsWith(prefix))
    const suppression = isMandatory ? undefined : suppressionOf(finding, template, given)
    if (suppression === undefined) wanted.push(finding)
    else suppressed.push({ ...finding, suppression })
  }
  return { findings: wanted, suppressed }
}

/** What suppresses a finding: one of the wishes given, or the template's or resource's `Metadata.cfn-lint.config.ignore_checks`. */
function suppressionOf(
  finding: Finding,
  template: JsonObject,
  given: readonly Suppression[],
): Suppression | undefined {
  return given.find((one) => concerns(one, finding)) ?? ofMetadata(finding, template)
}

/** Parameters, outputs and the like have their names at the same place as resources. */
function concerns({ code, logicalIds }: Suppression, finding: Finding): boolean {
  if (code === '' || !finding.code.startsWith(code)) return false
  return logicalIds === undefined || logicalIds.includes(finding.logicalId ?? String(finding.path[1]))
}

function ofMetadata({ code, logicalId }: Finding, template: JsonObject): Suppression | undefined {
  const { Resources: resources } = template
  const known = isObject(resources) && logicalId !== undefined && Object.hasOwn(resources, logicalId)
  const resource = known ? resources[logicalId] : undefined
  const owners = isObject(resource) ? [template, resource] : [template]
  for (const owner of owners) {
    const { ignored, reasons } = linterSettings(owner)
    const prefix = ignored.find((one) => code.startsWith(one))
    if (prefix === undefined) continue
    return { code: prefix, reason: reasons.get(prefix) ?? reasons.get(code) ?? 'cfn-lint metadata' }
  }
  return undefined
}
