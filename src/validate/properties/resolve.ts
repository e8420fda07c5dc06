import type { Path } from '../finding.ts'
import { isObject, onlyKey, type JsonObject } from '../json.ts'

/** Stands for a value that is known only when the stack is deployed; every schema takes it. */
export const unknown = Symbol('unknown')
/** Stands for `AWS::NoValue`. */
const absent = Symbol('absent')

/** Whether a condition holds in the case being looked at. */
export type Truth = (condition: string) => boolean

/**
 * A copy of a resource's properties as CloudFormation would see them when the conditions are as given: `Fn::If` replaced by its
 * branch, `AWS::NoValue` gone, every other function a marker.
 */
export function resolve(value: unknown, truth: Truth): unknown {
  const resolved = resolveValue(value, truth)
  return resolved === absent ? {} : resolved
}

function resolveValue(value: unknown, truth: Truth): unknown {
  if (typeof value === 'string') return value.includes('{{resolve:') ? unknown : value
  if (Array.isArray(value))
    return value.map((item) => resolveValue(item, truth)).filter((item) => item !== absent)
  if (!isObject(value)) return value
  const keys = Object.keys(value)
  const call = keys.length === 1 ? (keys[0] as string) : undefined
  if (call === 'Fn::If') {
    const branch = branchOf(value, truth)
    return branch === undefined ? unknown : resolveValue(branch.value, truth)
  }
  if (call === 'Ref') return value['Ref'] === 'AWS::NoValue' ? absent : unknown
  // Functions, loops (`Fn::ForEach::Name`), and calls of macros (`Rain::Embed`).
  if (keys.some((key) => key.startsWith('Fn::')) || (call !== undefined && /^[A-Z]\w*::\w/.test(call)))
    return unknown
  const copy: { [key: string]: unknown } = {}
  for (const key of keys) {
    const inner = resolveValue(value[key], truth)
    if (inner !== absent) copy[key] = inner
  }
  return copy
}

/** The branch that an `Fn::If` takes; undefined when it is malformed. */
function branchOf(
  call: JsonObject,
  truth: Truth,
): { readonly value: unknown; readonly index: number } | undefined {
  const argument = call['Fn::If']
  if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== 'string') return undefined
  const index = truth(argument[0]) ? 1 : 2
  return { value: argument[index], index }
}

/** Where a place in the copy stands in the original, and what stands there. */
export function locate(
  original: unknown,
  place: readonly string[],
  truth: Truth,
): { readonly path: Path; readonly value: unknown } {
  let at = follow({ path: [], value: original }, truth)
  for (const step of place)
    at = follow(
      Array.isArray(at.value) ? nthItem(at.value, Number(step), at.path, truth) : child(at, step),
      truth,
    )
  return at
}

interface Located {
  readonly path: Path
  readonly value: unknown
}

function child({ path, value }: Located, key: string): Located {
  return { path: [...path, key], value: isObject(value) ? value[key] : undefined }
}

function nthItem(list: readonly unknown[], wanted: number, path: Path, truth: Truth): Located {
  let seen = -1
  const index = list.findIndex((item) => resolveValue(item, truth) !== absent && ++seen === wanted)
  return { path: [...path, index], value: list[index] }
}

/** Into the branches of `Fn::If` that are taken. */
function follow(at: Located, truth: Truth): Located {
  const branch = onlyKey(at.value) === 'Fn::If' ? branchOf(at.value as JsonObject, truth) : undefined
  return branch === undefined
    ? at
    : follow({ path: [...at.path, 'Fn::If', branch.index], value: branch.value }, truth)
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
