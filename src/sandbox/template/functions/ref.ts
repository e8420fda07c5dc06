import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { pseudoParameter } from './pseudo-parameter.ts'

/** `Ref`: a pseudo parameter, a parameter, or what identifies a resource. */
export const ref: TemplateFunction = (argument, env, resolve) => {
  const name = resolve(argument, env)
  if (name === unknownValue) return unknownValue
  if (typeof name !== 'string') throw malformedCall('Ref')
  if (name.startsWith('AWS::')) return pseudoParameter(name, env)
  if (Object.hasOwn(env.scope.parameters, name)) return env.scope.parameters[name]
  return env.resource(name)?.ref ?? unknownValue
}
