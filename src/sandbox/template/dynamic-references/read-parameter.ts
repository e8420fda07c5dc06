import { validationError } from '../../service-error.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import type { DynamicReference } from './reference.ts'
import { parameterValue } from './stored-values.ts'

/**
 * The value of a parameter of Systems Manager that `{{resolve:ssm:NAME:VERSION}}` names. Lists come as they are stored, with their spaces.
 * Throws what CloudFormation says of labels, of what is not there, and of encrypted parameters that are not read as such.
 */
export function readParameter(
  { service, parts, text }: DynamicReference,
  { world, place }: Pick<ResolveEnv, 'world' | 'place'>,
): string {
  const [name = '', version] = parts
  if (parts.length > 2 || name === '' || (version !== undefined && !/^\d+$/.test(version)))
    throw validationError(`Incorrect format is used in the following SSM reference: [${text}]`)
  const found = parameterValue(world, place, name, version === undefined ? undefined : Number(version))
  if (found === undefined)
    throw validationError(`Parameters: [${[service, ...parts].join(':')}] cannot be found.`)
  if (service === 'ssm' && found.type === 'SecureString')
    throw validationError(`Non-secure ssm prefix was used for secure parameter ${name}`)
  return found.value
}

/** Whether a reference names a version: CloudFormation looks these up at once, others when a deployment begins. */
export function hasVersion({ parts }: DynamicReference): boolean {
  return parts[1] !== undefined
}
