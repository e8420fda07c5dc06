import { isCall } from './place.ts'

/** A value as text when it is written out; CloudFormation takes numbers and truths as text, and text for both. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return isCall(value) ? undefined : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A number when it is written out, as a number or as text. */
export function numberIn(value: unknown): number | undefined {
  const text = textIn(value)?.trim()
  const number = text === undefined || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : undefined
}

/** The same text for two values that surely come out equal; undefined for one of which nothing is known. */
export function equalityKey(value: unknown): string | undefined {
  const text = textIn(value)
  if (text !== undefined) return `text ${text}`
  return typeof value === 'object' ? JSON.stringify(value) : undefined
}

/** Whether two values come out equal: known for what is written out, and for the same function of the same things. */
export function compare(a: unknown, b: unknown): 'same' | 'different' | 'unknown' {
  const [left, right] = [textIn(a), textIn(b)]
  if (left !== undefined && right !== undefined) return left === right ? 'same' : 'different'
  if (left !== undefined || right !== undefined || typeof a !== 'object' || typeof b !== 'object')
    return 'unknown'
  return JSON.stringify(a) === JSON.stringify(b) ? 'same' : 'unknown'
}
