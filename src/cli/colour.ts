import type { Level } from '../validate/finding.ts'

/** Puts colour around text, or leaves it as it is. */
export interface Palette {
  readonly level: (level: Level) => (text: string) => string
  /** For what matters less. */
  readonly dim: (text: string) => string
}

/** What decides about colour: the stream, and the environment. */
export interface ColourFacts {
  readonly isTTY?: boolean | undefined
  readonly env: { readonly [name: string]: string | undefined }
}

const codes = { error: 31, warning: 33, info: 36 } as const

/**
 * The colours for a stream. They are on for a terminal that knows them; `NO_COLOR`, `CI` and `TERM=dumb` turn them off, `FORCE_COLOR`
 * turns them on everywhere.
 */
export function paletteFor(facts: ColourFacts): Palette {
  const on = wantsColour(facts)
  const paint = (code: number) => (text: string) => (on ? `\u001B[${code}m${text}\u001B[0m` : text)
  return { level: (level) => paint(codes[level]), dim: paint(2) }
}

function wantsColour({ isTTY, env }: ColourFacts): boolean {
  const isSet = (name: string): boolean => env[name] !== undefined && env[name] !== ''
  if (isSet('NO_COLOR')) return false
  if (isSet('FORCE_COLOR')) return env['FORCE_COLOR'] !== '0'
  return isTTY === true && env['TERM'] !== 'dumb' && !isSet('CI')
}
