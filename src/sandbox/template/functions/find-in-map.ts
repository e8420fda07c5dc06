import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import { malformedCall } from './malformed-call.ts'
import type { ResolveEnv, TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::FindInMap`: a value of a mapping, or the default that the call brings along. */
export const findInMap: TemplateFunction = (argument, env, resolve) => {
  const [map, top, second] = Array.isArray(argument)
    ? argument.slice(0, 3).map((part) => textOfScalar(resolve(part, env)))
    : []
  if (map === undefined || top === undefined || second === undefined) throw malformedCall('Fn::FindInMap')
  if ([map, top, second].includes(unknownValue)) return unknownValue
  const found = own(own(own(env.scope.mappings, map), top), second)
  if (found !== undefined) return resolve(found, env)
  const options: unknown = (argument as readonly unknown[])[3]
  if (isObject(options) && 'DefaultValue' in options) return resolve(options['DefaultValue'], env)
  throw missing([map, top, second], env)
}

function missing([map = '', top, second]: readonly string[], { scope }: ResolveEnv): Error {
  return validationError(
    Object.hasOwn(scope.mappings, map)
      ? `Template error: Unable to get mapping for ${map}::${top}::${second}`
      : `Template error: Mapping named '${map}' is not present in the 'Mappings' section of template.`,
  )
}

function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
