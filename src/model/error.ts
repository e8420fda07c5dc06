/** What an expected error carries besides its sentence. */
export interface CfstackErrorOptions {
  /** What to do about it, or the values that are allowed. One line or several. */
  readonly hint?: string
  /** The error that led here, for example what the AWS SDK threw. */
  readonly cause?: unknown
  /** The exit code the command line ends with: 2 for bad input (the default), 1 for a failed operation, 4 when approval is needed. */
  readonly exitCode?: 1 | 2 | 3 | 4 | 130
}

/**
 * An expected error: the program can't go on, and the reader can do something about it. Thrown once, caught
 * once, in the command line. Anything else that is thrown is a bug of ours and shows its stack.
 *
 * The message reads `Cannot <verb> <thing> "<name>": <state>[, expected <wanted>]`.
 *
 * @example
 * throw new CfstackError('E_NO_STACK', 'Cannot update stack "web": it does not exist', { hint: 'Use `cfstack create`' })
 */
export class CfstackError extends Error {
  readonly code: string
  readonly hint: string | undefined
  readonly exitCode: number

  constructor(code: string, message: string, options: CfstackErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'CfstackError'
    this.code = code
    this.hint = options.hint
    this.exitCode = options.exitCode ?? 2
  }

  /** Errors of another copy of this class count too: the command line and the library each have their own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== CfstackError) return Function.prototype[Symbol.hasInstance].call(this, value)
    return value instanceof Error && 'exitCode' in value && 'code' in value && 'hint' in value
  }
}
