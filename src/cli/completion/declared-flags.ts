import type { Argv, Options } from 'yargs'
import type { CommandEntry, CommonFlags } from '../command.ts'

/** A flag as its command declares it. */
export type DeclaredFlag = Pick<Options, 'type' | 'describe' | 'choices' | 'hidden'>

/** The flags that a command declares for a command line, by name. */
export async function declaredFlags(
  entry: CommandEntry,
  args: readonly string[],
): Promise<ReadonlyMap<string, DeclaredFlag>> {
  return (await declarations(entry, args)).flags
}

/** The words that a command's first argument may be; none when it may be anything. */
export async function firstWords(entry: CommandEntry, args: readonly string[]): Promise<readonly string[]> {
  const { positionals } = await declarations(entry, args)
  const [, name = ''] = /^\S+ [<[](\w+)/.exec(entry.call) ?? []
  return (positionals.get(name)?.choices ?? []).map(String)
}

/**
 * What a command declares for a command line. Its builder runs on a stand-in that remembers them: yargs
 * itself would check the unfinished line. What a builder declares before it throws counts.
 */
async function declarations(
  { load }: CommandEntry,
  args: readonly string[],
): Promise<Readonly<Record<'flags' | 'positionals', ReadonlyMap<string, DeclaredFlag>>>> {
  const positionals = new Map<string, DeclaredFlag>()
  const flags = new Map<string, DeclaredFlag>([
    ['json', { type: 'boolean', describe: 'Print one JSON document' }],
  ])
  const remember = new Map<string, (...given: never[]) => void>([
    ['option', (name: string, options: DeclaredFlag) => void flags.set(name, options)],
    ['positional', (name: string, options: DeclaredFlag) => void positionals.set(name, options)],
    ['hide', (name: string) => void flags.delete(name)],
  ])
  const standIn: object = new Proxy(
    {},
    {
      // A promise of it would wait for its `then`.
      get: (_target, method) =>
        method === 'then'
          ? undefined
          : (...given: never[]) => {
              remember.get(String(method))?.(...given)
              return standIn
            },
    },
  )
  try {
    const { command } = await load()
    await command.builder(standIn as Argv<CommonFlags>, args)
  } catch {
    // The line is not finished: a stack that is misspelt has no parameters.
  }
  return { flags, positionals }
}
