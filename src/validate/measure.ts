import { grouped } from './grouped.ts'

/** How deep a template may nest before it is refused unread. CloudFormation's own documents stay far below. */
const deepest = 200

/** The most values. A template of 1 MB, the largest that CloudFormation takes, has fewer. */
const most = 1_000_000

/**
 * Why a value is no template that anybody could deploy: it nests too deep, or holds too much, as aliases that stand for each other, or an
 * object that holds itself, do. Undefined when it may be looked at.
 */
export function tooMuch(value: unknown): string | undefined {
  const left = { values: most }
  const deep = isDeeper(value, deepest, left)
  if (left.values < 0) return `The template holds more than ${grouped(most)} values`
  return deep ? `The template nests more than ${deepest} levels deep` : undefined
}

function isDeeper(value: unknown, limit: number, left: { values: number }): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (limit < 0 || left.values < 0) return true
  for (const inner of Object.values(value)) {
    left.values--
    if (isDeeper(inner, limit - 1, left)) return true
  }
  return false
}
