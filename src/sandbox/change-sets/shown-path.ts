import { tags as taggable } from '../../spec/generated/tags.ts'
import { isObject } from '../../validate/json.ts'
import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import type { JsonObject } from '../world.ts'

/**
 * Where a change is shown that was found at a path: CloudFormation looks into everything whose members its schemas know. Documents, as policies are, and
 * tags are shown as a whole.
 */
export function shownPath(type: string, path: readonly string[]): readonly string[] {
  if (isTags(type, path)) return path.slice(0, 1)
  const root = typeCatalog().schema(type) as JsonObject | undefined
  let node = root
  for (const [depth, step] of path.entries()) {
    node = resolved(root, node)
    if (node === undefined) return path
    if (depth > 0 && isDocument(node)) return path.slice(0, depth)
    node = member(node, step)
  }
  return path
}

/** True for the property that holds a resource's tags. */
export function isTags(type: string, path: readonly string[]): boolean {
  const property = Object.hasOwn(taggable, type) ? taggable[type]?.split(':')[1] : undefined
  return property !== undefined && path[0] === property
}

function resolved(root: JsonObject | undefined, node: JsonObject | undefined): JsonObject | undefined {
  const [, name] = /^#\/definitions\/(.+)$/.exec(String(node?.['$ref'] ?? '')) ?? []
  const definitions = root?.['definitions']
  return name === undefined || !isObject(definitions) ? node : objectOf(definitions[name])
}

function isDocument(node: JsonObject): boolean {
  const kinds = [node['is']].flat()
  if (node['format'] === 'json') return true
  return (
    kinds.includes('object') &&
    !['properties', 'patternProperties', 'anyOf', 'oneOf'].some((key) => key in node)
  )
}

function member(node: JsonObject, step: string): JsonObject | undefined {
  const { properties, patternProperties, items } = node
  if (/^\d+$/.test(step) && items !== undefined) return objectOf(items)
  if (isObject(properties) && Object.hasOwn(properties, step)) return objectOf(properties[step])
  return isObject(patternProperties) ? objectOf(Object.values(patternProperties)[0]) : undefined
}

function objectOf(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined
}
