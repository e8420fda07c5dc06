import type { Path } from '../finding.ts'
import { isObject, onlyKey, type JsonObject } from '../json.ts'
import { pseudoParameters } from '../pseudo-parameters.ts'
import { markerMaker, type Marker } from '../schemas/marker.ts'

/** Stands for `AWS::NoValue`. */
const absent = Symbol('absent')

/** Whether a condition holds in the case being looked at. */
export type Truth = (condition: string) => boolean

/** A maker of markers for the calls that stay unknown. */
type Mark = (call: unknown) => Marker

/**
 * A copy of a resource's properties as CloudFormation would see them when the conditions are as given: `Fn::If` replaced by its
 * branch, `AWS::NoValue` gone, every other function a marker.
 */
export function resolve(value: unknown, truth: Truth, mark: Mark = markerMaker()): unknown {
  const resolved = resolveValue(value, truth, mark)
  return resolved === absent ? {} : resolved
}

function resolveValue(value: unknown, truth: Truth, mark: Mark): unknown {
  if (typeof value === 'string') return isDynamic(value) ? mark(value) : value
  if (Array.isArray(value))
    return value.map((item) => resolveValue(item, truth, mark)).filter((item) => item !== absent)
  if (!isObject(value)) return value
  const keys = Object.keys(value)
  const call = keys.length === 1 ? (keys[0] as string) : undefined
  if (call === 'Fn::If') {
    const branch = branchOf(value, truth)
    return branch === undefined ? mark(value) : resolveValue(branch.value, truth, mark)
  }
  if (call === 'Ref' && value['Ref'] === 'AWS::NoValue') return absent
  if (isCall(keys, call)) return mark(value)
  const copy: { [key: string]: unknown } = {}
  for (const key of keys) {
    const inner = resolveValue(value[key], truth, mark)
    if (inner !== absent) setOwn(copy, key, inner)
  }
  return copy
}

/** Text that CloudFormation replaces, or that was meant to be a reference. */
function isDynamic(text: string): boolean {
  return (
    (text.includes('{{') && /\{\{\s*resolve:/.test(text)) ||
    (text.startsWith('AWS::') && pseudoParameters.has(text))
  )
}

const functions = new Set([
  'Ref',
  ...'And Base64 Cidr Equals FindInMap GetAZs GetAtt GetStackOutput If ImportValue Join Length Not Or Select Split Sub ToJsonString'
    .split(' ')
    .map((name) => `Fn::${name}`),
])

/** A function, or what macros and loops (`Fn::ForEach::Name`) add something unknown to. */
function isCall(keys: readonly string[], call: string | undefined): boolean {
  return (
    (call !== undefined && functions.has(call)) || keys.some((key) => /^Fn::(Transform$|ForEach::)/.test(key))
  )
}

/** Like an assignment, also for the name that would set a prototype. */
function setOwn(target: { [key: string]: unknown }, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true })
  else target[key] = value
}

/** The branch that an `Fn::If` takes; undefined when it is malformed. */
function branchOf(
  call: JsonObject,
  truth: Truth,
): { readonly value: unknown; readonly index: number; readonly condition: string } | undefined {
  const argument = call['Fn::If']
  if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== 'string') return undefined
  const index = truth(argument[0]) ? 1 : 2
  return { value: argument[index], index, condition: argument[0] }
}

/** Where a place in the copy stands in the original, what stands there, and the conditions of the branches on the way. */
export function locate(original: unknown, place: readonly string[], truth: Truth): Located {
  const at: Walk = { path: [], value: original, conditions: [] }
  follow(at, truth)
  for (const step of place) {
    const key = Array.isArray(at.value) ? nthItem(at.value, Number(step), truth) : step
    at.value = isIn(at.value, key) ? at.value[key] : undefined
    at.path.push(key)
    follow(at, truth)
  }
  return at
}

/** One list each for the whole way: faults are located by the thousand. */
interface Walk {
  readonly path: (string | number)[]
  value: unknown
  readonly conditions: string[]
}

export interface Located {
  readonly path: Path
  readonly value: unknown
  readonly conditions: readonly string[]
}

function isIn(value: unknown, key: string | number): value is { readonly [key: string | number]: unknown } {
  return typeof key === 'number' ? Array.isArray(value) : isObject(value)
}

function nthItem(list: readonly unknown[], wanted: number, truth: Truth): number {
  let seen = -1
  return list.findIndex((item) => !isAbsent(item, truth) && ++seen === wanted)
}

function isAbsent(value: unknown, truth: Truth): boolean {
  const call = onlyKey(value)
  if (call === 'Ref') return (value as JsonObject)['Ref'] === 'AWS::NoValue'
  const branch = call === 'Fn::If' ? branchOf(value as JsonObject, truth) : undefined
  return branch !== undefined && isAbsent(branch.value, truth)
}

/** Asked for each fault, first without a look at all keys: an object may have thousands. */
function isIf(value: unknown): boolean {
  return isObject(value) && Object.hasOwn(value, 'Fn::If') && onlyKey(value) === 'Fn::If'
}

/** Into the branches of `Fn::If` that are taken. */
function follow(at: Walk, truth: Truth): void {
  for (;;) {
    const branch = isIf(at.value) ? branchOf(at.value as JsonObject, truth) : undefined
    if (branch === undefined) return
    at.path.push('Fn::If', branch.index)
    at.conditions.push(branch.condition)
    at.value = branch.value
  }
}

/** Names of the conditions that decide about the value. */
export function decidingConditions(value: unknown): readonly string[] {
  const names = new Set<string>()
  collectConditions(value, names)
  return [...names]
}

function collectConditions(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (
    !Array.isArray(value) &&
    'Fn::If' in value &&
    Array.isArray(value['Fn::If']) &&
    typeof value['Fn::If'][0] === 'string'
  ) {
    names.add(value['Fn::If'][0])
  }
  for (const key in value) collectConditions((value as JsonObject)[key], names)
}

/** Names of the conditions that decide which keys an object has, or which items a list. */
export function nextConditions(value: object): readonly string[] {
  return [...new Set(Object.values(value).flatMap(chain))]
}

/** The conditions of an `Fn::If` and of those that are its branches. */
function chain(value: unknown): readonly string[] {
  if (onlyKey(value) !== 'Fn::If') return []
  const argument = (value as JsonObject)['Fn::If']
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') return []
  return [argument[0], ...argument.slice(1).flatMap(chain)]
}
