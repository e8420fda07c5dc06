import { isDeepStrictEqual } from 'node:util'
import { isMalformed } from './formats.ts'
import type { AnySchema } from './prepare.ts'
import { longestMatched, toRegExp } from './patterns.ts'

import type { Fault } from './fault.ts'
import { judgeLeaves, type LeafKeywords } from './leaves.ts'
import { knownText } from './marker.ts'

/**
 * What the generated validators call, under the name `judges`. All judge loosely, as CloudFormation does: a number is a string
 * too, and `"5"` a number. Symbols stand for values that are not known before deployment.
 */
export const judges = {
  toRegExp: lazyPattern,
  isWrong,
  allowed,
  names: lazyNames,
  isAmong,
  isOther,
  below: isBelow,
  above: isAbove,
  notMultiple: (data: unknown, step: number) => compare(data, (n) => !Number.isInteger(n / step)),
  isShorter,
  isLonger,
  documentLength,
  misses,
  isMalformed,
  missing,
  wrongChoice,
  unmet,
  clashing,
  unknownNames,
  repeats,
  repeatedKeys,
  countUnique: (list: readonly unknown[]) => new Set(list.map(keyOf)).size,
  unknownSince,
  rooted,
  leaves,
}

/** What is asked of a pattern or of names. Both are made when first asked: of a validator's, most are about what is not in the template. */
type Pattern = Pick<RegExp, 'test'>
type Names = Pick<ReadonlySet<string>, 'has'>

function lazyPattern(pattern: string): Pattern {
  return { test: (text) => toRegExp(pattern).test(text) }
}

function lazyNames(names: readonly string[]): Names {
  let set: ReadonlySet<string> | undefined
  return { has: (name) => (set ??= new Set(names)).has(name) }
}

/** Bits of the kinds that a value may be of. */
export const kindBits: { readonly [kind: string]: number } = {
  string: 1,
  number: 2,
  integer: 4,
  boolean: 8,
  array: 16,
  object: 32,
  null: 64,
}

let strict = false

/** Judges with kinds as they are written: `"5"` is no number then, and 5 no text. */
export function withStrictKinds<T>(judge: () => T): T {
  strict = true
  try {
    return judge()
  } finally {
    strict = false
  }
}

/** Whether a value is of none of the kinds. */
function isWrong(data: unknown, kinds: number): boolean {
  if (strict && typeof data !== 'object' && typeof data !== 'symbol') return isOtherThan(data, kinds)
  if (data === null) return (kinds & 64) === 0
  if (typeof data === 'object') return (kinds & (Array.isArray(data) ? 16 : 32)) === 0
  if (typeof data === 'symbol') return true
  if ((kinds & 1) !== 0) return false
  if (
    (kinds & 8) !== 0 &&
    (typeof data === 'boolean' || /^([tT]rue|TRUE|[fF]alse|FALSE)$/.test(String(data)))
  )
    return false
  if (typeof data === 'boolean') return true
  if ((kinds & 2) !== 0 && isNumeric(data)) return false
  return (kinds & 4) === 0 || !isNumeric(data) || Number(data) % 1 !== 0
}

function isOtherThan(data: unknown, kinds: number): boolean {
  const own = typeof data === 'number' ? (Number.isInteger(data) ? 6 : 2) : (kindBits[typeof data] ?? 0)
  return (kinds & own) === 0
}

function isNumeric(data: unknown): boolean {
  return (
    typeof data === 'number' ||
    (typeof data === 'string' && data.trim() !== '' && !Number.isNaN(Number(data)))
  )
}

/** Enumerated values, in the form in which they are compared. */
function allowed(values: readonly unknown[], anyCase = false): ReadonlySet<string> {
  return new Set(values.map((value) => (anyCase ? String(value).toLowerCase() : asText(value))))
}

function isAmong(data: unknown, values: ReadonlySet<string>, anyCase = false): boolean {
  if (typeof data === 'symbol') return true
  if (typeof data === 'object') return false
  return values.has(anyCase ? String(data).toLowerCase() : asText(data))
}

/** As text; truth values whatever their case. */
function asText(value: unknown): string {
  const text = String(value)
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : text
}

function isOther(data: unknown, wanted: unknown): boolean {
  if (typeof data === 'symbol') return false
  if (typeof data === 'object' || typeof wanted === 'object') return !isDeepStrictEqual(data, wanted)
  return asText(data) !== asText(wanted)
}

function compare(data: unknown, isBad: (number: number) => boolean): boolean {
  return isNumeric(data) && isBad(Number(data))
}

function isBelow(data: unknown, limit: number, orEqual: boolean): boolean {
  return compare(data, (n) => (orEqual ? n <= limit : n < limit))
}

function isAbove(data: unknown, limit: number, orEqual: boolean): boolean {
  return compare(data, (n) => (orEqual ? n >= limit : n > limit))
}

function isShorter(data: unknown, limit: number): boolean {
  return typeof data === 'string' && lengthOf(data) < limit
}

function isLonger(data: unknown, limit: number): boolean {
  return typeof data === 'string' && data.length > limit && lengthOf(data) > limit
}

/** In characters, not in UTF-16 units. */
function lengthOf(text: string): number {
  // oxlint-disable-next-line no-control-regex
  return /^[\x00-\uD7FF]*$/.test(text) ? text.length : [...text].length
}

/** The length of a document as compact JSON, without what is not known; undefined when that is not what the limit means. */
function documentLength(data: unknown, ofText: boolean): number | undefined {
  if (typeof data === 'string') {
    if (!ofText) return undefined
    try {
      return documentLength(JSON.parse(data), false)
    } catch {
      return undefined
    }
  }
  if (typeof data !== 'object' || data === null) return undefined
  return lengthOf(
    JSON.stringify(data, (_, value: unknown) => (typeof value === 'symbol' ? knownText(value) : value)),
  )
}

