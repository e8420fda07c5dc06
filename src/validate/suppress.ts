import type { Finding } from './finding.ts'
import { isObject, type JsonObject } from './json.ts'

/** Whether the template, or the resource, asks not to hear of this: `Metadata.cfn-lint.config.ignore_checks`. */
export function isSuppressed({ code, logicalId }: Finding, template: JsonObject): boolean {
  if (ignored(template).some((prefix) => code.startsWith(prefix))) return true
  const resource = logicalId === undefined ? undefined : at(template, 'Resources', logicalId)
  return isObject(resource) && ignored(resource).some((prefix) => code.startsWith(prefix))
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
