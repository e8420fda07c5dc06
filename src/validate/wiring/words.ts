import { textOf } from '../json.ts'
import { isCall } from './place.ts'
import { textIn } from './literal.ts'
import type { When } from './when.ts'

/** Names as a message lists them: `"app", "log"`; a value that is computed by its function. */
export function listed(values: readonly unknown[]): string {
  const known = values.map((value) =>
    isCall(value) ? 'a computed one' : `"${textIn(value) ?? textOf(value)}"`,
  )
  return [...new Set(known)].join(', ')
}

/** In which case something happens, to be put behind a sentence; nothing when it is always. */
export function inCase(when: When): string {
  const parts = [...when].map(([name, holds]) => `"${name}" is ${String(holds)}`)
  return parts.length === 0 ? '' : `, when ${parts.join(' and ')}`
}
