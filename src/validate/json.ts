export interface JsonObject {
  readonly [key: string]: unknown
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The only key of an object; undefined when it has none or several, or is no object. */
export function onlyKey(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  let only: string | undefined
  // Much asked: without a list of all keys.
  for (const key in value) {
    if (only !== undefined) return undefined
    only = key
  }
  return only
}

/** A value as text. `String` throws for an object with a `toString` of its own, which JSON may hold. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

/** What a value is, in words for a message. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
