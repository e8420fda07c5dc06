import { isObject } from '../../../../validate/json.ts'
import type { JsonObject } from '../../../world.ts'

/** Properties with those that all resources of their type share: objects are merged, lists joined, anything else is the resource's. */
export function withGlobals(properties: JsonObject, globals: unknown): JsonObject {
  return isObject(globals) ? (merged(globals, properties) as JsonObject) : properties
}

function merged(shared: unknown, own: unknown): unknown {
  if (Array.isArray(shared) && Array.isArray(own)) return [...shared, ...own]
  if (!isObject(shared) || !isObject(own) || isCall(shared) || isCall(own)) return own
  const keys = new Set([...Object.keys(shared), ...Object.keys(own)])
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      !(key in own) ? shared[key] : key in shared ? merged(shared[key], own[key]) : own[key],
    ]),
  )
}

function isCall(value: JsonObject): boolean {
  const [key, ...others] = Object.keys(value)
  return others.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'))
}
