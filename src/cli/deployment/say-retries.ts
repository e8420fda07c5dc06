import type { Retry } from '../../deploy/calls/persist.ts'
import { scrub } from '../../deploy/secrets/scrub.ts'

/** Failures in a row before a person is told: one is nothing to speak of. */
const quietFailures = 2

/** Tells of calls that are repeated: once when it begins, and again each time that their number has doubled. */
export function sayRetries(say: (text: string) => void): (retry: Retry) => void {
  return ({ error, kind, failures }) => {
    const isPowerOfTwo = (failures & (failures - 1)) === 0
    if (failures < quietFailures || !isPowerOfTwo) return
    say(`Still trying (${failures} failed): ${reasons[kind] ?? ''}${scrub(error.message || error.name)}`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  throttled: 'AWS asks to slow down: ',
  expired: 'the credentials were read again: ',
}
