import { validationError } from '../../service-error.ts'
import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'

/** `Fn::If`: one of two values, by a condition. */
export const ifElse: TemplateFunction = (argument, env, resolve) => {
  if (!Array.isArray(argument) || argument.length !== 3) throw malformedCall('Fn::If')
  const [name, yes, no] = argument as readonly unknown[]
  if (typeof name !== 'string' || !Object.hasOwn(env.scope.conditions, name))
    throw validationError(`Template error: unresolved condition dependency ${String(name)} in Fn::If`)
  return resolve(env.scope.conditions[name] === true ? yes : no, env)
}
