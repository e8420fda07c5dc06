import type { Path } from './finding.ts'

/** A wanted place, and those inside it. */
interface Wanted {
  offset?: number
  readonly inner: Map<string, Wanted>
}

/**
 * Where paths begin in JSON text, as offsets: the key of a member, an item of a list; the nearest parent for a path that is not there.
 * Reads only what leads to a path, once; the text must be JSON.
 */
export function jsonOffsets(text: string, paths: readonly Path[]): readonly number[] {
  const root = wantedTree(paths)
  const end = text.length
  let at = 0
  root.offset = spaces()
  value(root)
  return paths.map((path) => offsetOf(root, path))

  function spaces(): number {
    while (at < end && text.charCodeAt(at) <= 32) at++
    return at
  }

  function value(wanted: Wanted): void {
    const opening = text[spaces()]
    if (wanted.inner.size === 0 || (opening !== '{' && opening !== '[')) return skip()
    at++
    for (let index = 0; spaces() < end && text[at] !== '}' && text[at] !== ']'; index++) {
      const begin = at
      const name = opening === '{' ? key() : String(index)
      const inner = wanted.inner.get(name)
      if (inner === undefined) skip()
      else {
        inner.offset = begin
        value(inner)
      }
      if (text[spaces()] === ',') at++
    }
    at++
  }

  function key(): string {
    const begin = at
    string()
    const written = text.slice(begin, at)
    spaces()
    at++
    return written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1)
  }

  /** Past a string, from its opening quote. */
  function string(): void {
    for (at++; at < end && text[at] !== '"'; at++) if (text[at] === '\\') at++
    at++
  }

  /** Past a value, without recursion. */
  function skip(): void {
    const opening = text[spaces()]
    if (opening === '"') return string()
    if (opening !== '{' && opening !== '[') {
      while (at < end && !ends.has(text[at] as string)) at++
      return
    }
    let depth = 0
    do {
      const character = text[at]
      if (character === '"') {
        string()
        continue
      }
      if (character === '{' || character === '[') depth++
      if (character === '}' || character === ']') depth--
      at++
    } while (depth > 0 && at < end)
  }
}

/** What a number or word ends before. */
const ends = new Set([',', '}', ']', ' ', '\n', '\r', '\t'])

function wantedTree(paths: readonly Path[]): Wanted {
  const root: Wanted = { inner: new Map() }
  for (const path of paths) {
    let wanted = root
    for (const step of path) {
      const name = String(step)
      const inner = wanted.inner.get(name) ?? { inner: new Map() }
      wanted.inner.set(name, inner)
      wanted = inner
    }
  }
  return root
}

function offsetOf(root: Wanted, path: Path): number {
  let offset = root.offset ?? 0
  let wanted: Wanted | undefined = root
  for (const step of path) {
    wanted = wanted.inner.get(String(step))
    if (wanted?.offset === undefined) break
    offset = wanted.offset
  }
  return offset
}
