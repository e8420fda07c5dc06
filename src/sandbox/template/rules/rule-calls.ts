import { validationError } from '../../service-error.ts'
import { booleanCalls, comparable, type BooleanCalls } from '../conditions/boolean-calls.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { resolve } from '../resolve.ts'
import { readAccount } from './read-account.ts'

/** The functions of rules. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html */
export const ruleCalls: BooleanCalls = {
  ...booleanCalls,
  'Fn::Equals'(argument, env) {
    const [one, other] = pair('Fn::Equals', argument).map((side) => comparable(valueOf(side, env)))
    return one === other
  },
  'Fn::Contains'(argument, env) {
    const [list, value] = pair('Fn::Contains', argument)
    return textsOf(list, env).includes(comparable(valueOf(value, env)))
  },
  'Fn::EachMemberEquals'(argument, env) {
    const [list, value] = pair('Fn::EachMemberEquals', argument)
    return textsOf(list, env).every((text) => text === comparable(valueOf(value, env)))
  },
  'Fn::EachMemberIn'(argument, env) {
    const [list, allowed] = pair('Fn::EachMemberIn', argument)
    const texts = textsOf(allowed, env)
    return textsOf(list, env).every((text) => texts.includes(text))
  },
}

/** The names of all functions that may stand in rules; `Fn::If` may not, whatever its documentation says. */
export const ruleFunctions: ReadonlySet<string> = new Set([
  ...Object.keys(ruleCalls),
  'Fn::RefAll',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
  'Ref',
])

function pair(name: string, argument: unknown): readonly unknown[] {
  if (Array.isArray(argument) && argument.length === 2) return argument
  throw validationError(`Template error: every ${name} object requires a list of 2 parameters.`)
}

function textsOf(list: unknown, env: ResolveEnv): readonly string[] {
  return [valueOf(list, env)].flat(2).map(comparable)
}

function valueOf(value: unknown, env: ResolveEnv): unknown {
  if (Array.isArray(value)) return value.map((item) => valueOf(item, env))
  return readAccount(value, env) ?? resolve(value, env)
}
