import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::Split`: the parts of a text between delimiters. */
export const split: TemplateFunction = (argument, env, resolve) => {
  const [delimiter, source] = Array.isArray(argument) && argument.length === 2 ? argument : []
  const text = textOfScalar(resolve(source, env))
  if (text === unknownValue) return unknownValue
  if (typeof delimiter !== 'string' || delimiter === '' || text === undefined)
    throw malformedCall('Fn::Split')
  return text.split(delimiter)
}
