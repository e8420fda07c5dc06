import { paletteFor, type Palette } from './colour.ts'

/** Where a command prints. */
export interface Output {
  /** True when the result is wanted as one JSON document. */
  readonly json: boolean
  /** The colours of the lines for people. */
  readonly palette: Palette
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
  const stream = json ? process.stderr : process.stdout
  return {
    json,
    palette: paletteFor({ isTTY: stream.isTTY, env: process.env }),
    say: (text) => void stream.write(`${text}\n`),
    document: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
  }
}
