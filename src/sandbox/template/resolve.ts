import { isObject, onlyKey } from '../../validate/json.ts'
import { readParameter } from './dynamic-references/read-parameter.ts'
import { replaceReferences } from './dynamic-references/reference.ts'
import { resolveDynamicReferences } from './dynamic-references/resolve-dynamic-references.ts'
import { base64 } from './functions/base64.ts'
import { cidr } from './functions/cidr.ts'
import { findInMap } from './functions/find-in-map.ts'
import { getAtt } from './functions/get-att.ts'
import { getAzs } from './functions/get-azs.ts'
import { getStackOutput } from './functions/get-stack-output.ts'
import { ifElse } from './functions/if-else.ts'
import { importValue } from './functions/import-value.ts'
import { join } from './functions/join.ts'
import { length } from './functions/length.ts'
import { ref } from './functions/ref.ts'
import { select } from './functions/select.ts'
import { split } from './functions/split.ts'
import { sub } from './functions/sub.ts'
import { toJsonString } from './functions/to-json-string.ts'
import type { ResolveEnv, TemplateFunction } from './resolve-env.ts'

const functions: { readonly [name: string]: TemplateFunction } = {
  Ref: ref,
  'Fn::Base64': base64,
  'Fn::Cidr': cidr,
  'Fn::FindInMap': findInMap,
  'Fn::GetAZs': getAzs,
  'Fn::GetAtt': getAtt,
  'Fn::GetStackOutput': getStackOutput,
  'Fn::If': ifElse,
  'Fn::ImportValue': importValue,
  'Fn::Join': join,
  'Fn::Length': length,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Sub': sub,
  'Fn::ToJsonString': toJsonString,
}

/**
 * Works out a value of a template: functions become what they yield, `AWS::NoValue` is gone (undefined when it is the whole value), and what
 * hangs on a resource that does not exist yet is `unknownValue`. Throws what CloudFormation says of functions that cannot be worked out.
 *
 * @example
 * resolve({ 'Fn::Join': ['-', [{ Ref: 'AWS::StackName' }, 'logs']] }, env) // 'network-logs'
 */
export function resolve(value: unknown, env: ResolveEnv): unknown {
  if (typeof value === 'string') return lookedUp(value, env)
  if (Array.isArray(value))
    return value.map((item) => resolve(item, env)).filter((item) => item !== undefined)
  if (!isObject(value)) return value
  const name = onlyKey(value)
  const call = name !== undefined && Object.hasOwn(functions, name) ? functions[name] : undefined
  if (name !== undefined && call !== undefined) return lookedUp(call(value[name], env, resolve), env)
  return resolveMembers(value, env)
}

/** Dynamic references stand in texts as written, and in those that functions yield: values of parameters may be some. */
function lookedUp(value: unknown, env: ResolveEnv): unknown {
  if (typeof value !== 'string') return value
  const { references } = env.scope
  const known =
    references === undefined ? value : replaceReferences(value, ({ text }) => references[text] ?? text)
  if (env.dynamicReferences === 'kept') return known
  if (env.dynamicReferences !== 'plain') return resolveDynamicReferences(known, env)
  return replaceReferences(known, (one) => (one.service === 'ssm' ? readParameter(one, env) : one.text))
}

function resolveMembers(value: { readonly [key: string]: unknown }, env: ResolveEnv): unknown {
  const resolved: { [key: string]: unknown } = {}
  for (const key of Object.keys(value)) {
    const member = resolve(value[key], env)
    if (member === undefined) continue
    if (key === '__proto__') Object.defineProperty(resolved, key, { value: member, enumerable: true })
    else resolved[key] = member
  }
  return resolved
}
