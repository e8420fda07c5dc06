import { CfstackError } from '../../model/error.ts'
import { defaultSpeed } from './sandbox-flags.ts'

/** How fast the sandbox's time goes, as the command line says it. Throws when that can't be meant. */
export function speedOf(text: string | undefined): number | 'instant' {
  if (text === undefined) return defaultSpeed
  if (text === 'instant') return text
  const speed = Number(text)
  if (speed > 0 && Number.isFinite(speed)) return speed
  throw new CfstackError('E_USAGE', `Cannot read the command line: "${text}" is no speed`, {
    hint: 'Give a number, 1 for real time, or "instant"',
  })
}
