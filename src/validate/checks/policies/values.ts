import { readItems, isCall, type Place } from '../../wiring/place.ts'

/** The values of a text or a list of texts, as far as they are written out: functions and dynamic references are left out. */
export function textsOf(place: Place): readonly Place[] {
  const all = Array.isArray(place.value) ? readItems(place) : [place]
  return all.filter(({ value }) => value !== undefined && !isCall(value))
}

/** An ARN, with wildcards in any part, or `*` alone. */
export function isArnOrStar(text: string): boolean {
  return /^(arn:(aws[A-Za-z-]*?|\*):[^:]+:[^:]*(:(?:\d{12}|\*|aws)?:.+|)|\*)$/.test(text)
}
