import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { secretValue } from './stored-values.ts'

/** `secretsmanager:ID:SecretString:KEY:STAGE:VERSION`, where the id may be an ARN with colons of its own. */
export function resolveSecret(
  parts: readonly string[],
  { world, place }: Pick<ResolveEnv, 'world' | 'place'>,
): string {
  const length = parts[0] === 'arn' ? 7 : 1
  const id = parts.slice(0, length).join(':')
  const [kind = 'SecretString', key = ''] = parts.slice(length)
  if (kind !== 'SecretString' && kind !== '')
    throw validationError(`Template error: Secrets Manager only supports SecretString, found [${kind}].`)
  const text = secretValue(world, place, id)
  if (text === undefined)
    throw validationError(
      "Secrets Manager can't find the specified secret. (Service: AWSSecretsManager; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: 00000000-0000-0000-0000-000000000000; Proxy: null)",
    )
  return key === '' ? text : memberOf(text, key)
}

function memberOf(text: string, key: string): string {
  const value = parsed(text)
  if (!isObject(value)) throw validationError('Could not parse SecretString JSON')
  if (!Object.hasOwn(value, key))
    throw validationError('Could not find a value associated with JSONKey in SecretString')
  const member = value[key]
  return typeof member === 'string' ? member : JSON.stringify(member)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
