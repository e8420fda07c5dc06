import { isObject } from '../../../validate/json.ts'
import type { JsonObject } from '../../world.ts'
import { parseBody } from '../parse-body.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { resolve } from '../resolve.ts'
import { objectAt } from '../source/object-at.ts'
import { refuseMacro } from './refuse-macro.ts'
import { transformError } from './transform-error.ts'

/** A value with every `Fn::Transform` in it replaced by what it includes; what stands beside it stays, and loses against it. */
export function resolveIncludes(value: unknown, env: ResolveEnv): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveIncludes(item, env))
  if (!isObject(value)) return value
  const resolved = Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key === 'Fn::Transform' ? [] : [[key, resolveIncludes(inner, env)]],
    ),
  )
  const call = value['Fn::Transform']
  if (call === undefined) return resolved
  return [call].flat().reduce<JsonObject>((before, one) => ({ ...before, ...called(one, env) }), resolved)
}

function called(call: unknown, env: ResolveEnv): JsonObject {
  const name = String(isObject(call) ? call['Name'] : call)
  if (name !== 'AWS::Include') return refuseMacro(name, env)
  return include(isObject(call) ? call['Parameters'] : undefined, env)
}

/** What stands at the `Location` of an `AWS::Include`. */
export function include(parameters: unknown, env: ResolveEnv): JsonObject {
  const location = resolve(isObject(parameters) ? parameters['Location'] : undefined, env)
  const [, bucket, key] = typeof location === 'string' ? (/^s3:\/\/([^/]+)\/(.+)$/s.exec(location) ?? []) : []
  if (bucket === undefined || key === undefined)
    throw transformError('AWS::Include', 'The location parameter is not a valid S3 uri.')
  const text = objectAt(bucket, key, env.world)
  if (text === undefined) throw transformError('AWS::Include', 'The specified key does not exist.')
  try {
    return parseBody(text)
  } catch {
    throw transformError('AWS::Include', "The specified S3 object's content should be valid Yaml/JSON")
  }
}
