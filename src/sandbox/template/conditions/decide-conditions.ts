import type { JsonObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { booleanCalls, evaluate, type BooleanCalls } from './boolean-calls.ts'

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
  // `Fn::If` may stand in a condition, with the name of another.
  const inner: ResolveEnv = { ...env, scope: { ...env.scope, conditions: decided } }
  const calls: BooleanCalls = {
    ...booleanCalls,
    Condition(argument) {
      if (typeof argument !== 'string')
        throw validationError('Template format error: Every Condition member must be a string.')
      return named(argument)
    },
  }
  function named(name: string): boolean {
    if (Object.hasOwn(decided, name)) return decided[name] as boolean
    if (!Object.hasOwn(conditions, name))
      throw validationError(
        `Template format error: Unresolved condition dependency ${name} in the Conditions block of the template`,
      )
    if (open.includes(name))
      throw validationError(
        `Template error: Found circular condition dependency between ${open.at(-1)} and ${name}`,
      )
    open.push(name)
    const holds = evaluate(conditions[name], inner, calls)
    open.pop()
    return (decided[name] = holds)
  }
  for (const name of Object.keys(conditions)) named(name)
  return decided
}
