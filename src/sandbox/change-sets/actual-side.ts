import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import { spokenOf } from '../drift/differences.ts'
import { readProperties } from '../types/read-properties.ts'
import type { JsonObject, LiveResource } from '../world.ts'
import { isWrittenAlike } from './written-at.ts'

interface Known {
  /** What the last deployment asked for. */
  readonly deployed: JsonObject
  /** What the template asks for. */
  readonly wanted: JsonObject
}

/** What a resource really has of what its stack or the template speaks of; what cannot be read is as the last deployment left it. */
export function actualSide(live: LiveResource, { deployed, wanted }: Known): JsonObject {
  const actual = structuredClone(spokenOf(readProperties(live), deployed, wanted)) as Tree
  for (const path of unreadPaths(live.type)) put(actual, path, at(deployed, path))
  return actual
}

/** Properties of a resource that its service never tells, as `['Code', 'S3Key']`. Those in lists are left out. */
export function unreadPaths(type: string): readonly (readonly string[])[] {
  const paths = typeCatalog().facts(type).writeOnly ?? []
  return paths.filter((path) => !path.includes('*')).map((path) => path.split('/'))
}

/** The properties that a resource has of those. */
export function unreadOf(type: string, properties: JsonObject): readonly string[] {
  return unreadPaths(type)
    .filter((path) => at(properties, path) !== undefined)
    .map((path) => path.join('/'))
}

/** A value with those parts hidden that are hidden in what was deployed. */
export function hiddenAlike(actual: unknown, deployed: unknown, shown: unknown): unknown {
  if (isTree(actual) && isTree(deployed) && isTree(shown)) {
    const parts = Object.entries(actual).map(([key, part]) => [
      key,
      hiddenAlike(part, deployed[key], shown[key]),
    ])
    return Array.isArray(actual) ? parts.map(([, part]) => part) : Object.fromEntries(parts)
  }
  return shown === undefined || isWrittenAlike(deployed, shown) ? actual : shown
}

interface Tree {
  [key: string]: unknown
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

function at(properties: JsonObject, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (isTree(value) ? value[step] : undefined), properties)
}

function put(properties: Tree, path: readonly string[], value: unknown): void {
  const holder = at(properties, path.slice(0, -1))
  const name = path.at(-1)
  if (!isTree(holder) || name === undefined) return
  if (value === undefined) delete holder[name]
  else holder[name] = value
}
