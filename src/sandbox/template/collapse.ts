import { isObject, onlyKey } from '../../validate/json.ts'
import { ifElse } from './functions/if-else.ts'
import type { ResolveEnv } from './resolve-env.ts'
import { resolve } from './resolve.ts'

/**
 * A value with its conditions decided, and `AWS::NoValue` gone (undefined when it is the whole value). Other functions stay; those of the
 * language extensions that name a resource by a function name it by its text.
 */
export function collapse(value: unknown, env: ResolveEnv): unknown {
  if (Array.isArray(value))
    return value.map((item) => collapse(item, env)).filter((item) => item !== undefined)
  if (!isObject(value)) return value
  const name = onlyKey(value)
  if (name === 'Fn::If') return ifElse(value[name], env, collapse)
  if (name === 'Ref') return collapseRef(value, env)
  if (name === 'Fn::GetAtt' && Array.isArray(value[name])) return { [name]: named(value[name], env) }
  const collapsed: { [key: string]: unknown } = {}
  for (const key of Object.keys(value)) {
    const member = collapse(value[key], env)
    if (member !== undefined) collapsed[key] = member
  }
  return collapsed
}

function collapseRef(value: { readonly [key: string]: unknown }, env: ResolveEnv): unknown {
  if (value['Ref'] === 'AWS::NoValue') return undefined
  return isObject(value['Ref']) ? { Ref: resolve(value['Ref'], env) } : value
}

function named(parts: readonly unknown[], env: ResolveEnv): readonly unknown[] {
  return parts.map((part) => (isObject(part) ? resolve(part, env) : part))
}
