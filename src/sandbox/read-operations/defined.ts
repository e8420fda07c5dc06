import type { JsonObject } from '../world.ts'

/** The fields that have a value: an answer leaves out what there is not. */
export function defined(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** A time in an answer. */
export function iso(at: number): string {
  return new Date(at).toISOString()
}

/** A time in an answer that may be missing. */
export function isoIf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : iso(at)
}
