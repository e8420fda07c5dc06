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
  for (const text of stack.split('\n').slice(1)) {
    const match = /\(?((?:file:\/\/)?\/?[^()\s][^()]*):(\d+):\d+\)?$/.exec(
      text.trim().replace(/^at (async )?/, ''),
    )
    if (match === null) continue
    const file = (match[1] as string).replace(/^.*\((?=file:|\/)/, '').replace(/\?.*$/, '')
    if (file.startsWith('node:') || isOurs(file)) continue
    return { file, line: Number(match[2]) }
  }
  return undefined
}

function isOurs(file: string): boolean {
  return file.startsWith(file.startsWith('file:') ? codeRoot : codePath)
}
