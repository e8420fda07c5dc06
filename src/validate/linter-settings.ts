import { isObject, type JsonObject } from './json.ts'

/** What a template, or a resource of it, tells cfn-lint about itself: `Metadata.cfn-lint.config`. We listen too. */
export interface LinterSettings {
  /** Codes, or beginnings of codes, that are not to be told. */
  readonly ignored: readonly string[]
  /** Why, by code or beginning: `ignore_reasons`, which cfn-lint passes over and people write all the same. */
  readonly reasons: ReadonlyMap<string, string>
  /** Regions that the template is meant for. */
  readonly regions: readonly string[]
  /** Numbers and truth values written as text are errors, although CloudFormation takes them. */
  readonly strictKinds: boolean
}

export function linterSettings(owner: JsonObject): LinterSettings {
  const config = at(owner, 'Metadata', 'cfn-lint', 'config')
  const strict = at(config, 'configure_rules', 'E3012', 'strict')
  return {
    ignored: texts(at(config, 'ignore_checks')),
    reasons: reasonsIn(at(config, 'ignore_reasons')),
    regions: texts(at(config, 'regions')),
    strictKinds: strict === true || (typeof strict === 'string' && strict.toLowerCase() === 'true'),
  }
}

/** An object of reasons by code, or a list of such. */
function reasonsIn(value: unknown): ReadonlyMap<string, string> {
  const entries = [value].flat().flatMap((one) => (isObject(one) ? Object.entries(one) : []))
  return new Map(entries.flatMap(([code, reason]) => (typeof reason === 'string' ? [[code, reason]] : [])))
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : []
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  )
}
