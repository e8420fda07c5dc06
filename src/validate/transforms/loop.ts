import { isObject, type JsonObject } from '../json.ts'

/** `Fn::ForEach::Name: [identifier, collection, body]`. */
export interface Loop {
  readonly identifier: string
  readonly collection: unknown
  readonly body: JsonObject
}

/** Whether a key is that of a loop. */
export function isLoopKey(key: string): boolean {
  return /^Fn::ForEach::[A-Za-z0-9]+$/.test(key)
}

/** Undefined when it is malformed. */
export function loopOf(value: unknown): Loop | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined
  const [identifier, collection, body] = value as readonly unknown[]
  return typeof identifier === 'string' && isObject(body) ? { identifier, collection, body } : undefined
}
