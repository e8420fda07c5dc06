import type { Argv } from 'yargs'
import { CfstackError } from '../model/error.ts'
import { commandList } from './command-list.ts'
import { didYouMean } from '../model/did-you-mean.ts'

/** Turns what yargs says about a wrong command line into an error with a hint. */
export function usageError(message: string, instance: Argv): CfstackError {
  const valueless = /^Not enough arguments following: (.*)$/.exec(message)?.[1]
  if (valueless !== undefined) {
    return new CfstackError('E_USAGE', `Cannot read the command line: --${valueless} has no value`, {
      hint: `Write --${valueless} VALUE, or --${valueless}=VALUE when it begins with a hyphen`,
    })
  }
  const named = /^Unknown (?:arguments?|commands?): (.*)$/.exec(message)?.[1]?.split(', ') ?? []
  // yargs names a kebab-case flag a second time in camelCase.
  const unknown = named.filter((word) => !named.some((other) => other !== word && camelCase(other) === word))
  if (unknown.length === 0) {
    return new CfstackError('E_USAGE', `Cannot read the command line: ${lowerFirst(message)}`, {
      hint: 'Add --help for the usage',
    })
  }
  const commands = commandList.map((entry) => entry.call.split(' ')[0] ?? '')
  const flags = Object.keys(
    (instance as unknown as { getOptions?(): { key: object } }).getOptions?.().key ?? {},
  )
  const hints = unknown.map((word) => suggestion(word, commands, flags)).filter((hint) => hint !== undefined)
  const names = unknown.map((word) => `"${word}"`).join(', ')
  return new CfstackError(
    'E_USAGE',
    `Cannot read the command line: unknown argument${unknown.length > 1 ? 's' : ''} ${names}`,
    {
      hint: hints.length > 0 ? `Did you mean ${hints.join(', ')}?` : 'Add --help for the usage',
    },
  )
}

function suggestion(word: string, commands: string[], flags: string[]): string | undefined {
  const longer = flags.filter((name) => name.startsWith(`${word}-`))
  const flag = didYouMean(word, flags) ?? (longer.length === 1 ? longer[0] : undefined)
  return didYouMean(word, commands) ?? (flag === undefined ? undefined : `--${flag}`)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function camelCase(flag: string): string {
  return flag.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase())
}
