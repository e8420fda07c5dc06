import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::Base64`: a text's UTF-8 bytes in Base64. */
export const base64: TemplateFunction = (argument, env, resolve) => {
  const text = textOfScalar(resolve(argument, env))
  if (text === undefined) throw malformedCall('Fn::Base64')
  return text === unknownValue ? text : Buffer.from(text).toString('base64')
}
