import { isObject, onlyKey, textOf } from '../json.ts'
import { getAttParts } from '../attributes.ts'
import { subParts, subVariables } from '../sub-variables.ts'
import type { JsonObject } from '../json.ts'
import { pseudoParameters } from '../pseudo-parameters.ts'

/** Whether a value comes out the same from two versions of a template. */
export type Comparison = 'same' | 'different' | 'unknown'

/** Two versions of one template, as far as their values are compared. */
export interface Versions {
  readonly compare: (before: unknown, after: unknown) => Comparison
}

/** Compares values of two versions: parameters keep their values, and a resource that has not changed in any way keeps its names. */
export function versionsOf(before: JsonObject, after: JsonObject): Versions {
  const known = new Map<string, boolean>()
  const keeps = (name: string): boolean => {
    if (pseudoParameters.has(name)) return true
    if (!known.has(name)) {
      // Of a circle, which is a fault of its own, nothing is concluded.
      known.set(name, false)
      const [was, is] = [elementOf(before, name), elementOf(after, name)]
      known.set(name, was !== undefined && isEqual(was, is) && namesOf(is).every(keeps))
    }
    return known.get(name) === true
  }
  const compare = (was: unknown, is: unknown): Comparison => {
    if (was === undefined && is === undefined) return 'same'
    if (was === undefined || is === undefined) return 'unknown'
    if (isEqual(was, is)) return namesOf(is).every(keeps) ? 'same' : 'unknown'
    if (isWrittenOut(was) && isWrittenOut(is)) return isReordered(was, is) ? 'unknown' : 'different'
    const [left, right] = [targetOf(was), targetOf(is)]
    const bothAreThere = [left, right].every(
      (id) => id !== undefined && elementOf(after, id) !== undefined && elementOf(before, id) !== undefined,
    )
    return bothAreThere && left !== right && isResource(after, left) && isResource(after, right)
      ? 'different'
      : 'unknown'
  }
  return { compare }
}

function elementOf(template: JsonObject, name: string): unknown {
  const sections = ['Resources', 'Parameters'].map((section) => template[section])
  return sections.flatMap((section) =>
    isObject(section) && Object.hasOwn(section, name) ? [section[name]] : [],
  )[0]
}

function isResource(template: JsonObject, id: string | undefined): boolean {
  const resources = template['Resources']
  return id !== undefined && isObject(resources) && Object.hasOwn(resources, id)
}

/** Whether two values are the same JSON; scalars are compared as text, and the order of keys does not matter. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b || (isScalar(a) && isScalar(b) && textOf(a) === textOf(b))
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual((a as JsonObject)[key], (b as JsonObject)[key]))
  )
}

function isReordered(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return isEqual(a.map(textOf).sort(), b.map(textOf).sort())
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Whether no function decides about any part of a value. */
function isWrittenOut(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('{{resolve:')
  if (typeof value !== 'object' || value === null) return true
  const inner = Object.entries(value)
  return inner.every(([key, item]) => key !== 'Ref' && !key.startsWith('Fn::') && isWrittenOut(item))
}

/** The resource or parameter that a value is a plain reference to. */
function targetOf(value: unknown): string | undefined {
  const call = onlyKey(value)
  const argument = call === undefined ? undefined : (value as JsonObject)[call]
  if (call === 'Ref') return typeof argument === 'string' ? argument : undefined
  return call === 'Fn::GetAtt' ? getAttParts(argument)?.id : undefined
}

/** Names of the resources and parameters in a value, at any depth. */
function namesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const call = onlyKey(value)
  const argument = call === undefined ? undefined : (value as JsonObject)[call]
  const own = targetOf(value)
  const text = call === 'Fn::Sub' ? subParts(argument) : undefined
  const variables =
    text === undefined ? [] : subVariables(text.text).filter((name) => !Object.hasOwn(text.own, name))
  return [
    ...(own === undefined ? [] : [own]),
    ...variables.map((name) => name.split('.')[0] as string),
    ...Object.values(value).flatMap(namesOf),
  ]
}
