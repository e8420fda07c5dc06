import type { Path } from '../finding.ts'
import { isObject, onlyKey, type JsonObject } from '../json.ts'
import { itemsOf, likelyItems, type Scope } from './collection.ts'
import { isLoopKey, loopOf, type Loop } from './loop.ts'
import { createOrigins, type Origins } from './origins.ts'

/** Something about a loop that is worth a finding, at its place as written. */
export interface LoopNote {
  readonly path: Path
  readonly message: string
  /** Two things of one name, rather than a collection that is not known. */
  readonly clash?: boolean
}

export interface Expansion {
  readonly root: JsonObject
  readonly origins: Origins
  readonly notes: readonly LoopNote[]
  /** There may be other names than those in it. */
  readonly assumed: boolean
  /** What loops go by, at its place as written. */
  readonly collections: readonly Collection[]
}

export interface Collection {
  readonly path: Path
  readonly value: unknown
}

interface Work {
  readonly collections: Collection[]
  readonly origins: Origins
  readonly notes: LoopNote[]
  /** A collection may be another one than was taken. */
  assumed: boolean
  /** What may still be copied. Loops in loops multiply. */
  left: number
}

/** The most values that loops may make. CloudFormation takes 1 MB of template, which has fewer. */
const most = 50_000

/** A template with its loops written out. Loops whose collection is not known here stay as they are. */
export function expandLoops(root: JsonObject, region: string): Expansion {
  const work: Work = { origins: createOrigins(), notes: [], collections: [], assumed: false, left: most }
  const scope: Scope = { root, region, values: new Map() }
  const expanded = expand(root, scope, [], [], work) as JsonObject
  if (work.left < 0) return tooMuch(root)
  const { origins, notes, collections, assumed } = work
  return { root: expanded, origins, notes, collections, assumed }
}

function expand(value: unknown, scope: Scope, path: Path, origin: Path, work: Work): unknown {
  work.left--
  if (typeof value === 'string') return replaceIn(value, scope)
  if (Array.isArray(value))
    return value.map((item, index) => expand(item, scope, [...path, index], [...origin, index], work))
  if (!isObject(value)) return value
  const known = scope.values.size > 0 ? replacement(value, scope) : undefined
  if (known !== undefined) return known
  const copy: { [key: string]: unknown } = {}
  for (const [key, inner] of Object.entries(value)) {
    const loop = isLoopKey(key) ? loopOf(inner) : undefined
    const here = [...origin, key]
    if (loop !== undefined && repeat(loop, scope, { copy, path, origin: here, work })) continue
    put(copy, replaceIn(key, scope), inner, scope, { path, origin: here, work })
  }
  return copy
}

function tooMuch(root: JsonObject): Expansion {
  const notes = [{ path: [], message: 'What the loops make was not judged: it is too much' }]
  return { root, origins: createOrigins(), notes, collections: [], assumed: true }
}

interface Place {
  readonly path: Path
  readonly origin: Path
  readonly work: Work
}

function put(
  copy: { [key: string]: unknown },
  key: string,
  value: unknown,
  scope: Scope,
  { path, origin, work }: Place,
): void {
  const here = [...path, key]
  if (key !== origin[origin.length - 1] || path.length !== origin.length - 1) work.origins.set(here, origin)
  const expanded = expand(value, scope, here, origin, work)
  Object.defineProperty(copy, key, { value: expanded, enumerable: true, writable: true, configurable: true })
}

/** Writes a loop out; false when its collection is not known, or there would be too much. */
function repeat(
  loop: Loop,
  scope: Scope,
  { copy, path, origin, work }: Place & { readonly copy: { [key: string]: unknown } },
): boolean {
  const certain = itemsOf(loop.collection, scope)
  const items = certain ?? likelyItems(loop.collection, scope)
  if (scope.values.size === 0) work.collections.push({ path: [...origin, 1], value: loop.collection })
  if (items === undefined) {
    const message =
      'What the loop makes was not judged: its collection is known only when the stack is deployed'
    work.notes.push({ path: origin, message })
    return false
  }
  if (certain === undefined) {
    const message = `The loop was judged with ${items.join(', ')}; what else it may make is known only when the stack is deployed`
    work.notes.push({ path: origin, message })
    work.assumed = true
  }
  for (const item of items) {
    const inner: Scope = { ...scope, values: new Map([...scope.values, [loop.identifier, item]]) }
    for (const [key, value] of Object.entries(loop.body)) {
      if (work.left < 0) return true
      const place = { path, origin: [...origin, 2, key], work }
      const nested = isLoopKey(key) ? loopOf(value) : undefined
      if (nested !== undefined && repeat(nested, inner, { ...place, copy })) continue
      const name = replaceIn(key, inner)
      if (Object.hasOwn(copy, name))
        work.notes.push({
          path: origin,
          message: `The loop makes "${name}", which is there already`,
          clash: true,
        })
      else put(copy, name, value, inner, place)
    }
  }
  return true
}

/** What stands in place of a call: the value of a loop, or text whose variables are all known. */
function replacement(value: JsonObject, scope: Scope): unknown {
  const call = onlyKey(value)
  const argument = call === undefined ? undefined : value[call]
  if (typeof argument !== 'string') return undefined
  if (call === 'Ref') return scope.values.get(argument)
  if (call !== 'Fn::Sub') return undefined
  const text = replaceIn(argument, scope)
  return text.includes('${') ? undefined : text
}

function replaceIn(text: string, { values }: Scope): string {
  if (values.size === 0 || !/[$&]\{/.test(text)) return text
  return text.replace(/([$&])\{([A-Za-z0-9]+)\}/g, (whole, sign: string, name: string) => {
    const value = values.get(name)
    if (value === undefined) return whole
    return sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value
  })
}
