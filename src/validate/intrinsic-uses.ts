import type { Path } from './finding.ts'
import { isObject, type JsonObject } from './json.ts'

/** One function call in a template. */
export interface IntrinsicUse {
  /** `Ref`, `Condition`, or `Fn::…`. */
  readonly name: string
  readonly argument: unknown
  /** Path of the call's key: ends in `name`. */
  readonly path: Path
}

/** Sections where functions mean something; elsewhere (Metadata, Parameters) they are data. */
const sections = ['Globals', 'Resources', 'Outputs', 'Conditions', 'Rules']

/** Every function call of a template, found in one walk. */
export function collectUses(template: { readonly [section: string]: unknown }): readonly IntrinsicUse[] {
  const uses: IntrinsicUse[] = []
  for (const section of sections) walk(template[section], [section], uses)
  return uses
}

/** Every function call in a part of a template. */
export function usesIn(value: unknown, path: Path): readonly IntrinsicUse[] {
  const uses: IntrinsicUse[] = []
  walk(value, [...path], uses)
  return uses
}

/** The path is one list, to which steps are added on the way down and taken away on the way up: most values are in no call. */
function walk(value: unknown, path: (string | number)[], uses: IntrinsicUse[]): void {
  if (typeof value !== 'object' || value === null) return
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value)
  const only = Array.isArray(keys) && keys.length === 1 ? (keys[0] as string) : undefined
  const isUse = only !== undefined && isCall(only, (value as JsonObject)[only], path)
  for (const key of keys) {
    const inner = (value as { readonly [key: string | number]: unknown })[key]
    path.push(key)
    if (isUse) uses.push({ name: key as string, argument: inner, path: [...path] })
    walk(inner, path, uses)
    path.pop()
  }
}

/** `Condition` is a call only where a condition is expected; in a policy document it is a block of that name. */
function isCall(key: string, argument: unknown, path: Path): boolean {
  if (key === 'Ref') return true
  if (key === 'Condition')
    return typeof argument === 'string' && path.length > 1 && !(path[0] === 'Resources' && path.length === 2)
  return key.startsWith('Fn::') && !(path.length === 1 && isObject(argument))
}
