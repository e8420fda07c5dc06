import type { Path } from './finding.ts'

/** Where YAML uses a part of itself again: `*name`, or `<<`, which adds the keys of another object. */
export interface SharedPart {
  readonly path: Path
  /** The anchor's name; undefined for `<<` itself. */
  readonly anchor?: string
}

/** By the template that was read: in JSON there are none, and CloudFormation takes none. */
const known = new WeakMap<object, readonly SharedPart[]>()

/** Remembers what a template's text uses again. */
export function withSharedParts<T>(template: T, parts: readonly SharedPart[]): T {
  if (parts.length > 0 && typeof template === 'object' && template !== null) known.set(template, parts)
  return template
}

export function sharedPartsOf(template: object): readonly SharedPart[] {
  return known.get(template) ?? []
}