function misses(data: unknown, pattern: Pattern): boolean {
  if (typeof data === 'string') return data.length <= longestMatched && !pattern.test(data)
  return (typeof data === 'number' || typeof data === 'boolean') && !pattern.test(String(data))
}

type Keyed = { readonly [name: string]: unknown }

function missing(data: Keyed, names: readonly string[]): readonly string[] {
  return names.filter((name) => !Object.hasOwn(data, name))
}

/** For "exactly one of": nothing when it is so, an empty name when there is none, else the names that are there. */
function wrongChoice(data: Keyed, names: readonly string[]): readonly string[] {
  const there = names.filter((name) => Object.hasOwn(data, name))
  return there.length === 0 ? [''] : there.length === 1 ? [] : there
}

type Dependencies = { readonly [name: string]: readonly string[] }

/** Pairs of what is missing and what needs it. */
function unmet(data: Keyed, needs: Dependencies): readonly (readonly [missing: string, by: string])[] {
  const there = Object.entries(needs).filter(([name]) => Object.hasOwn(data, name))
  return there.flatMap(([by, names]) => missing(data, names).map((name) => [name, by] as const))
}

/** Pairs of what may not be there and what excludes it. */
function clashing(data: Keyed, excluded: Dependencies): readonly (readonly [name: string, by: string])[] {
  const there = Object.entries(excluded).filter(([name]) => Object.hasOwn(data, name))
  return there.flatMap(([by, names]) =>
    names.filter((name) => Object.hasOwn(data, name)).map((name) => [name, by] as const),
  )
}

function unknownNames(data: Keyed, known: Names, patterns: readonly Pattern[]): readonly string[] {
  return Object.keys(data).filter(
    (name) =>
      !known.has(name) &&
      !/^Fn::(Transform$|ForEach::)/.test(name) &&
      !patterns.some((pattern) => pattern.test(name)),
  )
}

function repeats(list: readonly unknown[]): boolean {
  return new Set(list.map(keyOf)).size < list.length
}

function repeatedKeys(list: readonly unknown[], keys: readonly string[]): boolean {
  const complete = list.filter(
    (item): item is Keyed => isKeyed(item) && keys.every((key) => Object.hasOwn(item, key)),
  )
  return repeats(complete.map((item) => keys.map((key) => item[key])))
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equal for equal values. Scalars are compared as text; the same function call is the same symbol. */
function keyOf(value: unknown): unknown {
  if (typeof value === 'symbol') return value.description
  if (typeof value !== 'object' || value === null) return `=${asText(value)}`
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'symbol' ? inner.description : isKeyed(inner) ? sorted(inner) : inner,
  )
}

function sorted(value: Keyed): Keyed {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

interface Located {
  schemaPath: string
}

/** The faults of a definition, with those before. A place in the schema starts with `#` until it is one from the root. */
function rooted(
  before: readonly Located[] | null,
  faults: readonly Located[],
  definition: string,
): readonly Located[] {
  for (const fault of faults)
    if (fault.schemaPath.startsWith('#')) fault.schemaPath = definition + fault.schemaPath.slice(1)
  return before === null ? faults : [...before, ...faults]
}

/** Whether one of the errors since a mark is only that a value is not known. */
function unknownSince(
  errors: readonly { readonly params: { readonly unknown?: boolean } }[] | null,
  mark: number,
): boolean {
  for (let i = mark; i < (errors?.length ?? 0); i++) if (errors?.[i]?.params.unknown === true) return true
  return false
}

type Test = (data: unknown) => boolean

/** Keywords of scalars, for those that are judged by a table. */
export const leafKeywords: LeafKeywords = {
  is(kinds: string | readonly string[]): Test {
    const bits = [kinds].flat().reduce((sum, kind) => sum | (kindBits[kind] ?? 0), 0)
    return (data) => isWrong(data, bits)
  },
  enum(values: readonly unknown[]): Test {
    const set = allowed(values)
    return (data) => !isAmong(data, set)
  },
  enumCaseInsensitive(values: readonly unknown[]): Test {
    const set = allowed(values, true)
    return (data) => !isAmong(data, set, true)
  },
  const:
    (wanted: unknown): Test =>
    (data) =>
      isOther(data, wanted),
  pattern(pattern: string): Test {
    const compiled = toRegExp(pattern)
    return (data) => misses(data, compiled)
  },
  format:
    (name: string): Test =>
    (data) =>
      isMalformed(data, name),
  minLength:
    (limit: number): Test =>
    (data) =>
      isShorter(data, limit),
  maxLength:
    (limit: number): Test =>
    (data) =>
      isLonger(data, limit),
  minimum:
    (limit: number): Test =>
    (data) =>
      isBelow(data, limit, false),
  maximum:
    (limit: number): Test =>
    (data) =>
      isAbove(data, limit, false),
  exclusiveMinimum:
    (limit: number): Test =>
    (data) =>
      isBelow(data, limit, true),
  exclusiveMaximum:
    (limit: number): Test =>
    (data) =>
      isAbove(data, limit, true),
  multipleOf:
    (step: number): Test =>
    (data) =>
      compare(data, (n) => !Number.isInteger(n / step)),
}

function leaves(
  data: Keyed,
  table: { readonly [name: string]: AnySchema },
  place: string,
  schemaPlace: string,
  faults: Fault[] | null,
): Fault[] | null {
  return judgeLeaves(data, table, leafKeywords, { place, schemaPlace }, faults)
}
