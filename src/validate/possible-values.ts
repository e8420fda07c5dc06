import { isListType } from './functions/yields.ts'
import { isObject, onlyKey, textOf, type JsonObject } from './json.ts'
import type { TemplateView } from './template-view.ts'

/** The texts that a value may be: itself, or what a parameter allows; undefined when that is not known here. */
export function possibleTexts(value: unknown, { parameters }: TemplateView): readonly string[] | undefined {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  const name = onlyKey(value) === 'Ref' ? (value as JsonObject)['Ref'] : undefined
  const parameter = typeof name === 'string' && Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (!isObject(parameter) || typeof parameter['Type'] !== 'string') return undefined
  const { Type: type, AllowedValues: allowed, Default: fallback } = parameter
  if (isListType(type) || type.startsWith('AWS::SSM::')) return undefined
  if (Array.isArray(allowed) && allowed.length > 0) return allowed.map(textOf)
  return typeof fallback === 'string' || typeof fallback === 'number' ? [String(fallback)] : undefined
}
