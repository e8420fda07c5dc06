import { validationError } from '../../service-error.ts'
import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::ImportValue`: what another stack exports. */
export const importValue: TemplateFunction = (argument, env, resolve) => {
  const name = textOfScalar(resolve(argument, env))
  if (name === undefined) throw malformedCall('Fn::ImportValue')
  if (name === unknownValue) return unknownValue
  const value = env.import(name)
  if (value === undefined) throw validationError(`No export named ${name} found.`)
  return value
}
