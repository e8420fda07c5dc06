import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import type { JsonObject } from '../world.ts'

/** The form of the physical id of a type, as far as the specification says what identifies it. */
export function identifierForm(type: string, properties: JsonObject): string {
  const parts = typeCatalog().facts(type).primaryIdentifier ?? []
  if (parts.length === 0) return '{name:128}'
  return parts.map((part) => partForm(type, part, properties)).join('|')
}

function partForm(type: string, part: string, properties: JsonObject): string {
  const path = part.replaceAll('/', '.')
  if (Object.hasOwn(properties, path)) return `{${path}}`
  if (/arn$/i.test(path)) {
    const [, service = '', kind = ''] = type.split('::')
    return `arn:{partition}:${service.toLowerCase()}:{region}:{account}:${kind.toLowerCase()}/{lower:16}`
  }
  return /id$/i.test(path) ? '{lower:16}' : '{name:128}'
}
