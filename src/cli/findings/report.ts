import { positionsOf } from '../../validate/positions.ts'
import type { Finding, Level, Path } from '../../validate/finding.ts'
import type { SuppressedFinding, Suppression } from '../../validate/suppress.ts'
import type { Examination } from '../../validate/validate.ts'

/** A finding with where it stands. */
export interface PlacedFinding extends Finding {
  /** In the template's file; absent when the text is not known. */
  readonly line?: number
  readonly column?: number
  /** What stands at the path, when there is something short to show. */
  readonly value?: unknown
  readonly suppression?: Suppression
}

/** All that is known about one template. */
export interface Report {
  readonly file: string
  /** Errors first, then in the order of the template. */
  readonly findings: readonly PlacedFinding[]
  readonly suppressed: readonly PlacedFinding[]
}

/** A template's text and what it was read as. */
export interface ReadTemplate {
  readonly file: string
  readonly text: string
  readonly template: unknown
}

/** Places what was found in a template's file. With `lines` all of it, else only what has no line of code: finding places takes time. */
export function reportOf(read: ReadTemplate, { findings, suppressed }: Examination, lines: boolean): Report {
  const all: readonly (Finding | SuppressedFinding)[] = [...findings, ...suppressed]
  const wanted = all.filter((one) => lines || one.source === undefined)
  const positions =
    wanted.length === 0
      ? []
      : positionsOf(
          read.text,
          wanted.map(({ path }) => path),
        )
  const placeOf = new Map(wanted.map((one, index) => [one, positions[index]]))
  const placed = (one: Finding): PlacedFinding => ({
    ...one,
    ...placeOf.get(one),
    ...valueAt(read.template, one),
  })
  return { file: read.file, findings: inOrder(findings.map(placed)), suppressed: suppressed.map(placed) }
}

const rank: { readonly [level in Level]: number } = { error: 0, warning: 1, info: 2 }

/** Errors first; the sort is stable. */
function inOrder(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return [...findings].sort((a, b) => rank[a.level] - rank[b.level])
}

const longest = 60

/** The offending value: a text, number or the like, or something that is short as JSON. What may be a secret is not repeated. */
function valueAt(template: unknown, { path }: Finding): { readonly value?: unknown } {
  const value = at(template, path)
  if (value === undefined || path.some((step) => /password|secret|token/i.test(String(step)))) return {}
  return isShort(value) ? { value } : {}
}

/** Looks at no more of a value than is shown. */
function isShort(value: unknown): boolean {
  return roomAfter(value, longest) >= 0 && JSON.stringify(value).length <= longest
}

/** What is left of so many characters after a value, at most; below zero when it does not fit. */
function roomAfter(value: unknown, room: number): number {
  if (typeof value !== 'object' || value === null) return room - String(value).length
  let left = room
  for (const key in value) {
    if (left < 0) break
    left = roomAfter((value as { readonly [key: string]: unknown })[key], left - 1)
  }
  return left
}

function at(root: unknown, path: Path): unknown {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as { readonly [key: string]: unknown })[step]
  }
  return path.length < 3 ? undefined : value
}

/** A file and a place in it, both counted from 1. */
export interface FilePlace {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** Where an editor should open: the line of code that made it, else the place in the template. */
export function placeInFile(template: string, { source, line, column }: PlacedFinding): FilePlace {
  const match = /^(.*):(\d+)$/.exec(source ?? '')
  if (match !== null) return { file: match[1] as string, line: Number(match[2]) }
  return { file: template, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
}
