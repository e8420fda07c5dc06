/** Where a command prints. */
export interface Output {
  /** True when the result is wanted as one JSON document. */
  readonly json: boolean
  /** Prints lines for people: on standard output, or on standard error with `--json`. */
  say(text: string): void
  /** Prints the command's JSON document, with `--json` only. */
  document(value: unknown): void
}

/**
 * Opens the output of a command.
 *
 * @example
 * const output = openOutput(argv.json)
 * output.say('3 templates written')
 * output.document({ written: 3 })
 */
export function openOutput(json: boolean): Output {
  return {
    json,
    say: (text) => void (json ? process.stderr : process.stdout).write(`${text}\n`),
    document: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
  }
}
