import { secretProperties } from '../../../validate/secret-properties.ts'
import { validationError } from '../../service-error.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { hasVersion, readParameter } from './read-parameter.ts'
import { referencesIn, type DynamicReference } from './reference.ts'

/** The properties of a resource, with everything worked out but its dynamic references. */
export interface ReferringResource {
  readonly type: string
  readonly properties: unknown
}

interface Found extends DynamicReference {
  readonly type: string
  /** Names from the properties down, without the places in lists. */
  readonly path: readonly string[]
}

/**
 * Throws what CloudFormation refuses at once of references to Systems Manager: those with a version. What it finds wrong with others is the
 * answer, which fails the stack before it touches any resource. Secrets are looked up when their resource is made.
 */
export function judgeDynamicReferences(
  resources: readonly ReferringResource[],
  env: Pick<ResolveEnv, 'world' | 'place'>,
): string | undefined {
  const found = resources
    .flatMap(({ type, properties }) => findIn(properties, type, []))
    .filter(({ service, text }) => service.startsWith('ssm') && !text.includes(unknownValue))
  const pinned = found.filter(hasVersion)
  const problem = problemOf(pinned, env)
  if (problem !== undefined) throw validationError(problem)
  return problemOf(found, env)
}

function findIn(value: unknown, type: string, path: readonly string[]): readonly Found[] {
  if (typeof value === 'string') return referencesIn(value).map((one) => ({ ...one, type, path }))
  if (Array.isArray(value)) return value.flatMap((item) => findIn(item, type, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => findIn(inner, type, [...path, key]))
}

function problemOf(found: readonly Found[], env: Pick<ResolveEnv, 'world' | 'place'>): string | undefined {
  const misplaced = found.filter((one) => one.service === 'ssm-secure' && !isSecret(one))
  if (misplaced.length > 0) {
    const places = misplaced.map(({ type, path }) => [type, 'Properties', ...path].join('/'))
    return `SSM Secure reference is not supported in: [${places.join(',')}]`
  }
  for (const reference of found)
    try {
      readParameter(reference, env)
    } catch (error) {
      return (error as Error).message
    }
  return undefined
}

function isSecret({ type, path }: Found): boolean {
  const secrets = Object.hasOwn(secretProperties, type) ? (secretProperties[type] ?? []) : []
  return secrets.map((one) => one.replaceAll('.*', '')).includes(path.join('.'))
}
