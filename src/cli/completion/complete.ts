import type { CommandEntry } from '../command.ts'
import { declaredFlags, type DeclaredFlag, firstWords } from './declared-flags.ts'

/** A word that may stand next, with a few words about it. */
export interface Candidate {
  readonly word: string
  readonly about?: string
}

/** What completion knows of the project and the machine; read only when wanted. */
export interface CompletionFacts {
  readonly commands: readonly CommandEntry[]
  /** Names of the stacks of a manifest; none when it can't be read. */
  stacks(manifest: string | undefined): readonly string[]
  regions(): readonly string[]
  profiles(): readonly string[]
}

/** What may stand in place of the last of the words after `cfstack`, which may be empty. None: the shell offers files. */
export async function complete(
  words: readonly string[],
  facts: CompletionFacts,
): Promise<readonly Candidate[]> {
  const current = words.at(-1) ?? ''
  const found = await candidates(words.slice(0, -1), current, facts)
  return found.filter(({ word }) => word.startsWith(current))
}

async function candidates(
  before: readonly string[],
  current: string,
  facts: CompletionFacts,
): Promise<readonly Candidate[]> {
  const name = before[0]
  if (name === undefined) {
    return facts.commands.map(({ call, describe }) => ({ word: call.split(' ')[0] ?? '', about: describe }))
  }
  const entry = facts.commands.find(({ call }) => call.split(' ')[0] === name)
  if (entry === undefined) return []
  const previous = before.at(-1) ?? ''
  const manifest = valueOf(before, 'manifest')
  if (!current.startsWith('-') && !previous.startsWith('--'))
    return positionals(entry, before, () => facts.stacks(manifest))
  const flags = await declaredFlags(entry, before)
  const asked = previous.startsWith('--') ? flags.get(previous.slice(2)) : undefined
  if (asked !== undefined && asked.type !== 'boolean')
    return values(previous.slice(2), asked, { ...facts, manifest })
  if (current.startsWith('-')) return flagWords(flags, before)
  return positionals(entry, before, () => facts.stacks(manifest))
}

async function positionals(
  entry: CommandEntry,
  before: readonly string[],
  stacks: () => readonly string[],
): Promise<readonly Candidate[]> {
  const { call } = entry
  if (/\[stacks?\b|\[patterns/.test(call)) {
    return stacks()
      .filter((name) => !before.includes(name))
      .map((word) => ({ word, about: 'stack' }))
  }
  return before.length > 1 ? [] : (await firstWords(entry, before)).map((word) => ({ word }))
}

function values(
  name: string,
  { choices }: DeclaredFlag,
  facts: CompletionFacts & { readonly manifest: string | undefined },
): readonly Candidate[] {
  const known = (): readonly string[] => {
    if (choices !== undefined) return choices.map(String)
    if (name === 'region') return facts.regions()
    if (name === 'profile') return facts.profiles()
    return name === 'stack-name' ? facts.stacks(facts.manifest) : []
  }
  return known().map((word) => ({ word }))
}

/** Flags that are not there yet; those that may be repeated, always. */
function flagWords(
  flags: ReadonlyMap<string, DeclaredFlag & { array?: boolean }>,
  before: readonly string[],
): readonly Candidate[] {
  return [...flags]
    .filter(
      ([name, { hidden, array }]) => hidden !== true && (array === true || !before.includes(`--${name}`)),
    )
    .map(([name, { describe }]) => ({
      word: `--${name}`,
      ...(typeof describe === 'string' ? { about: describe } : {}),
    }))
}

function valueOf(words: readonly string[], flag: string): string | undefined {
  const at = words.indexOf(`--${flag}`)
  if (at >= 0) return words[at + 1]
  return words.find((word) => word.startsWith(`--${flag}=`))?.slice(flag.length + 3)
}
