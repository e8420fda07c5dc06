import { randomUUID } from 'node:crypto'
import type { ServiceError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'
import type { SandboxResponse } from './http.ts'
import { element, xmlOf } from './xml.ts'

/** An answer in the Query protocol. */
export function queryAnswer(namespace: string, action: string, output: JsonObject): SandboxResponse {
  const result = `<${action}Result>${xmlOf(output)}</${action}Result>`
  return answer(
    200,
    `<${action}Response xmlns="${namespace}">${result}<ResponseMetadata>${element('RequestId', randomUUID())}</ResponseMetadata></${action}Response>`,
  )
}

/** An error in the Query protocol. */
export function queryError(namespace: string, { code, message, status }: ServiceError): SandboxResponse {
  const error = element('Error', { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message })
  return answer(
    status,
    `<ErrorResponse xmlns="${namespace}">${error}${element('RequestId', randomUUID())}</ErrorResponse>`,
  )
}

function answer(status: number, body: string): SandboxResponse {
  return { status, headers: { 'content-type': 'text/xml' }, body }
}
