import type { ArgumentsCamelCase, Argv } from 'yargs'

/**
 * A command of `cfstack`. Each file `src/cli/commands/<name>.ts` exports one as `command`; `src/cli/command-list.ts` says
 * how it is called and loads the file only when the command runs (or its own help is asked for), so static imports
 * of a command file may be heavy, those of the list may not.
 *
 * - `builder` declares positionals and flags on the yargs instance and returns it (or a promise). `args` is the command line after
 *   `cfstack`, for commands whose flags depend on a template.
 * - `handler` does the work. It throws a `CfstackError` for what the user can do something about (its `exitCode` becomes the
 *   process's) and never calls `process.exit`. It may return an exit code; nothing means 0.
 * - Every command has `--json`: print one document with `output.document(value)`, and everything else with `output.say(line)`
 *   (see `output.ts`: `const output = openOutput(argv.json)`), which goes to standard error then.
 *
 * Flags are kebab-case; yargs gives them to the handler in camelCase. Repeatable flags (`array: true`) take one value each.
 * There is no `--no-x` negation.
 *
 * @example
 * export const command: Command<{ outDir: string }> = {
 *   builder: (yargs) => yargs.option('out-dir', { type: 'string', default: 'templates-out', describe: 'Folder to write' }),
 *   handler: async (argv) => { openOutput(argv.json).say(argv.outDir) },
 * }
 */
export interface Command<Flags = object> {
  builder(
    yargs: Argv<CommonFlags>,
    args: readonly string[],
  ): Argv<CommonFlags & Flags> | Promise<Argv<CommonFlags & Flags>>
  handler(argv: ArgumentsCamelCase<CommonFlags & Flags>): void | number | Promise<void | number>
}

/** Flags that every command has. */
export interface CommonFlags {
  readonly json: boolean
}

/** A line of the command list: what `cfstack --help` shows, and where the command is. */
export interface CommandEntry {
  /** The call in yargs's notation, for example `create [stack]` or `build`. */
  readonly call: string
  readonly describe: string
  readonly load: () => Promise<{ readonly command: Command<never> }>
}
