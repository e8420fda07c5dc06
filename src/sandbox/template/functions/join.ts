import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::Join`: texts in one, with a delimiter between them. */
export const join: TemplateFunction = (argument, env, resolve) => {
  if (!Array.isArray(argument) || argument.length !== 2 || typeof argument[0] !== 'string')
    throw malformedCall('Fn::Join')
  const items = resolve(argument[1], env)
  if (items === unknownValue) return unknownValue
  if (!Array.isArray(items)) throw malformedCall('Fn::Join')
  if (items.includes(unknownValue)) return unknownValue
  const texts = items.map((item) => {
    const text = textOfScalar(item)
    if (text === undefined) throw malformedCall('Fn::Join')
    return text
  })
  return texts.join(argument[0])
}
