import { isObject, onlyKey } from '../../../../validate/json.ts'
import type { JsonObject } from '../../../world.ts'

/** A state machine's definition as text, and the functions in it, for which the text has variables. */
export function definitionString(definition: unknown): {
  readonly text: string
  readonly substitutions: JsonObject
} {
  const substitutions: { [name: string]: unknown } = {}
  const take = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(take)
    if (!isObject(value)) return value
    const call = onlyKey(value)
    if (call === 'Ref' || call?.startsWith('Fn::') === true) {
      const name = `definition_substitution_${Object.keys(substitutions).length + 1}`
      substitutions[name] = value
      return `\${${name}}`
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, take(inner)]))
  }
  return { text: JSON.stringify(take(definition)), substitutions }
}
