import { isObject, onlyKey, type JsonObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import { textOfScalar } from '../functions/text-of-scalar.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { resolve } from '../resolve.ts'

/** Works a function out that is true or false; `holds` works out those in its argument. */
export type BooleanCall = (
  argument: unknown,
  env: ResolveEnv,
  holds: (condition: unknown) => boolean,
) => boolean

/** Functions by name. */
export interface BooleanCalls {
  readonly [name: string]: BooleanCall
}

/** The functions that conditions and rules have in common. */
export const booleanCalls: BooleanCalls = {
  'Fn::And': (argument, _, holds) => several('Fn::And', argument).map(holds).every(Boolean),
  'Fn::Or': (argument, _, holds) => several('Fn::Or', argument).map(holds).some(Boolean),
  'Fn::Not'(argument, _, holds) {
    if (!Array.isArray(argument) || argument.length !== 1)
      throw validationError('Template error: every Fn::Not object requires one boolean parameter.')
    return !holds(argument[0])
  },
  'Fn::Equals'(argument, env) {
    if (!Array.isArray(argument) || argument.length !== 2)
      throw validationError('Template error: every Fn::Equals object requires a list of 2 string parameters.')
    const [one, other] = argument.map((side) => comparable(resolve(side, env)))
    return one === other
  },
}

/** Whether a condition holds that consists of these functions. */
export function evaluate(condition: unknown, env: ResolveEnv, calls: BooleanCalls): boolean {
  const name = onlyKey(condition)
  const call = name !== undefined && Object.hasOwn(calls, name) ? calls[name] : undefined
  if (name === undefined || call === undefined)
    throw validationError(
      'Template format error: Conditions can only be boolean operations on parameters and other conditions',
    )
  return call((condition as JsonObject)[name], env, (inner) => evaluate(inner, env, calls))
}

function several(name: string, argument: unknown): readonly unknown[] {
  if (Array.isArray(argument) && argument.length >= 2 && argument.length <= 10) return argument
  throw validationError(
    `Template error: every ${name} object requires a list of at least 2 and at most 10 boolean parameters.`,
  )
}

/** Numbers and truth values are compared as text. */
export function comparable(value: unknown): string {
  const text = textOfScalar(value)
  if (text !== undefined) return text
  if (Array.isArray(value)) return JSON.stringify(value.map(comparable))
  if (!isObject(value)) return ''
  return JSON.stringify(Object.entries(value).map(([key, inner]) => [key, comparable(inner)]))
}
