import { isObject } from '../../../validate/json.ts'
import type { JsonObject } from '../../world.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { expandLoops } from './expand-loops.ts'
import { expandServerless } from './serverless/expand-serverless.ts'
import { include, resolveIncludes } from './include.ts'
import { refuseMacro } from './refuse-macro.ts'

/** Makes another template of one; `parameters` are those that the declaration gives. */
type Transform = (template: JsonObject, env: ResolveEnv, parameters: unknown) => JsonObject

const unchanged: Transform = (template) => template

const transforms: { readonly [name: string]: Transform } = {
  'AWS::CodeDeployBlueGreen': unchanged,
  'AWS::Include': (template, env, parameters) => ({ ...template, ...include(parameters, env) }),
  'AWS::LanguageExtensions': expandLoops,
  'AWS::SecretsManager-2020-07-23': unchanged,
  'AWS::SecretsManager-2024-09-16': unchanged,
  'AWS::Serverless-2016-10-31': expandServerless,
  'AWS::ServiceCatalog': unchanged,
}

/**
 * A template after its transforms: what is included first, then those that it declares, in their order. Throws what CloudFormation says of
 * those that fail, or do not exist.
 */
export function applyTransforms(template: JsonObject, env: ResolveEnv): JsonObject {
  const { Transform: declared, ...rest } = template
  let transformed = resolveIncludes(rest, env) as JsonObject
  for (const one of [declared ?? []].flat()) {
    const name = String(isObject(one) ? one['Name'] : one)
    const known = Object.hasOwn(transforms, name) ? transforms[name] : undefined
    if (known === undefined) refuseMacro(name, env)
    else transformed = known(transformed, env, isObject(one) ? one['Parameters'] : undefined)
  }
  return transformed
}
