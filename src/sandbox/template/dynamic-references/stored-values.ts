import { isObject } from '../../../validate/json.ts'
import type { LiveResource, Place, World } from '../../world.ts'
import { publicParameter } from './public-parameter.ts'

/** A parameter of Systems Manager, as of one version. */
export interface ParameterValue {
  readonly type: 'String' | 'StringList' | 'SecureString'
  readonly value: string
}

/**
 * A parameter of Systems Manager: of the store, made by a stack, or one of those that AWS publishes. The latest version when none is named;
 * undefined when there is none of that name and version.
 */
export function parameterValue(
  world: World,
  place: Place,
  name: string,
  version?: number,
): ParameterValue | undefined {
  const plain = /^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(\/.+)$/.exec(name)?.[1] ?? name
  const stored = world.store.parameters[`${place.account}/${place.region}/${plain}`]
  if (stored !== undefined) {
    const value = version === undefined ? stored.values.at(-1) : stored.values[version - 1]
    return value === undefined ? undefined : { type: stored.type, value }
  }
  const made = findMade(world, place, 'AWS::SSM::Parameter', plain, 'Name')
  if (made === undefined) return publicParameter(plain, place)
  const { Type: type, Value: value } = made.properties
  if (version !== undefined && version !== 1) return undefined
  return { type: type === 'StringList' ? 'StringList' : 'String', value: String(value) }
}

/** The text of a secret, of the store or made by a stack, by name or ARN; undefined when there is none. */
export function secretValue(world: World, place: Place, id: string): string | undefined {
  const name = /^arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:(.+?)(-[A-Za-z0-9]{6})?$/.exec(id)?.[1] ?? id
  const stored = world.store.secrets[`${place.account}/${place.region}/${name}`]
  if (stored !== undefined) return stored
  const made = findMade(world, place, 'AWS::SecretsManager::Secret', id, 'Name')
  return made && secretOf(made)
}

function findMade(
  world: World,
  place: Place,
  type: string,
  id: string,
  nameProperty: string,
): LiveResource | undefined {
  return Object.values(world.live).find(
    (live) =>
      live.type === type &&
      (live.physicalId === id || live.properties[nameProperty] === id) &&
      live.place.account === place.account &&
      live.place.region === place.region,
  )
}

/** What a generated secret holds is made up, the same each time that it is asked for. */
function secretOf({ properties, physicalId }: LiveResource): string {
  const { SecretString: text, GenerateSecretString: generate } = properties
  if (typeof text === 'string') return text
  const password = `generated-${physicalId.slice(-6)}`
  if (!isObject(generate)) return password
  const { SecretStringTemplate: template, GenerateStringKey: key } = generate
  if (typeof template !== 'string' || typeof key !== 'string') return password
  try {
    return JSON.stringify({ ...(JSON.parse(template) as object), [key]: password })
  } catch {
    return password
  }
}
