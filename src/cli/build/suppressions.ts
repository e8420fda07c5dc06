import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ComposedStack } from '../../compose/compose.ts'
import type { ManifestSuppression } from '../../model/manifest.ts'
import type { SourceLine } from '../../model/source.ts'
import { placeOf } from '../load/load-app.ts'
import { ignoreComments, type IgnoreComment } from './ignore-comments.ts'

/** What a line of code made: elements of one stack, or a whole stack. */
interface Made {
  readonly stack: ComposedStack
  /** Absent for the stack itself. */
  readonly id?: string
}

/**
 * What the comments in the code of an app suppress, by stack: read from the files that made something. A comment about elements of
 * several stacks is in each of them; one about nothing is in the first stack that its file has a part in, with no element.
 */
export function suppressionsOf(
  stacks: readonly ComposedStack[],
): ReadonlyMap<ComposedStack, readonly ManifestSuppression[]> {
  const found = new Map<ComposedStack, ManifestSuppression[]>(stacks.map((stack) => [stack, []]))
  for (const [file, lines] of madeByFile(stacks)) {
    for (const comment of ignoreComments(textOf(file))) {
      const source = placeOf({ file, line: comment.line })
      for (const { stack, ...about } of meant(comment, lines))
        for (const code of comment.codes)
          found.get(stack)?.push({
            code,
            ...(comment.reason !== undefined && { reason: comment.reason }),
            source,
            ...about,
          })
    }
  }
  return found
}

type Lines = ReadonlyMap<number, readonly Made[]>

function madeByFile(stacks: readonly ComposedStack[]): ReadonlyMap<string, Lines> {
  const files = new Map<string, Map<number, Made[]>>()
  const add = ({ file, line }: SourceLine, made: Made): void => {
    const lines = files.get(file) ?? new Map<number, Made[]>()
    files.set(file, lines.set(line, [...(lines.get(line) ?? []), made]))
  }
  for (const stack of stacks) {
    for (const [id, line] of stack.sources) add(line, { stack, id })
    const own = stack.stack.source()
    if (own !== undefined) add(own, { stack })
  }
  return files
}

interface Meant {
  readonly stack: ComposedStack
  readonly logicalIds?: readonly string[]
}

/**
 * What the first line that made something made, by stack; elements win over the stack that is made at the same line. A whole stack is
 * meant only by what stands at its line: inside the call, a line names one of its parts.
 */
function meant({ at, inside }: IgnoreComment, lines: Lines): readonly Meant[] {
  const elementsAt = (line: number) => lines.get(line)?.filter(({ id }) => id !== undefined)
  const candidates = [...at.map((line) => lines.get(line)), ...inside.map(elementsAt)]
  const made = candidates.find((found) => found !== undefined && found.length > 0) ?? []
  const stacks = [...new Set(made.map(({ stack }) => stack))]
  if (stacks.length === 0) return nothing(lines)
  return stacks.map((stack) => {
    const logicalIds = made.flatMap((one) => (one.stack === stack && one.id !== undefined ? [one.id] : []))
    return logicalIds.length > 0 ? { stack, logicalIds } : { stack }
  })
}

function nothing(lines: Lines): readonly Meant[] {
  const [first] = [...lines.values()].flat()
  return first === undefined ? [] : [{ stack: first.stack, logicalIds: [] }]
}

function textOf(file: string): string {
  try {
    return readFileSync(file.startsWith('file:') ? fileURLToPath(file) : file, 'utf8')
  } catch {
    return ''
  }
}
