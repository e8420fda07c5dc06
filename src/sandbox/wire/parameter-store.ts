import { ServiceError } from '../service-error.ts'
import { parameterValue } from '../template/dynamic-references/stored-values.ts'
import { changeLive, findLive } from '../live.ts'
import type { JsonObject, LiveResource, Place, StoredParameter, World } from '../world.ts'

type Action = (world: World, place: Place, input: JsonObject) => JsonObject

/** The actions of the Systems Manager parameter store that deployment tools use. */
export const parameterStore: Readonly<Record<string, Action>> = {
  GetParameter: (world, place, input) => {
    const name = String(input['Name'])
    const found = describe(world, place, name)
    if (found === undefined) throw new ServiceError('ParameterNotFound', `Parameter ${name} not found.`)
    return { Parameter: found }
  },
  GetParameters: (world, place, input) => {
    const names = (input['Names'] ?? []) as readonly string[]
    const found = names.map((name) => [name, describe(world, place, name)] as const)
    return {
      Parameters: found.flatMap(([, one]) => one ?? []),
      InvalidParameters: found.flatMap(([name, one]) => (one === undefined ? [name] : [])),
    }
  },
  GetParametersByPath: (world, place, input) => {
    const path = `${String(input['Path']).replace(/\/$/, '')}/`
    const names = Object.keys(world.store.parameters)
      .filter((key) => key.startsWith(keyOf(place, path)))
      .map((key) => key.slice(keyOf(place, '').length))
      .filter((name) => input['Recursive'] === true || !name.slice(path.length).includes('/'))
    return { Parameters: names.flatMap((name) => describe(world, place, name) ?? []) }
  },
  PutParameter: (world, place, input) => {
    const name = String(input['Name'])
    const found = stored(world, place, name) ?? elsewhere(world, place, name)
    if (found !== undefined && input['Overwrite'] !== true) {
      const message =
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.'
      throw new ServiceError('ParameterAlreadyExists', message)
    }
    const type = (input['Type'] ?? found?.type ?? 'String') as StoredParameter['type']
    return {
      Version: putParameter(world, place, { name, type, value: String(input['Value'] ?? '') }),
      Tier: 'Standard',
    }
  },
  DeleteParameter: (world, place, input) => {
    const name = String(input['Name'])
    if (stored(world, place, name) === undefined)
      throw new ServiceError('ParameterNotFound', `Parameter ${name} not found.`)
    delete world.store.parameters[keyOf(place, name)]
    return {}
  },
}

/** Stores a value as the next version of a parameter, and gives the version's number. One that a stack has made has one version. */
export function putParameter(
  world: World,
  place: Place,
  {
    name,
    type,
    value,
  }: { readonly name: string; readonly type: StoredParameter['type']; readonly value: string },
): number {
  const live = liveParameter(world, place, name)
  if (live !== undefined) {
    changeLive(world, live, { properties: { ...live.properties, Value: value } })
    return 1
  }
  const values = [...(stored(world, place, name)?.values ?? []), value]
  world.store.parameters[keyOf(place, name)] = { type, values }
  return values.length
}

function keyOf({ account, region }: Place, name: string): string {
  return `${account}/${region}/${name}`
}

function stored(world: World, place: Place, name: string): StoredParameter | undefined {
  const key = keyOf(place, name)
  return Object.hasOwn(world.store.parameters, key) ? world.store.parameters[key] : undefined
}

/** A parameter as the API answers, `name:3` for a version; those that stacks have made too. */
function describe(world: World, place: Place, asked: string): JsonObject | undefined {
  const bare = asked.replace(/^arn:[^:]+:ssm:[^:]*:\d*:parameter/, '')
  const [name = '', selected] = bare.split(':')
  const found = stored(world, place, name) ?? elsewhere(world, place, name)
  const version = selected === undefined ? found?.values.length : Number(selected)
  const value = found?.values[(version ?? 0) - 1]
  if (found === undefined || value === undefined) return undefined
  const { account, region, partition } = place
  const path = name.startsWith('/') ? name : `/${name}`
  return {
    Name: name,
    Type: found.type,
    Value: value,
    Version: version,
    LastModifiedDate: world.now / 1000,
    ARN: `arn:${partition}:ssm:${region}:${account}:parameter${path}`,
    DataType: 'text',
    ...(selected === undefined ? {} : { Selector: `:${selected}` }),
  }
}

/** What a stack has made, or AWS publishes. */
function elsewhere(world: World, place: Place, name: string): StoredParameter | undefined {
  const found = parameterValue(world, place, name)
  return found === undefined ? undefined : { type: found.type, values: [found.value] }
}

function liveParameter(world: World, place: Place, name: string): LiveResource | undefined {
  return findLive(world, { place, type: 'AWS::SSM::Parameter', physicalId: name })
}
