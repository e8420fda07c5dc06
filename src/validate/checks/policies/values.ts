import { isCall, readAt, type Reading } from '../../properties/read-at.ts'

/** The values of a text or a list of texts, as far as they are written out: functions and dynamic references are left out. */
export function textsOf(reading: Reading): readonly Reading[] {
  const all = Array.isArray(reading.value) ? readAt(reading, '*') : [reading]
  return all.filter(
    ({ value }) =>
      value !== undefined && !isCall(value) && !(typeof value === 'string' && value.includes('{{resolve:')),
  )
}

/** An ARN, with wildcards in any part, or `*` alone. */
export function isArnOrStar(text: string): boolean {
  return /^(arn:(aws[A-Za-z-]*?|\*):[^:]+:[^:]*(:(?:\d{12}|\*|aws)?:.+|)|\*)$/.test(text)
}
