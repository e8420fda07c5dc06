import type { SourceLine } from './source.ts'
import type { Intrinsic } from './value.ts'

/** Points from a `Ref`, `Fn::GetAtt` or `Condition` to what it names; never printed. */
const targetKey: unique symbol = Symbol.for('cfstack.target') as never

/** What stands behind a logical id, and the line that made it. Overridden copies keep the anchor, so references follow them. */
export interface Anchor {
  readonly id: string
  readonly source: () => SourceLine | undefined
}

/** Makes an intrinsic from its JSON, for functions that cfstack has no name for yet. The type of what it yields is yours to say. */
export function raw<T = any>(json: object): Intrinsic<T> {
  return Object.freeze({ ...json }) as unknown as Intrinsic<T>
}

/** Makes an intrinsic that remembers what it refers to, besides the name that it prints. */
export function pointing<T, I extends string>(json: object, target: Anchor): Intrinsic<T, I> {
  return Object.freeze(
    Object.defineProperty({ ...json }, targetKey, { value: target }),
  ) as unknown as Intrinsic<T, I>
}

/** What an intrinsic made by `pointing` refers to. */
export function targetOf(value: object): Anchor | undefined {
  return (value as { [targetKey]?: Anchor })[targetKey]
}

/** The targets of the `${…}` places of a `sub` text, by the text between the braces. */
const placesKey: unique symbol = Symbol.for('cfstack.places') as never

/** Makes a `Fn::Sub` that remembers what its places refer to. */
export function withPlaces<T>(json: object, places: ReadonlyMap<string, Anchor>): Intrinsic<T> {
  return Object.freeze(
    Object.defineProperty({ ...json }, placesKey, { value: places }),
  ) as unknown as Intrinsic<T>
}

/** The targets of a `Fn::Sub` made by `withPlaces`. */
export function placesOf(value: object): ReadonlyMap<string, Anchor> | undefined {
  return (value as { [placesKey]?: ReadonlyMap<string, Anchor> })[placesKey]
}
