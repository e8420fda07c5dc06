import { validationError } from '../../service-error.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { hangsOnUnknown, unknownValue } from '../unknown-value.ts'

/** `Fn::ToJsonString`: an object or a list as JSON text. */
export const toJsonString: TemplateFunction = (argument, env, resolve) => {
  if (typeof argument !== 'object' || argument === null)
    throw validationError(
      'Transform AWS::LanguageExtensions failed with: Fn::ToJsonString only supports object and list values',
    )
  const value = resolve(argument, env)
  return hangsOnUnknown(value) ? unknownValue : JSON.stringify(value)
}
