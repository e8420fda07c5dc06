import { validationError } from '../../service-error.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { parameterValue } from './stored-values.ts'
import { resolveSecret } from './resolve-secret.ts'

type Stores = Pick<ResolveEnv, 'world' | 'place'>

/** A text with its `{{resolve:…}}` replaced by what the stores hold. */
export function resolveDynamicReferences(text: string, env: Stores): string {
  if (!text.includes('{{resolve:')) return text
  return text.replace(/\{\{resolve:([^{}]+)\}\}/g, (_, reference: string) =>
    resolveOne(reference.trim(), env),
  )
}

function resolveOne(reference: string, env: Stores): string {
  const [service = '', ...parts] = reference.split(':')
  if (service === 'ssm' || service === 'ssm-secure') return resolveParameter(service, parts, env)
  if (service === 'secretsmanager') return resolveSecret(parts, env)
  throw validationError(
    `Template error: Service [${service}] in dynamic reference [${reference}] is not supported.`,
  )
}

function resolveParameter(service: string, parts: readonly string[], { world, place }: Stores): string {
  const version = /^\d+$/.test(parts.at(-1) ?? '') ? Number(parts.at(-1)) : undefined
  const name = (version === undefined ? parts : parts.slice(0, -1)).join(':')
  const found = parameterValue(world, place, name, version)
  if (found === undefined || (found.type === 'SecureString') !== (service === 'ssm-secure'))
    throw validationError(`Parameters: [${[service, ...parts].join(':')}] cannot be found.`)
  return found.value
}
