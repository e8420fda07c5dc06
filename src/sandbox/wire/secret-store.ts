import { ServiceError } from '../service-error.ts'
import type { JsonObject, Place, World } from '../world.ts'

type Action = (world: World, place: Place, input: JsonObject) => JsonObject

/** The least of Secrets Manager: values that dynamic references read. */
export const secretStore: Readonly<Record<string, Action>> = {
  CreateSecret: (world, place, input) => {
    const name = String(input['Name'])
    if (Object.hasOwn(world.store.secrets, keyOf(place, name))) {
      const message = `The operation failed because the secret ${name} already exists.`
      throw new ServiceError('ResourceExistsException', message)
    }
    return put(world, place, name, input)
  },
  PutSecretValue: (world, place, input) => put(world, place, existing(world, place, input), input),
  UpdateSecret: (world, place, input) => put(world, place, existing(world, place, input), input),
  GetSecretValue: (world, place, input) => {
    const name = existing(world, place, input)
    return { ...nameAndArn(place, name), SecretString: world.store.secrets[keyOf(place, name)] }
  },
  DescribeSecret: (world, place, input) => nameAndArn(place, existing(world, place, input)),
  DeleteSecret: (world, place, input) => {
    const name = existing(world, place, input)
    delete world.store.secrets[keyOf(place, name)]
    return nameAndArn(place, name)
  },
}

function keyOf({ account, region }: Place, name: string): string {
  return `${account}/${region}/${name}`
}

function put(world: World, place: Place, name: string, input: JsonObject): JsonObject {
  world.store.secrets[keyOf(place, name)] = String(input['SecretString'] ?? '')
  return nameAndArn(place, name)
}

/** The name of a secret that there is, by name or ARN. */
function existing(world: World, place: Place, input: JsonObject): string {
  const name = String(input['SecretId'])
    .replace(/^arn:[^:]+:secretsmanager:[^:]*:\d*:secret:/, '')
    .replace(/-SBOX00$/, '')
  if (!Object.hasOwn(world.store.secrets, keyOf(place, name)))
    throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")
  return name
}

function nameAndArn({ account, region, partition }: Place, name: string): JsonObject {
  return { Name: name, ARN: `arn:${partition}:secretsmanager:${region}:${account}:secret:${name}-SBOX00` }
}
