import { codeRoot } from './code-root.ts'

const codePath = decodeURIComponent(new URL(codeRoot).pathname)

/** Where something was made: the file as a path or URL as the engine knows it, line from 1. */
export interface SourceLine {
  readonly file: string
  readonly line: number
}

/** Remembers the call stack now; the text is made only when somebody asks. */
export function captureSource(): () => SourceLine | undefined {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 16
  const trace = new Error()
  Error.stackTraceLimit = limit
  let known: { line: SourceLine | undefined } | undefined
  return () => (known ??= { line: firstFrameOutside(trace.stack ?? '') }).line
}

/** The innermost frame that is not cfstack's own code: the user's fragment or stack file. */
function firstFrameOutside(stack: string): SourceLine | undefined {
  return firstFrame(stack, ({ file }) => !file.startsWith('node:') && !isOurs(file))
}

/** The innermost place of a stack trace that is wanted. A syntax error's stands before its message; paths may hold spaces and brackets. */
export function firstFrame(stack: string, isWanted: (line: SourceLine) => boolean): SourceLine | undefined {
  for (const text of stack.split('\n')) {
    const frame = text.replace(/^\s*at (?:async )?/, '')
    const place = /^[^/]*? \(((?:\/|file:|node:).*)\)$/.exec(frame)?.[1] ?? frame
    const match = /^((?:\/|file:|node:).*?):(\d+)(?::\d+)?$/.exec(place)
    if (match === null) continue
    const line = { file: (match[1] as string).replace(/\?.*$/, ''), line: Number(match[2]) }
    if (isWanted(line)) return line
  }
  return undefined
}

function isOurs(file: string): boolean {
  return file.startsWith(file.startsWith('file:') ? codeRoot : codePath)
}
