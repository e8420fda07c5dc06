/** What the generated modules of `cfstack/aws/*` name: types only, imported as a namespace because AWS has a `Tag` and a `Value` too. */
import type { List as ListOf, Intrinsic } from './value.ts'

export type { Id, Intrinsic, Json, List, Value } from './value.ts'
export type { Resource, ResourceOptions as Options } from './resource.ts'
import type { Value as ValueOf } from './value.ts'

/** A tag as most resources take it. */
export interface Tag {
  readonly Key: ValueOf<string>
  readonly Value: ValueOf<string>
}

/** Names to values of one kind. */
export type Map<Item> = { readonly [key: string]: Item } | Intrinsic<object, string>

/** An attribute that yields one value, and says what it identifies. */
export type Attribute<T, Identity extends string = never> = Intrinsic<T, Identity>

/** A list of tags; each may be a choice: `ifElse(isProduction, { Key: 'Tier', Value: 'gold' }, noValue)`. */
export type Tags = ListOf<ValueOf<Tag>>
