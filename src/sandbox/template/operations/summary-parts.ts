import { defined } from '../../read-operations/defined.ts'
import type { JsonObject } from '../../world.ts'
import { capabilitiesNeeded } from '../capabilities.ts'
import { declaredParameters } from '../parameters/declared-parameter.ts'
import { transformsOf } from '../transforms/transforms-of.ts'

/** The parameters that a template declares, as `ValidateTemplate` gives them. */
export function parameterSummaries(template: JsonObject): readonly JsonObject[] {
  return declaredParameters(template).map(({ key, default: fallback, noEcho, description }) =>
    defined({ ParameterKey: key, DefaultValue: fallback, NoEcho: noEcho, Description: description }),
  )
}

/**
 * The capabilities that a template needs, and why. Nothing for templates with language extensions, whose resources are known only once
 * these are worked out.
 */
export function capabilitySummary(template: JsonObject): JsonObject {
  if (transformsOf(template).includes('AWS::LanguageExtensions')) return {}
  const needed = capabilitiesNeeded(template)
  if (needed.length === 0) return {}
  const reasons = [...new Set(needed.flatMap(({ reason }) => reason))]
  return {
    Capabilities: needed.map(({ capability }) => capability),
    CapabilitiesReason: `The following resource(s) require capabilities: [${reasons.join(', ')}]`,
  }
}

/** The transforms that a template declares. */
export function declaredTransforms(template: JsonObject): readonly string[] | undefined {
  const names = transformsOf(template)
  return names.length === 0 ? undefined : names
}
