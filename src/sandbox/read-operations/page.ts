import { validationError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'
import { textGiven } from './given.ts'

/** How many entries CloudFormation gives at once. */
const pageSize = 100

/** A page of a list, and the token of the next one when there is more. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: { readonly NextToken?: string }
}

/** The page that the input's token asks for; without one the first. */
export function page<T>(all: readonly T[], input: JsonObject, size = pageSize): Page<T> {
  const start = startOf(input, all.length)
  const end = start + size
  return { items: all.slice(start, end), next: end < all.length ? { NextToken: tokenFor(end) } : {} }
}

/**
 * The page of a list that is kept oldest first and read newest first. What is added between two pages does not move the second:
 * its token says how many older ones are left.
 */
export function pageBack<T>(all: readonly T[], input: JsonObject, size = pageSize): Page<T> {
  const end = textGiven(input, 'NextToken') === undefined ? all.length : startOf(input, all.length)
  const start = Math.max(0, end - size)
  return { items: all.slice(start, end).reverse(), next: start > 0 ? { NextToken: tokenFor(start) } : {} }
}

function tokenFor(index: number): string {
  return Buffer.from(`page ${index}`).toString('base64url')
}

function startOf(input: JsonObject, length: number): number {
  const token = textGiven(input, 'NextToken')
  if (token === undefined) return 0
  const [, digits] = /^page (\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? []
  if (digits === undefined) throw validationError('Invalid NextToken')
  return Math.min(Number(digits), length)
}
