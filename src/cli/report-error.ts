import { CfstackError } from '../model/error.ts'

/** The exit code that an error ends the process with. */
export function exitCodeOf(error: unknown): number {
  return error instanceof CfstackError ? error.exitCode : 1
}

/** An error as text for people: the sentence, the hint and the code; a bug of ours shows its stack. */
export function renderError(error: unknown): string {
  if (!(error instanceof CfstackError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return `This is a bug in cfstack:\n${stack}`
  }
  const hint = error.hint?.split('\n').join('\n        ')
  return hint === undefined
    ? `${error.message}   ${error.code}`
    : `${error.message}\n  hint: ${hint}   ${error.code}`
}

/** An error as the JSON document of `--json`. */
export function errorDocument(error: unknown): object {
  if (!(error instanceof CfstackError)) return { error: { code: 'E_BUG', message: String(error) } }
  const { code, message, hint } = error
  return { error: hint === undefined ? { code, message } : { code, message, hint } }
}
