import yargs, { type Argv } from 'yargs'
import { CfstackError } from '../model/error.ts'
import { commandList } from './command-list.ts'
import type { Command, CommandEntry } from './command.ts'
import { ownVersion } from './own-version.ts'
import { usageError } from './usage-error.ts'

/** Runs one command line, the words after `cfstack`, and returns the exit code. Throws what the command throws. */
export async function run(args: readonly string[]): Promise<number> {
  let exitCode = 0
  const program = withoutCachedHelp(configure(yargs([...args])))
  for (const entry of commandList) {
    register(program, entry, args, (code) => (exitCode = code))
  }
  // What the parser itself refuses does not go through `fail`.
  await program.parseAsync().catch((error: Error) => {
    throw error.name === 'YError' ? usageError(error.message, program) : error
  })
  return exitCode
}

function configure(program: Argv): Argv {
  return program
    .scriptName('cfstack')
    .usage('$0 <command>\n\nCloudFormation written in TypeScript, deployed with change sets.')
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .version(ownVersion())
    .option('json', {
      type: 'boolean',
      default: false,
      global: true,
      describe: 'Print one JSON document on standard output',
    })
    .demandCommand(1, 'Say what to do')
    .strict()
    .exitProcess(false)
    .wrap(Math.min(110, process.stdout.columns ?? 100))
    .epilog(
      'Exit codes: 0 done, 1 failed, rolled back or refused, 2 bad input, 4 approval needed, 130 interrupted.',
    )
    .fail((message, error) => {
      throw error ?? usageError(message, program)
    })
}

/** For every command yargs makes its help text beforehand, to show it after a failure: 5 ms, and failures are told by us. */
function withoutCachedHelp(program: Argv): Argv {
  interface Inside {
    getInternalMethods?(): { getUsageInstance(): { cacheHelpMessage: () => void } }
  }
  const usage = (program as unknown as Inside).getInternalMethods?.().getUsageInstance()
  if (usage !== undefined) usage.cacheHelpMessage = () => undefined
  return program
}

function register(
  program: Argv,
  entry: CommandEntry,
  args: readonly string[],
  done: (code: number) => void,
): void {
  program.command(
    entry.call,
    entry.describe,
    async (instance) => (await load(entry)).builder(instance as never, args),
    async (argv) => done((await (await load(entry)).handler(argv as never)) ?? 0),
  )
}

async function load(entry: CommandEntry): Promise<Command<never>> {
  try {
    return (await entry.load()).command
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    const name = entry.call.split(' ')[0]
    throw new CfstackError('E_INSTALL', `Cannot run command "${name}": ${(error as Error).message}`, {
      hint: 'Install cfstack again, with its dependencies',
      cause: error,
      exitCode: 1,
    })
  }
}
