/** A comment `// cfstack-ignore CODE, CODE: reason` in a file of code. */
export interface IgnoreComment {
  /** Its own line, from 1. */
  readonly line: number
  readonly codes: readonly string[]
  readonly reason?: string
  /** Lines that it stands at: its own, or the next one of code. */
  readonly at: readonly number[]
  /** Lines where the calls around it begin, the innermost first. */
  readonly inside: readonly number[]
}

const form =
  /(?:\/\/|\/?\*)\s*cfstack-ignore\s+([A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*)\s*(?::\s*(.*?))?\s*(?:\*\/.*)?$/

/** The comments of a file that ask not to hear of findings. */
export function ignoreComments(text: string): readonly IgnoreComment[] {
  if (!text.includes('cfstack-ignore')) return []
  const lines = text.split('\n')
  return lines.flatMap((content, index) => {
    const match = form.exec(content.trimEnd())
    if (match === null) return []
    const reason = match[2] ?? ''
    const isBehindCode = !isComment(content)
    const own = isBehindCode ? [index] : nextCode(lines, index)
    return {
      line: index + 1,
      codes: (match[1] as string).split(',').map((code) => code.trim()),
      ...(reason !== '' && { reason }),
      at: own.map((line) => line + 1),
      inside: enclosing(lines, index).map((line) => line + 1),
    }
  })
}

function isComment(line: string): boolean {
  return /^\s*(?:\/\/|\/\*|\*)/.test(line)
}

/** The next line that is code, and those that it goes on at before it calls anything: formatters break `const a =` there. */
function nextCode(lines: readonly string[], from: number): readonly number[] {
  let line = from + 1
  while (line < lines.length && (isComment(lines[line] as string) || (lines[line] as string).trim() === ''))
    line++
  const found = [line]
  while (/(?:=|=>|\()$/.test((lines[line] ?? '').trimEnd())) found.push(++line)
  return found
}

/** The lines above that stand further left than all between: where the calls around begin, the innermost first. */
function enclosing(lines: readonly string[], from: number): readonly number[] {
  const found: number[] = []
  let least = indentOf(lines[from] as string)
  for (let line = from - 1; line >= 0 && least > 0; line--) {
    const content = lines[line] as string
    if (content.trim() === '' || indentOf(content) >= least) continue
    least = indentOf(content)
    found.push(line)
  }
  return found
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
