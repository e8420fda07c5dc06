import { isObject, onlyKey, type JsonObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import { textOfScalar } from '../functions/text-of-scalar.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { resolve } from '../resolve.ts'

/** Decides the condition of a name. */
type DecideNamed = (name: string) => boolean

/**
 * Whether each condition of a template holds, by name. Throws for circles, for names that are not there, and for calls that are no
 * conditions.
 */
export function decideConditions(
  conditions: JsonObject,
  env: ResolveEnv,
): { readonly [name: string]: boolean } {
  const decided: { [name: string]: boolean } = {}
  const open: string[] = []
  const named: DecideNamed = (name) => {
    if (Object.hasOwn(decided, name)) return decided[name] as boolean
    if (!Object.hasOwn(conditions, name)) throw unresolved(name)
    const last = open.at(-1)
    if (open.includes(name))
      throw validationError(
        `Template error: Found circular condition dependency between ${last ?? name} and ${name}`,
      )
    open.push(name)
    const inner: ResolveEnv = { ...env, scope: { ...env.scope, conditions: decided } }
    const holds = decide(conditions[name], inner, named)
    open.pop()
    return (decided[name] = holds)
  }
  for (const name of Object.keys(conditions)) named(name)
  return decided
}

/** Whether a condition holds; conditions that it names are decided by `named`. */
export function decide(condition: unknown, env: ResolveEnv, named: DecideNamed): boolean {
  const name = onlyKey(condition)
  const argument = name === undefined ? undefined : (condition as JsonObject)[name]
  const call = name !== undefined && Object.hasOwn(calls, name) ? calls[name] : undefined
  if (call !== undefined) return call(argument, env, named)
  throw validationError(
    'Template format error: Conditions can only be boolean operations on parameters and other conditions',
  )
}

type Call = (argument: unknown, env: ResolveEnv, named: DecideNamed) => boolean

const calls: { readonly [name: string]: Call } = {
  Condition(argument, _, named) {
    if (typeof argument !== 'string')
      throw validationError('Template format error: Every Condition member must be a string.')
    return named(argument)
  },
  'Fn::And': (argument, env, named) => several('Fn::And', argument).every((one) => decide(one, env, named)),
  'Fn::Or': (argument, env, named) => several('Fn::Or', argument).some((one) => decide(one, env, named)),
  'Fn::Not'(argument, env, named) {
    if (!Array.isArray(argument) || argument.length !== 1)
      throw validationError('Template error: every Fn::Not object requires one boolean parameter.')
    return !decide(argument[0], env, named)
  },
  'Fn::Equals'(argument, env) {
    if (!Array.isArray(argument) || argument.length !== 2)
      throw validationError('Template error: every Fn::Equals object requires a list of 2 string parameters.')
    const [one, other] = argument.map((side) => comparable(resolve(side, env)))
    return one === other
  },
}

function several(name: string, argument: unknown): readonly unknown[] {
  if (Array.isArray(argument) && argument.length >= 2 && argument.length <= 10) return argument
  throw validationError(
    `Template error: every ${name} object requires a list of at least 2 and at most 10 boolean parameters.`,
  )
}

/** Numbers and truth values are compared as text. */
function comparable(value: unknown): string {
  const text = textOfScalar(value)
  if (text !== undefined) return text
  if (Array.isArray(value)) return JSON.stringify(value.map(comparable))
  if (!isObject(value)) return ''
  return JSON.stringify(Object.entries(value).map(([key, inner]) => [key, comparable(inner)]))
}

function unresolved(name: string): Error {
  return validationError(
    `Template format error: Unresolved condition dependency ${name} in the Conditions block of the template`,
  )
}
