import type { Condition } from './condition.ts'
import type { ForEach } from './for-each.ts'
import type { Mapping } from './mapping.ts'
import type { Output } from './output.ts'
import type { Parameter } from './parameter.ts'
import type { Resource } from './resource.ts'
import type { Rule } from './rule.ts'

/** A resource or parameter made by the `cloudform` package; its key in the fragment is its logical id. */
export interface CloudformElement {
  readonly Type: string
  readonly Properties?: object
}

/** What a template is made of. */
export type Element =
  Resource | Parameter<any> | Condition | Mapping<any> | Rule | Output | ForEach | CloudformElement

/**
 * A fragment: a plain object whose values are elements, other fragments, or arrays of these. What a function returns is both its
 * handle and its content. `undefined` stands for a part that an option left out. Text, numbers and intrinsics are handles
 * only and add nothing.
 */
export type Fragment = object
