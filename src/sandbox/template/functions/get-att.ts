import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'

/** `Fn::GetAtt`: an attribute of a resource. */
export const getAtt: TemplateFunction = (argument, env, resolve) => {
  const [id, ...rest] = typeof argument === 'string' ? argument.split('.') : [argument].flat()
  const [name, ...parts] = [id, ...rest].map((part) => (isObject(part) ? resolve(part, env) : part))
  if ([name, ...parts].includes(unknownValue)) return unknownValue
  if (typeof name !== 'string' || parts.length === 0 || !parts.every((part) => typeof part === 'string'))
    throw validationError(
      'Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
    )
  return env.resource(name)?.attribute(parts.join('.')) ?? unknownValue
}
