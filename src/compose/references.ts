import type { Anchor } from '../model/intrinsic.ts'
import { placesOf, targetOf } from '../model/intrinsic.ts'
import { anchorOfCondition, isCondition } from '../model/condition.ts'
import { anchorOfMapping, isMapping } from '../model/mapping.ts'
import { anchorOfParameter, isParameter } from '../model/parameter.ts'
import { anchorOf, isResource } from '../model/resource.ts'
import { unprintable } from './unprintable.ts'

/**
 * How one element names another. Two are mistakes: with `Whole` the element itself stands where a value of it was meant, and
 * `Unprintable` is a value that JSON has no words for; its id says what it is.
 */
export type ReferenceKind = 'Ref' | 'GetAtt' | 'Condition' | 'Mapping' | 'DependsOn' | 'Whole' | 'Unprintable'

/** A reference that was met: what it names, and what it points to when it was made from a handle. */
export interface Reference {
  readonly kind: ReferenceKind
  readonly id: string
  readonly attribute?: string
  readonly anchor: Anchor | undefined
  readonly path: readonly string[]
}

/** What stands in place of a reference: its own JSON, or an import. */
export type Resolve = (reference: Reference) => unknown

/**
 * A value as plain JSON: values of other packages are unfolded, `undefined` is left out, and every reference is given to
 * `resolve`, which returns undefined to leave it as it is.
 */
export function toJson(value: unknown, resolve: Resolve, path: readonly string[] = []): unknown {
  const odd = unprintable(value)
  if (odd !== undefined) return resolve({ kind: 'Unprintable', id: odd, anchor: undefined, path })
  if (typeof value !== 'object' || value === null) return value
  const whole = wholeElement(value)
  if (whole !== undefined) return resolve({ kind: 'Whole', id: whole.id, anchor: whole, path })
  const unfolded = unfold(value)
  if (unfolded !== value) return toJson(unfolded, resolve, path)
  if (Array.isArray(value))
    return value
      .filter((item) => item !== undefined)
      .map((item, i) => toJson(item, resolve, [...path, String(i)]))
  const keys = Object.keys(value)
  const name = keys.length === 1 ? (keys[0] as string) : ''
  return (
    referenceJson(value as Record<string, unknown>, name, resolve, path) ?? objectJson(value, resolve, path)
  )
}

function wholeElement(value: object): Anchor | undefined {
  if (isResource(value)) return anchorOf(value)
  if (isParameter(value)) return anchorOfParameter(value)
  if (isCondition(value)) return anchorOfCondition(value)
  return isMapping(value) ? anchorOfMapping(value) : undefined
}

function unfold(value: object): unknown {
  const { toJSON } = value as { toJSON?: () => unknown }
  return typeof toJSON === 'function' ? toJSON.call(value) : value
}

function objectJson(value: object, resolve: Resolve, path: readonly string[]): object {
  const json: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue
    Object.defineProperty(json, key, {
      value: toJson(inner, resolve, [...path, key]),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return json
}

/** The JSON of an intrinsic that names something; undefined when the object is none. */
function referenceJson(
  value: Record<string, unknown>,
  name: string,
  resolve: Resolve,
  path: readonly string[],
): unknown {
  const anchor = targetOf(value)
  const inner = value[name]
  if (name === 'Ref' && typeof inner === 'string')
    return resolve({ kind: 'Ref', id: inner, anchor, path }) ?? { Ref: inner }
  if (name === 'Condition' && typeof inner === 'string' && isConditionUse(path))
    return resolve({ kind: 'Condition', id: inner, anchor, path }) ?? { Condition: inner }
  if (name === 'Fn::GetAtt') return getAttJson(inner, anchor, resolve, path)
  if (name === 'Fn::If' && Array.isArray(inner) && typeof inner[0] === 'string')
    resolve({ kind: 'Condition', id: inner[0], anchor, path })
  if (name === 'Fn::FindInMap' && Array.isArray(inner) && typeof inner[0] === 'string')
    resolve({ kind: 'Mapping', id: inner[0], anchor, path })
  if (name === 'Fn::Sub') return subJson(value, inner, resolve, path)
  return undefined
}

/** `{ "Condition": … }` names a condition only inside conditions; a policy statement has a key of that name too. */
function isConditionUse(path: readonly string[]): boolean {
  return (
    ['Fn::And', 'Fn::Or', 'Fn::Not'].includes(path.at(-2) ?? '') ||
    path[0] === 'Conditions' ||
    path[0] === 'Rules'
  )
}

function getAttJson(
  inner: unknown,
  anchor: Anchor | undefined,
  resolve: Resolve,
  path: readonly string[],
): unknown {
  const [id, ...rest] = typeof inner === 'string' ? inner.split('.') : Array.isArray(inner) ? inner : []
  if (typeof id !== 'string') return undefined
  const attribute = rest.map((part) => toJson(part, resolve, path))
  if (!attribute.every((part) => typeof part === 'string')) {
    resolve({ kind: 'DependsOn', id, anchor, path })
    return { 'Fn::GetAtt': [id, ...attribute] }
  }
  const name = attribute.join('.')
  return resolve({ kind: 'GetAtt', id, attribute: name, anchor, path }) ?? { 'Fn::GetAtt': [id, name] }
}

const placePattern = /\$\{([^!{}][^{}]*)\}/g

/** A `Fn::Sub` whose places may turn into variables, when what they name is in another stack. */
function subJson(value: object, inner: unknown, resolve: Resolve, path: readonly string[]): unknown {
  const [text, given] = Array.isArray(inner) ? (inner as [unknown, unknown]) : [inner, undefined]
  if (typeof text !== 'string') return undefined
  const variables = { ...(given === undefined ? {} : (toJson(given, resolve, path) as object)) } as Record<
    string,
    unknown
  >
  const taken = new Set(Object.keys(variables))
  const places = new Set([...text.matchAll(placePattern)].map((match) => match[1]))
  const written = text.replaceAll(placePattern, (whole, place: string) => {
    const [id, ...attribute] = place.trim().split('.') as [string, ...string[]]
    if (taken.has(id)) return whole
    const anchor = placesOf(value)?.get(place)
    const found = resolve({
      kind: attribute.length > 0 ? 'GetAtt' : 'Ref',
      id,
      ...(attribute.length > 0 && { attribute: attribute.join('.') }),
      anchor,
      path,
    })
    if (found === undefined) return whole
    const name = variableName(place, (one) => taken.has(one) || (one !== place && places.has(one)))
    variables[name] = found
    return `\${${name}}`
  })
  return { 'Fn::Sub': Object.keys(variables).length > 0 ? [written, variables] : written }
}

/** The place without its dots, followed by a number where that would be the name of something else in the text. */
function variableName(place: string, isTaken: (name: string) => boolean): string {
  const plain = place.replaceAll(/[^A-Za-z0-9]/g, '')
  let name = plain
  for (let i = 2; isTaken(name); i++) name = `${plain}${i}`
  return name
}
