import { subParts } from '../../../validate/sub-variables.ts'
import { validationError } from '../../service-error.ts'
import { malformedCall } from './malformed-call.ts'
import type { Resolve, ResolveEnv, TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::Sub`: a text with `${…}` filled in. */
export const sub: TemplateFunction = (argument, env, resolve) => {
  const parts = subParts(argument)
  if (parts === undefined) throw malformedCall('Fn::Sub')
  let isUnknown = false
  const text = parts.text.replace(/\$\{([^{}]*)\}/g, (whole, inner: string) => {
    if (inner.startsWith('!')) return `\${${inner.slice(1)}}`
    const value = variable(inner.trim(), parts.own, env, resolve)
    isUnknown ||= value === unknownValue
    return value ?? whole
  })
  return isUnknown ? unknownValue : text
}

function variable(
  name: string,
  own: { readonly [name: string]: unknown },
  env: ResolveEnv,
  resolve: Resolve,
): string {
  if (!/^[\w.:]+$/.test(name))
    throw validationError(
      'Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons',
    )
  const value = resolve(Object.hasOwn(own, name) ? own[name] : callFor(name), env)
  const text = textOfScalar(value)
  if (text === undefined)
    throw validationError(
      `Template error: variable ${name} in Fn::Sub expression does not resolve to a string`,
    )
  return text
}

function callFor(name: string): unknown {
  return name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name }
}
