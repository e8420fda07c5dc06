import { validationError } from '../../service-error.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'

/** `Fn::Length`: how many items a list has. */
export const length: TemplateFunction = (argument, env, resolve) => {
  const items = resolve(argument, env)
  if (items === unknownValue) return unknownValue
  if (!Array.isArray(items))
    throw validationError(
      'Transform AWS::LanguageExtensions failed with: Fn::Length only supports values of type list',
    )
  return items.length
}
