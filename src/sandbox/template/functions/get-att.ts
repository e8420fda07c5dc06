import { isObject } from '../../../validate/json.ts'
import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'

/** `Fn::GetAtt`: an attribute of a resource. */
export const getAtt: TemplateFunction = (argument, env, resolve) => {
  const [id, ...rest] = typeof argument === 'string' ? argument.split('.') : [argument].flat()
  const [name, ...parts] = [id, ...rest].map((part) => (isObject(part) ? resolve(part, env) : part))
  if ([name, ...parts].includes(unknownValue)) return unknownValue
  if (typeof name !== 'string' || parts.length === 0 || !parts.every((part) => typeof part === 'string'))
    throw malformedCall('Fn::GetAtt')
  return env.resource(name)?.attribute(parts.join('.')) ?? unknownValue
}
