import { validationError } from '../../service-error.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { readParameter } from './read-parameter.ts'
import { replaceReferences, type DynamicReference } from './reference.ts'
import { resolveSecret } from './resolve-secret.ts'

/** Whose stores. */
type Stores = Pick<ResolveEnv, 'world' | 'place'>

/** A text with its `{{resolve:…}}` replaced by what the stores hold. */
export function resolveDynamicReferences(text: string, env: Stores): string {
  return replaceReferences(text, (reference) => resolveOne(reference, env))
}

function resolveOne(reference: DynamicReference, env: Stores): string {
  if (reference.service === 'secretsmanager') return resolveSecret(reference.parts, env)
  if (reference.service === 'ssm' || reference.service === 'ssm-secure') return readParameter(reference, env)
  throw validationError(
    `Template error: Service [${reference.service}] in dynamic reference [${reference.text}] is not supported.`,
  )
}
