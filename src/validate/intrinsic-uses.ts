import type { Path } from './finding.ts'
import { isObject } from './json.ts'

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
  walk(value, path, uses)
  return uses
}

function walk(value: unknown, path: Path, uses: IntrinsicUse[]): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) walk(value[i], [...path, i], uses)
    return
  }
  const keys = Object.keys(value)
  const call =
    keys.length === 1 &&
    isCall(keys[0] as string, (value as { [key: string]: unknown })[keys[0] as string], path)
  for (const key of keys) {
    const inner = (value as { readonly [key: string]: unknown })[key]
    const here = [...path, key]
    if (call) uses.push({ name: key, argument: inner, path: here })
    walk(inner, here, uses)
  }
}

/** `Condition` is a call only where a condition is expected; in a policy document it is a block of that name. */
function isCall(key: string, argument: unknown, path: Path): boolean {
  if (key === 'Ref') return true
  if (key === 'Condition')
    return typeof argument === 'string' && path.length > 1 && !(path[0] === 'Resources' && path.length === 2)
  return key.startsWith('Fn::') && !(path.length === 1 && isObject(argument))
}
