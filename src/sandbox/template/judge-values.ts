import { validationError } from '../service-error.ts'
import type { ReferringResource } from './dynamic-references/judge-dynamic-references.ts'
import { textOfScalar } from './functions/text-of-scalar.ts'
import type { ProcessedOutput, ProcessedResource } from './processed-template.ts'
import type { ResolveEnv } from './resolve-env.ts'
import { resolve } from './resolve.ts'
import { unknownValue } from './unknown-value.ts'

/**
 * Throws for functions that cannot be worked out, whatever the resources yield: a key that a mapping lacks, an item that a list lacks. `env`
 * knows no resource. Yields the resources with everything worked out but their dynamic references.
 */
export function judgeValues(
  resources: readonly ProcessedResource[],
  outputs: readonly ProcessedOutput[],
  env: ResolveEnv,
): readonly ReferringResource[] {
  const unsure: ResolveEnv = {
    ...env,
    dynamicReferences: 'kept',
    import: () => unknownValue,
    stackOutput: () => unknownValue,
  }
  const worked = resources.map(({ type, properties, creationPolicy, updatePolicy }) => {
    resolve([creationPolicy, updatePolicy], unsure)
    return { type, properties: resolve(properties, unsure) }
  })
  for (const { value, exportName } of outputs)
    for (const one of [value, exportName ?? ''])
      if (textOfScalar(resolve(one, unsure) ?? '') === undefined)
        throw validationError(
          'Template format error: The Value field of every Outputs member must evaluate to a String.',
        )
  return worked
}
