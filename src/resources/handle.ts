import type { Dependency, Resource } from '../model/resource.ts'
import type { Id, Scalar, Value } from '../model/value.ts'
import { isResource } from '../model/resource.ts'

/** A resource made by another fragment, or anything that identifies one: an id, a parameter, an import. */
export type Handle<Type extends string> = Id<Type> | Resource<Type>

/** What a fragment must wait for: one resource or logical id, or several. */
export type After = Dependency | readonly Dependency[]

/** What `Ref` of the handle yields. */
export function idOf<Type extends string>(handle: Handle<Type>): Id<Type> {
  return isResource(handle) ? handle.ref : handle
}

/** What `Ref` of each handle yields. */
export function idsOf<Type extends string>(handles: readonly Handle<Type>[]): readonly Id<Type>[] {
  return handles.map((handle) => idOf(handle))
}

/** A number as the text that some properties want; an intrinsic stays what it is. */
export function asText(value: Value<Scalar>): Value<string> {
  return typeof value === 'object' ? value : String(value)
}

/** The `DependsOn` option, absent when there is nothing to wait for. */
export function after(...waits: readonly (After | undefined)[]): {
  readonly DependsOn?: readonly Dependency[]
} {
  const all = waits.flatMap((wait) => (wait === undefined ? [] : isList(wait) ? wait : [wait]))
  return all.length > 0 ? { DependsOn: all } : {}
}

function isList(wait: After): wait is readonly Dependency[] {
  return Array.isArray(wait)
}
