import type { Path } from '../finding.ts'
import { isObject, onlyKey, type JsonObject } from '../json.ts'
import type { ResourceView } from '../template-view.ts'
import { always, both, type When } from './when.ts'

/** A value of a template, where it stands, and in which cases it is there. */
export interface Place {
  /** `undefined`: nothing is there. `elsewhere`, or a function call: not known from this template. */
  readonly value: unknown
  readonly path: Path
  readonly when: When
}

/** Stands for what a parameter, an import or a macro brings. */
export const elsewhere = Symbol('elsewhere')

/** A resource as a place to read from: `read(placeOf(group), 'Properties', 'MaxSize')`. */
export function placeOf({ id, json }: ResourceView): Place {
  const condition = json['Condition']
  const when = typeof condition === 'string' ? new Map([[condition, true]]) : always
  return { value: json, path: ['Resources', id], when }
}

/** What may stand at the end of these steps: a place for each branch of `Fn::If` on the way, and `AWS::NoValue` is nothing. */
export function read(from: Place, ...steps: readonly string[]): readonly Place[] {
  let { value } = from
  let taken = 0
  for (; taken < steps.length; taken++) {
    const step = steps[taken] as string
    // What has the key of a property is no function call.
    if (isObject(value) && Object.hasOwn(value, step)) value = value[step]
    else if (branches(value)) break
    else value = childValue(value, step)
  }
  const done = taken === steps.length ? steps : steps.slice(0, taken)
  const straight = taken === 0 ? from : { value, path: [...from.path, ...done], when: from.when }
  if (!branches(value)) return [straight]
  let places = alternatives(straight)
  for (const step of steps.slice(taken)) places = places.flatMap((place) => alternatives(child(place, step)))
  return places
}

/** Whether a value stands for others, by `Fn::If` or `AWS::NoValue`. */
function branches(value: unknown): boolean {
  const key = onlyKey(value)
  return key === 'Fn::If' || (key === 'Ref' && (value as JsonObject)['Ref'] === 'AWS::NoValue')
}

/** The items of the lists that may stand at the end of these steps; one that is elsewhere when a list is not known. */
export function readItems(from: Place, ...steps: readonly string[]): readonly Place[] {
  const items: Place[] = []
  for (const list of read(from, ...steps)) {
    const { value, path, when } = list
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++)
        addItem({ value: value[i] as unknown, path: [...path, i], when }, items)
    } else if (value !== undefined) {
      items.push({ ...list, value: elsewhere })
    }
  }
  return items
}

function addItem(item: Place, items: Place[]): void {
  if (!branches(item.value)) items.push(item)
  else for (const one of alternatives(item)) if (one.value !== undefined) items.push(one)
}

/** Whether a value is decided by what is not in the place itself: a function, a macro, a dynamic reference. */
export function isCall(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{{resolve:')
  const key = onlyKey(value)
  return value === elsewhere || key === 'Ref' || (key !== undefined && /^\w+::\w/.test(key))
}

function child({ value, path, when }: Place, step: string): Place {
  return { value: childValue(value, step), path: [...path, step], when }
}

function childValue(value: unknown, step: string): unknown {
  if (value === undefined) return undefined
  if (!isObject(value) || isCall(value)) return elsewhere
  if (Object.hasOwn(value, step)) return value[step]
  for (const key in value) if (key.startsWith('Fn::')) return elsewhere
  return undefined
}

/** How many `Fn::If` may stand in each other: their branches multiply. */
const deepest = 6

function alternatives(place: Place, depth = 0): readonly Place[] {
  const { value, path, when } = place
  const key = onlyKey(value)
  if (key === 'Ref' && (value as JsonObject)['Ref'] === 'AWS::NoValue')
    return [{ ...place, value: undefined }]
  const branches = key === 'Fn::If' ? (value as JsonObject)['Fn::If'] : undefined
  if (!Array.isArray(branches) || branches.length !== 3 || typeof branches[0] !== 'string') return [place]
  if (depth >= deepest) return [{ ...place, value: elsewhere }]
  const condition = branches[0]
  return [1, 2].flatMap((index): readonly Place[] => {
    const there = both(when, new Map([[condition, index === 1]]))
    const inner = { value: branches[index] as unknown, path: [...path, 'Fn::If', index] }
    return there === undefined ? [] : alternatives({ ...inner, when: there }, depth + 1)
  })
}

/** Where to point at: the place itself, or what it would be in when nothing is there. */
export function writtenAt({ value, path }: Place): Path {
  return value === undefined ? path.slice(0, -1) : path
}
