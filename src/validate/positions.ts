import type { LineCounter, Node, Pair } from 'yaml'
import type { Path } from './finding.ts'
import { jsonOffsets } from './json-offsets.ts'
import { parseOnce, yamlLibrary, type Yaml } from './read-template.ts'
import { plainOffset } from './plain-offset.ts'
import { parsePlainYaml } from './plain-yaml.ts'
import { functionOf, isShortForm } from './short-form.ts'

/** A place in a file, both counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * Where paths of a template stand in its text (JSON or YAML); the place of the nearest parent for a path that is not there. YAML is
 * read again with the slower parser that knows places: call it when there is something to place.
 */
export function positionsOf(text: string, paths: readonly Path[]): readonly Position[] {
  if (isJson(text)) return jsonOffsets(text, paths).map(lineIndex(text))
  const plain = parsePlainYaml(text)
  if (plain === undefined) return yamlPositions(text, paths)
  return paths.map((path) => plainOffset(plain, path)).map(lineIndex(text))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Offsets to lines and columns, by the offsets where lines begin. */
function lineIndex(text: string): (offset: number) => Position {
  const begins = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) begins.push(at + 1)
  return (offset) => {
    let [low, high] = [0, begins.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((begins[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (begins[low] as number) + 1 }
  }
}

/** The places in YAML of every form. */
export function yamlPositions(text: string, paths: readonly Path[]): readonly Position[] {
  const yaml = yamlLibrary()
  const { contents, lines } = parsedOf(yaml, text)
  return paths.map((path) => {
    const { line, col } = lines.linePos(offsetOf(yaml, contents, path))
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  })
}

/** Nothing of a text that nests so deep that the parser gives up. */
function parsedOf(yaml: Yaml, text: string): { readonly contents: Node | null; readonly lines: LineCounter } {
  try {
    const { document, lines } = parseOnce(yaml, text)
    return { contents: document.contents, lines }
  } catch (error) {
    if (error instanceof RangeError) return { contents: null, lines: new yaml.LineCounter() }
    throw error
  }
}

function offsetOf(yaml: Yaml, root: Node | null, path: Path): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const step of path) {
    if (isCall(node, step)) continue
    const pair = pairOf(yaml, node, step)
    const inner = pair === undefined ? (yaml.isSeq(node) ? node.items[Number(step)] : undefined) : pair.value
    if (pair === undefined && inner === undefined) break
    offset = (pair?.key as Node | undefined)?.range?.[0] ?? (inner as Node | undefined)?.range?.[0] ?? offset
    node = inner
  }
  return offset
}

/** A short form such as `!Sub` is a tag on its argument: the function's name is no step. */
function isCall(node: unknown, step: string | number): boolean {
  const tag = (node as Node | null)?.tag
  return tag !== undefined && isShortForm(tag) && functionOf(tag) === step
}

const pairs = new WeakMap<object, ReadonlyMap<string, Pair>>()

/** The first of a name. Maps of thousands are asked thousands of times. */
function pairOf(yaml: Yaml, node: unknown, step: string | number): Pair | undefined {
  if (!yaml.isMap(node)) return undefined
  const known = pairs.get(node) ?? byName(yaml, node.items)
  pairs.set(node, known)
  return known.get(String(step))
}

function byName(yaml: Yaml, items: readonly Pair[]): ReadonlyMap<string, Pair> {
  const found = new Map<string, Pair>()
  for (const pair of items) {
    const name = yaml.isScalar(pair.key) ? String(pair.key.value) : undefined
    if (name !== undefined && !found.has(name)) found.set(name, pair)
  }
  return found
}
