import type { Path } from '../finding.ts'
import { mayStand } from '../functions/yields.ts'
import { isObject, kindOf, onlyKey, textOf, type JsonObject } from '../json.ts'
import { suggestion } from '../properties/suggestion.ts'
import { inWords, isOfKind, type Kind, type Mismatch, type Shape } from './shape.ts'

/** What is asked about functions while a shape is judged. */
export interface Judge {
  /** The kinds that a function call yields; undefined when that is not known. */
  readonly yields: (name: string, argument: unknown) => readonly Kind[] | undefined
  readonly report: (mismatch: Mismatch) => void
}

/** Compares a part of a template with a shape. The arguments of functions in it are not looked into, but for the branches of `Fn::If`. */
export function judgeShape(value: unknown, shape: Shape, path: Path, judge: Judge): void {
  walk(value, shape, path, shape.functions ?? [], judge)
}

function walk(
  value: unknown,
  shape: Shape,
  path: Path,
  around: readonly string[],
  { report, yields }: Judge,
): void {
  const functions = shape.functions ?? around
  const judge = { report, yields }
  const call = callOf(value, functions)
  if (call !== undefined) return judgeCall(call, value as JsonObject, shape, path, functions, judge)
  const { kinds } = shape
  const isLoose = shape.strict === true && typeof value !== 'object' && typeof value !== 'string'
  if (kinds !== undefined && (isLoose || !isOfKind(value, kinds))) {
    report({ aspect: 'kind', path, message: wrongKind(value, kinds) })
  } else if (Array.isArray(value)) {
    judgeList(value, shape, path, functions, judge)
  } else if (isObject(value)) {
    judgeObject(value, shape, path, functions, judge)
  } else judgeScalar(value, shape, path, report)
}

function callOf(value: unknown, functions: readonly string[]): string | undefined {
  const key = onlyKey(value)
  if (key === undefined) return undefined
  if (functions.includes(key)) return key
  return functions.includes('*') && (key === 'Ref' || key.startsWith('Fn::')) ? key : undefined
}

function judgeCall(
  call: string,
  value: JsonObject,
  shape: Shape,
  path: Path,
  functions: readonly string[],
  judge: Judge,
): void {
  const argument = value[call]
  if (call === 'Fn::If') {
    if (!Array.isArray(argument)) return
    for (const branch of [1, 2])
      if (branch in argument)
        walk(argument[branch], { ...shape, functions }, [...path, call, branch], functions, judge)
    return
  }
  const given = judge.yields(call, argument)
  if (given === undefined || shape.kinds === undefined || mayStand(call, given, shape.kinds)) return
  const message = `${call} yields ${inWords(given)}, expected ${inWords(shape.kinds)}`
  judge.report({ aspect: 'kind', path: [...path, call], message })
}

function wrongKind(value: unknown, kinds: readonly Kind[]): string {
  const call = onlyKey(value)
  if (call === 'Ref' || call?.startsWith('Fn::') === true)
    return `${call} may not stand here, where ${inWords(kinds)} is expected`
  const shown = typeof value === 'object' ? kindOf(value) : (JSON.stringify(value)?.slice(0, 80) ?? 'nothing')
  return `${shown} stands where ${inWords(kinds)} is expected`
}

function judgeList(
  list: readonly unknown[],
  { first = [], items, least = 0, most = Infinity }: Shape,
  path: Path,
  functions: readonly string[],
  judge: Judge,
): void {
  if (list.length < least || list.length > most) {
    judge.report({
      aspect: 'count',
      path,
      message: `A list of ${count(least, most)} items is expected, this one has ${list.length}`,
    })
  }
  for (const [index, item] of list.entries()) {
    const shape = first[index] ?? items
    if (shape !== undefined) walk(item, shape, [...path, index], functions, judge)
  }
}

function count(least: number, most: number): string {
  if (least === most) return String(least)
  return most === Infinity ? `at least ${least}` : `${least} to ${most}`
}

function judgeObject(
  object: JsonObject,
  { fields, others, names, required = [], least = 0, most = Infinity }: Shape,
  path: Path,
  functions: readonly string[],
  judge: Judge,
): void {
  const { report } = judge
  const keys = Object.keys(object)
  if (keys.length < least || keys.length > most) {
    const message = `${count(least, most)} names are expected, there are ${keys.length}`
    report({ aspect: 'count', path, message })
  }
  for (const name of required)
    if (!Object.hasOwn(object, name))
      report({ aspect: 'required', path, message: `Required field "${name}" is missing` })
  if (fields === undefined && others === undefined) return
  const known = fields ?? {}
  for (const key of keys) {
    const here = [...path, key]
    const shape = Object.hasOwn(known, key) ? known[key] : undefined
    if (shape !== undefined) walk(object[key], shape, here, functions, judge)
    else if (isInserted(key, functions)) continue
    else if (others === undefined) {
      const hint = suggestion(key, Object.keys(known))
      report({ aspect: 'field', path: here, message: `"${key}" is not known here`, hint })
    } else if (names !== undefined && !names.test(key))
      report({ aspect: 'name', path: here, message: `"${key}" is no name` })
    else walk(object[key], others, here, functions, judge)
  }
}

/** What a transform or a loop puts beside the other fields. */
function isInserted(key: string, functions: readonly string[]): boolean {
  return (
    (key === 'Fn::Transform' || key.startsWith('Fn::ForEach::')) &&
    (functions.includes(key) || functions.includes('*'))
  )
}

function judgeScalar(value: unknown, shape: Shape, path: Path, report: Judge['report']): void {
  const { among, pattern, from = -Infinity, to = Infinity, length = Infinity } = shape
  const text = textOf(value)
  if (text.includes('{{resolve:')) return
  if (among !== undefined && !among.includes(text)) {
    const message = `"${text.slice(0, 80)}" is not an allowed value`
    report({ aspect: 'among', path, message, hint: suggestion(text, among) })
  } else if (pattern !== undefined && !pattern.test(text)) {
    report({
      aspect: 'pattern',
      path,
      message: `"${text.slice(0, 80)}" does not have the form expected here`,
    })
  } else if (Number(text) < from || Number(text) > to) {
    report({
      aspect: 'range',
      path,
      message: `${text.slice(0, 80)} is not in the range from ${from} to ${to}`,
    })
  } else if (shape.exactly !== undefined && typeof value === 'string' && text.length !== shape.exactly) {
    report({
      aspect: 'length',
      path,
      message: `"${text.slice(0, 80)}" has ${text.length} characters, expected ${shape.exactly}`,
    })
  } else if (text.length > length) {
    report({
      aspect: 'length',
      path,
      message: `The text has ${text.length} characters, at most ${length} are allowed`,
    })
  }
}
