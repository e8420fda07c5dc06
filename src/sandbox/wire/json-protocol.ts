import { ServiceError } from '../service-error.ts'
import type { JsonObject, World } from '../world.ts'
import type { Caller } from './caller.ts'
import { textOf, type SandboxRequest, type SandboxResponse } from './http.ts'
import { parameterStore } from './parameter-store.ts'
import { secretStore } from './secret-store.ts'

/** Services that are called with JSON: the parameter store and Secrets Manager. */
export function jsonProtocol(world: World, request: SandboxRequest, caller: Caller): SandboxResponse {
  const [service, action = ''] = (request.headers['x-amz-target'] ?? '').split('.')
  const actions = service === 'AmazonSSM' ? parameterStore : service === 'secretsmanager' ? secretStore : {}
  try {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (run === undefined)
      throw new ServiceError('UnknownOperationException', `The sandbox has no ${service}.${action}`)
    return answer(200, run(world, caller.place, JSON.parse(textOf(request) || '{}') as JsonObject))
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return answer(error.status, { __type: error.code, message: error.message })
  }
}

function answer(status: number, body: JsonObject): SandboxResponse {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) }
}
