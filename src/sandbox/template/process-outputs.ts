import { isObject } from '../../validate/json.ts'
import { validationError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'
import { collapse } from './collapse.ts'
import { textOfScalar } from './functions/text-of-scalar.ts'
import { exists } from './process-resources.ts'
import type { ProcessedOutput, ProcessedResource } from './processed-template.ts'
import type { ResolveEnv } from './resolve-env.ts'
import { referencesOf } from './structure/references.ts'
import { sectionOf } from './structure/section-of.ts'

/** The outputs of a template that exist, in its order. Throws when one refers to a resource that does not exist. */
export function processOutputs(
  root: JsonObject,
  env: ResolveEnv,
  resources: ReadonlyMap<string, ProcessedResource>,
): readonly ProcessedOutput[] {
  const outputs = Object.entries(sectionOf(root, 'Outputs')).flatMap(([key, one]) =>
    isObject(one) && exists(one, env) ? [{ key, one: collapse(one, env) as JsonObject }] : [],
  )
  const missing = new Set(
    outputs.flatMap(({ one }) =>
      [...referencesOf(one, 'Outputs').all].filter(
        (name) =>
          !resources.has(name) && !Object.hasOwn(env.scope.parameters, name) && !name.startsWith('AWS::'),
      ),
    ),
  )
  if (missing.size > 0)
    throw validationError(
      `Template format error: Unresolved resource dependencies [${[...missing].join(', ')}] in the Outputs block of the template`,
    )
  return outputs.flatMap(({ key, one }) => {
    const { Value: value, Export: exported, Description: description } = one
    if (value === undefined) return []
    const exportName = isObject(exported) ? exported['Name'] : undefined
    return [{ key, value, description: textOfScalar(description), exportName }]
  })
}
