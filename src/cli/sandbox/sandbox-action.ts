import type { Control } from '../../sandbox/control.ts'
import type { Fault } from '../../sandbox/world.ts'
import { CfstackError } from '../../model/error.ts'

/** Flags of `cfstack sandbox`. */
export interface SandboxCommandFlags {
  readonly action: string
  readonly names: readonly string[]
  readonly port: string
  readonly speed: string | undefined
  readonly seed: string | undefined
  readonly state: string
  readonly 'in-memory': boolean
  readonly stack: string | undefined
  readonly on: Fault['on'] | undefined
  readonly reason: string | undefined
  readonly times: string | undefined
  readonly factor: string
}

/** Something that can be done to a sandbox from the command line: gives a document, and lines for people. */
export interface SandboxAction {
  readonly example: string
  readonly describe: string
  readonly run: (
    control: Control,
    flags: SandboxCommandFlags,
  ) => { readonly document: object; readonly text: string }
}

export type SandboxActions = Readonly<Record<string, SandboxAction>>

/** The words after the action; throws when there are fewer than wanted. */
export function wantedWords(
  action: string,
  names: readonly string[],
  wanted: readonly string[],
): readonly string[] {
  if (names.length >= wanted.length) return names
  throw usage(`"sandbox ${action}" has too few words`, `cfstack sandbox ${action} ${wanted.join(' ')}`)
}

/** A number above zero; throws for anything else. */
export function wantedNumber(name: string, text: string): number {
  const number = Number(text)
  if (number > 0 && Number.isFinite(number)) return number
  throw usage(`"${text}" is no number for ${name}`, 'Give a number above 0')
}

/** Name and value of `NAME=VALUE`. */
export function assignmentOf(word: string): readonly [string, string] {
  const at = word.indexOf('=')
  if (at > 0) return [word.slice(0, at), word.slice(at + 1)]
  throw usage(`"${word}" sets nothing`, 'Give NAME=VALUE')
}

function usage(state: string, hint: string): CfstackError {
  return new CfstackError('E_USAGE', `Cannot read the command line: ${state}`, { hint })
}
