import { validationError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'

/** A text of an operation's input; undefined when it is not given or empty. */
export function textGiven(input: JsonObject, name: string): string | undefined {
  const value = input[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A text that the operation cannot do without. `name` is the input's, and what CloudFormation's message calls it by. */
export function textNeeded(input: JsonObject, name: string): string {
  const value = textGiven(input, name)
  if (value !== undefined) return value
  const member = name[0]!.toLowerCase() + name.slice(1)
  throw validationError(
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  )
}

/** A list of an operation's input; undefined when it is not given. */
export function listGiven<T>(input: JsonObject, name: string): readonly T[] | undefined {
  const value = input[name]
  return Array.isArray(value) ? (value as T[]) : undefined
}

/** True for a truth value of an operation's input that is given as true, which is text on the wire. */
export function isTrue(input: JsonObject, name: string): boolean {
  return input[name] === true || input[name] === 'true'
}
