import { validationError } from '../../service-error.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::Split`: the parts of a text between delimiters. */
export const split: TemplateFunction = (argument, env, resolve) => {
  const [delimiter, source] = Array.isArray(argument) && argument.length === 2 ? argument : []
  const text = textOfScalar(resolve(source, env))
  if (text === unknownValue) return unknownValue
  if (typeof delimiter !== 'string' || delimiter === '' || text === undefined)
    throw validationError(
      'Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.',
    )
  return text.split(delimiter)
}
