import { validationError } from '../../service-error.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::Join`: texts in one, with a delimiter between them. */
export const join: TemplateFunction = (argument, env, resolve) => {
  if (!Array.isArray(argument) || argument.length !== 2 || typeof argument[0] !== 'string') throw malformed()
  const items = resolve(argument[1], env)
  if (items === unknownValue) return unknownValue
  if (!Array.isArray(items)) throw malformed()
  if (items.includes(unknownValue)) return unknownValue
  const texts = items.map((item) => {
    const text = textOfScalar(item)
    if (text === undefined) throw malformed()
    return text
  })
  return resolve(texts.join(argument[0]), env)
}

function malformed(): Error {
  return validationError(
    'Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.',
  )
}
