import type { Intrinsic, Scalar, Value } from './value.ts'
import { pointing, type Anchor } from './intrinsic.ts'
import { captureSource } from './source.ts'

/** Two levels of keys, then a value or a list of values. */
export type MappingTable = {
  readonly [topKey: string]: { readonly [secondKey: string]: Scalar | readonly Scalar[] }
}

type SecondKey<Table extends MappingTable> = { [K in keyof Table]: keyof Table[K] }[keyof Table] & string
type Entry<Table extends MappingTable> = { [K in keyof Table]: Table[K][keyof Table[K]] }[keyof Table]

const mappingKey: unique symbol = Symbol.for('cfstack.mapping') as never

/** A template mapping: a table that the template reads by two keys. */
export interface Mapping<Table extends MappingTable = MappingTable> {
  readonly id: string
  readonly table: Table
  /** `Fn::FindInMap`: the entry under two keys, each a literal or a value; with a default, a missing entry is no error. */
  get(
    topKey: (keyof Table & string) | Intrinsic<Scalar>,
    secondKey: SecondKey<Table> | Intrinsic<Scalar>,
    defaultValue?: Value<any>,
  ): Intrinsic<Entry<Table>>
  readonly [mappingKey]: Anchor
}

/**
 * Declares a mapping. A default needs the transform `AWS::LanguageExtensions`, which compose adds by itself.
 *
 * @example
 * const sizes = mapping('Sizes', { staging: { Instances: 1 }, production: { Instances: 3 } })
 * sizes.get(environment.ref, 'Instances')
 */
export function mapping<const Table extends MappingTable>(id: string, table: Table): Mapping<Table> {
  const anchor: Anchor = { id, source: captureSource() }
  const made = {
    id,
    table,
    get: (topKey: unknown, secondKey: unknown, defaultValue?: unknown) =>
      pointing(
        {
          'Fn::FindInMap': [
            id,
            topKey,
            secondKey,
            ...(defaultValue === undefined ? [] : [{ DefaultValue: defaultValue }]),
          ],
        },
        anchor,
      ),
  }
  Object.defineProperty(made, mappingKey, { value: anchor })
  return Object.freeze(made) as unknown as Mapping<Table>
}

/** Whether a value is a mapping that `mapping()` made. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && mappingKey in value
}

/** What look-ups in this mapping point to. */
export function anchorOfMapping(made: Mapping<any>): Anchor {
  return made[mappingKey]
}
