import { ServiceError } from '../service-error.ts'
import type { Operations } from '../operation.ts'
import type { JsonObject, World } from '../world.ts'
import type { Caller } from './caller.ts'
import { meetFault } from './api-faults.ts'
import { textOf, addressOf, type SandboxRequest, type SandboxResponse } from './http.ts'
import { jsonProtocol } from './json-protocol.ts'
import { queryInput } from './query-input.ts'
import { queryAnswer, queryError } from './query-protocol.ts'
import { s3 } from './s3/s3.ts'
import { stsOutput } from './sts.ts'

const cloudFormation = 'http://cloudformation.amazonaws.com/doc/2010-05-15/'
const sts = 'https://sts.amazonaws.com/doc/2011-06-15/'

/** What a call is: the action's name when it has one in the Query protocol, and whether it may change the world. */
export interface Call {
  readonly request: SandboxRequest
  readonly caller: Caller
  readonly service: string
  readonly action: string
  readonly form: URLSearchParams
}

/** Reads which service a request is for: its signature says it, or else its form. */
export function callOf(request: SandboxRequest, caller: Caller): Call {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  const form = isForm ? new URLSearchParams(textOf(request)) : addressOf(request).searchParams
  const action = form.get('Action') ?? ''
  const guess =
    request.headers['x-amz-target'] !== undefined
      ? 'ssm'
      : action === ''
        ? 's3'
        : form.get('Version') === '2011-06-15'
          ? 'sts'
          : 'cloudformation'
  return { request, caller, form, action, service: caller.service ?? guess }
}

/** Answers a call. `before` is the world as it was before the last change, for stale answers. */
export function answerCall(
  world: World,
  call: Call,
  { operations, before }: { readonly operations: Operations; readonly before: World | undefined },
): SandboxResponse {
  const { request, caller, service, action, form } = call
  if (service === 's3') return s3(world, request, caller)
  if (service === 'ssm' || service === 'secretsmanager') return jsonProtocol(world, request, caller)
  const namespace = service === 'sts' ? sts : cloudFormation
  try {
    const input = queryInput(form)
    if (service === 'sts') return queryAnswer(namespace, action, stsOutput(action, input, caller))
    if (service !== 'cloudformation')
      throw new ServiceError('InvalidAction', `The sandbox has no service "${service}"`)
    return queryAnswer(namespace, action, run({ world, before }, { action, input, caller }, operations))
  } catch (error) {
    if (error instanceof ServiceError) return queryError(namespace, error)
    throw error
  }
}

function run(
  worlds: { readonly world: World; readonly before: World | undefined },
  { action, input, caller }: { readonly action: string; readonly input: JsonObject; readonly caller: Caller },
  operations: Operations,
): JsonObject {
  const operation = Object.hasOwn(operations, action) ? operations[action] : undefined
  if (operation === undefined)
    throw new ServiceError('InvalidAction', `Could not find operation ${action} for version 2010-05-15`)
  const isStale = meetFault(worlds.world, action) === 'stale' && worlds.before !== undefined
  const world = isStale ? (worlds.before as World) : worlds.world
  return operation(input, { world, place: caller.place, callerArn: caller.arn })
}
