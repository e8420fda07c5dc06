import type { Finding } from './finding.ts'
import { isObject, type JsonObject } from './json.ts'

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

/** Parts findings into those that are wanted and those that are suppressed. */
export function sift(
  findings: readonly Finding[],
  template: JsonObject,
  ignore: readonly (string | Suppression)[],
): { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  const given = ignore.map((one) => (typeof one === 'string' ? { code: one } : one))
  const wanted: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  for (const finding of findings) {
    const suppression = suppressionOf(finding, template, given)
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
  const resource = logicalId === undefined ? undefined : at(template, 'Resources', logicalId)
  const prefixes = [...ignored(template), ...(isObject(resource) ? ignored(resource) : [])]
  const prefix = prefixes.find((one) => code.startsWith(one))
  return prefix === undefined ? undefined : { code: prefix, reason: 'cfn-lint metadata' }
}

/** Codes, or beginnings of codes. */
function ignored(owner: JsonObject): readonly string[] {
  const codes = at(owner, 'Metadata', 'cfn-lint', 'config', 'ignore_checks')
  return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string' && code !== '') : []
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  )
}
