import { validationError } from '../../service-error.ts'
import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::Select`: an item of a list, counted from 0. */
export const select: TemplateFunction = (argument, env, resolve) => {
  if (!Array.isArray(argument) || argument.length !== 2) throw malformedCall('Fn::Select')
  const index = textOfScalar(resolve(argument[0], env))
  const items = resolve(argument[1], env)
  if (index === unknownValue || items === unknownValue) return unknownValue
  if (index === undefined || !/^-?\d+$/.test(index) || !Array.isArray(items))
    throw malformedCall('Fn::Select')
  const item: unknown = items[Number(index)]
  if (item === undefined || item === null)
    throw validationError(`Template error: Fn::Select cannot select nonexistent value at index ${index}`)
  return item
}
