import type { Alias, Document, Node, Scalar, YAMLMap } from 'yaml'
import { withNumericKeys } from './numeric-keys.ts'
import type { Yaml } from './read-template.ts'
import { withSharedParts, type SharedPart } from './shared-parts.ts'
import { callOf, isShortForm } from './short-form.ts'

/** The most values, with those that aliases stand for: a few lines of aliases can stand for gigabytes. */
const most = 300_000
const deepest = 250
/** The most places that are remembered because something is used there again. */
const mostNoted = 1000

/** Ends the reading, with a place in the text, counted in characters, and the reason. */
export type Fail = (offset: number, reason: string) => never

/** Turns the nodes of a document into the JSON that they stand for, with the short forms of functions written out. */
export function valuesOf(yaml: Yaml, document: Document, fail: Fail): unknown {
  let left = most
  const path: (string | number)[] = []
  const shared: SharedPart[] = []
  let isNoting = true

  function read(node: unknown, depth: number): unknown {
    if (left-- < 0) fail(offsetOf(node), 'It has too many aliases')
    if (depth > deepest) fail(offsetOf(node), `It nests more than ${deepest} levels deep`)
    if (yaml.isAlias(node)) return again(node, depth)
    const content = contentOf(node, depth)
    const tag = (node as Node | null)?.tag ?? ''
    return isShortForm(tag) ? callOf(tag, content) : content
  }

  function again(alias: Alias, depth: number): unknown {
    const found = target(alias)
    return noted({ path: [...path], anchor: alias.source }, () => read(found, depth + 1))
  }

  function merged(node: unknown, depth: number): unknown {
    return noted({ path: [...path] }, () => read(node, depth))
  }

  /** Reads what is used again. Aliases in it are not noted: they stand elsewhere in the text. */
  function noted(part: SharedPart, readIt: () => unknown): unknown {
    if (isNoting && shared.length < mostNoted) shared.push(part)
    const before = isNoting
    isNoting = false
    const value = readIt()
    isNoting = before
    return value
  }

  function readAt(step: string | number, node: unknown, depth: number): unknown {
    if (step === '<<') return merged(node, depth)
    path.push(step)
    const value = read(node, depth)
    path.pop()
    return value
  }

  function target(alias: Alias): unknown {
    const found = alias.resolve(document as never)
    if (found === undefined) fail(offsetOf(alias), `There is no anchor "${alias.source}"`)
    return found
  }

  function contentOf(node: unknown, depth: number): unknown {
    if (yaml.isSeq(node)) return node.items.map((item, index) => readAt(index, item, depth + 1))
    if (yaml.isMap(node)) return objectOf(node, depth)
    return yaml.isScalar(node) ? scalarOf(node) : null
  }

  function objectOf(node: YAMLMap, depth: number): unknown {
    const names = new Set<string>()
    const pairs = node.items.map(({ key, value }) => {
      const name = keyOf(key)
      if (names.has(name) && name !== '<<') fail(offsetOf(key), `The key "${name}" stands twice`)
      names.add(name)
      return [name, readAt(name, value, depth + 1)] as const
    })
    const merged = pairs.flatMap(([name, value]) => (name === '<<' ? mergedOf(value) : []))
    const numeric = node.items.flatMap(({ key }) =>
      yaml.isScalar(key) && typeof key.value === 'number' ? [keyOf(key)] : [],
    )
    return withNumericKeys(
      Object.fromEntries([...merged, ...pairs.filter(([name]) => name !== '<<')]),
      numeric,
    )
  }

  function keyOf(node: unknown): string {
    const key = yaml.isAlias(node) ? target(node) : node
    if (!yaml.isScalar(key)) fail(offsetOf(node), 'A key is a list or an object')
    if (isShortForm(key.tag ?? '')) fail(offsetOf(node), 'A key is a function')
    if (key.value === null) fail(offsetOf(node), 'A key is empty')
    // As written: a number may have zeros in front.
    return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
  }

  return withSharedParts(read(document.contents, 0), shared)
}

/** What `<<` brings, the most important last. */
function mergedOf(value: unknown): readonly (readonly [string, unknown])[] {
  const parts = [value].flat().filter((part) => typeof part === 'object' && part !== null)
  return parts.reverse().flatMap((part) => Object.entries(part as object))
}

/** As YAML 1.1, which CloudFormation reads, has it: `yes` and `off` are booleans when they stand without quotes. */
function scalarOf({ value, type, source, tag = '' }: Scalar): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (type !== 'PLAIN' || typeof value !== 'string' || tag !== '') return value
  if (/^(yes|Yes|YES|on|On|ON)$/.test(source ?? '')) return true
  return /^(no|No|NO|off|Off|OFF)$/.test(source ?? '') ? false : value
}

function offsetOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0
}
