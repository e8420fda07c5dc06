import { isObject, onlyKey } from '../../../validate/json.ts'
import { isLoopKey, loopOf } from '../../../validate/transforms/loop.ts'
import type { JsonObject } from '../../world.ts'
import { textOfScalar } from '../functions/text-of-scalar.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { resolve } from '../resolve.ts'
import { hangsOnUnknown } from '../unknown-value.ts'
import { transformError } from './transform-error.ts'

type Values = ReadonlyMap<string, string>

/**
 * A template with its `Fn::ForEach` written out. As CloudFormation does it, the value of a loop stands in for `${Name}` and `&{Name}` in
 * the keys of its fragment, for `${Name}` in `Fn::Sub`, and for `Ref`; other texts stay as they are.
 */
export function expandLoops(template: JsonObject, env: ResolveEnv): JsonObject {
  const sections = ['Conditions', 'Resources', 'Outputs']
  return Object.fromEntries(
    Object.entries(template).map(([name, section]) => [
      name,
      sections.includes(name) ? expand(section, new Map(), env) : section,
    ]),
  )
}

function expand(value: unknown, values: Values, env: ResolveEnv): unknown {
  if (Array.isArray(value)) return value.map((item) => expand(item, values, env))
  if (!isObject(value)) return value
  const known = values.size > 0 ? replacement(value, values) : undefined
  if (known !== undefined) return known
  const expanded: { [key: string]: unknown } = {}
  for (const [key, inner] of Object.entries(value)) {
    if (isLoopKey(key)) repeat(inner, values, env, expanded)
    else expanded[key] = expand(inner, values, env)
  }
  return expanded
}

function repeat(written: unknown, values: Values, env: ResolveEnv, into: { [key: string]: unknown }): void {
  const loop = loopOf(written)
  if (loop === undefined) throw loopError('Fn::ForEach layout is incorrect')
  for (const item of itemsOf(expand(loop.collection, values, env), env)) {
    const inner = new Map([...values, [loop.identifier, item]])
    for (const [key, value] of Object.entries(loop.body)) {
      if (isLoopKey(key)) {
        repeat(value, inner, env, into)
        continue
      }
      const name = replaceIn(key, inner)
      if (Object.hasOwn(into, name))
        throw loopError(`Duplicate key '${name}' when merging keys to parent object in Fn::ForEach`)
      into[name] = expand(value, inner, env)
    }
  }
}

function itemsOf(collection: unknown, env: ResolveEnv): readonly string[] {
  const items = [resolve(collection, env)].flat(2)
  const texts = items.map(textOfScalar)
  if (hangsOnUnknown(items) || !texts.every((text) => text !== undefined))
    throw loopError('Could not find a collection or could not be resolved for Fn::ForEach')
  return texts
}

/** What stands in place of a call that the loops around answer, in whole or in part. */
function replacement(value: JsonObject, values: Values): unknown {
  const call = onlyKey(value)
  const argument = call === undefined ? undefined : value[call]
  if (call === 'Ref' && typeof argument === 'string') return values.get(argument)
  if (call !== 'Fn::Sub' || typeof argument !== 'string') return undefined
  const text = replaceVariables(argument, values)
  return text.includes('${') ? { [call]: text } : text
}

function replaceVariables(text: string, values: Values): string {
  return text.replace(/\$\{([A-Za-z0-9]+)\}/g, (whole, name: string) => values.get(name) ?? whole)
}

function replaceIn(key: string, values: Values): string {
  return replaceVariables(key, values).replace(
    /&\{([A-Za-z0-9]+)\}/g,
    (whole, name: string) => values.get(name)?.replace(/[^A-Za-z0-9]/g, '') ?? whole,
  )
}

function loopError(problem: string): Error {
  return transformError('AWS::LanguageExtensions', problem)
}
