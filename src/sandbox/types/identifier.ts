import { generatedJson } from '../../validate/schemas/generated.ts'
import type { JsonObject } from '../world.ts'
import { textAt } from './fill-form.ts'

let naming: { readonly [type: string]: readonly string[] } | undefined

/**
 * What two resources of a type cannot share: the properties that name it, as one text. Undefined when the resource is given no name, or
 * the type has none.
 *
 * @example
 * identifierOf('AWS::Events::Rule', { Name: 'nightly', EventBusName: 'jobs' }) // 'nightly|jobs'
 */
export function identifierOf(type: string, properties: JsonObject): string | undefined {
  naming ??= generatedJson('naming') as { readonly [type: string]: readonly string[] }
  const names = Object.hasOwn(naming, type) ? (naming[type] ?? []) : []
  const parts = names.map((name) => textAt(properties, name.split(/[./]/)))
  // What the name lies in may be left out: the default bus, cluster or VPC.
  return parts.length === 0 || parts[0] === undefined ? undefined : parts.map((part) => part ?? '').join('|')
}
