import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** What may happen to a call on its way. */
export const faults = [
  /** AWS has too many calls; the call does nothing. */
  'throttled',
  'server-error',
  'unavailable',
  /** The connection breaks before the call arrives. */
  'dropped',
  /** The call arrives and is carried out; its answer is lost. */
  'answer-lost',
  /** As before, and the answer breaks off in the middle. */
  'answer-cut',
  /** The answer comes after the client has given up. */
  'slow',
  /** The credentials have expired. */
  'expired',
  /** AWS says that the clock is wrong. */
  'skewed',
] as const

/** `denied`: the caller may not do that; no waiting cures it. */
export type Fault = (typeof faults)[number] | 'denied'

/** A call that came through, and what happened to it. */
export interface ProxiedCall {
  readonly action: string
  readonly token: string | undefined
  readonly fault: Fault | undefined
}

export interface FaultProxy {
  readonly url: string
  readonly calls: readonly ProxiedCall[]
  stop(): Promise<void>
}

/** Milliseconds that a slow answer is late. It has to be more than the client's patience. */
const lateness = 600

/** A proxy before an endpoint. `faultFor` decides for each call, which are numbered from 0, and knows the key that signed it. */
export async function startFaultProxy(
  target: string,
  faultFor: (index: number, action: string, accessKey: string | undefined) => Fault | undefined,
): Promise<FaultProxy> {
  const calls: ProxiedCall[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const body = await textOf(request)
      const params = new URLSearchParams(body)
      const action = params.get('Action') ?? request.method ?? ''
      const fault = faultFor(calls.length, action, accessKeyOf(request))
      const token = params.get('ClientRequestToken') ?? params.get('ClientToken') ?? undefined
      calls.push({ action, token, fault })
      await happen(fault, { request, response, forward: () => forward(target, request, body) })
    })().catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop: async () => {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

interface Traffic {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly forward: () => Promise<Answer>
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}

async function happen(fault: Fault | undefined, { response, forward }: Traffic): Promise<void> {
  if (fault === 'throttled') return refuse(response, 400, 'Throttling', 'Rate exceeded')
  if (fault === 'server-error') return refuse(response, 500, 'InternalFailure', 'Something broke')
  if (fault === 'unavailable') return void response.writeHead(503).end()
  if (fault === 'dropped') return void response.destroy()
  if (fault === 'denied') return refuse(response, 403, 'AccessDenied', 'You are not authorized')
  if (fault === 'expired') return refuse(response, 403, 'ExpiredToken', 'The security token has expired')
  if (fault === 'skewed') return refuse(response, 403, 'RequestTimeTooSkewed', 'The time differs too much')
  const { status, type, text } = await forward()
  if (fault === 'answer-lost') return void response.destroy()
  if (fault === 'slow') await delay(lateness)
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
  if (fault !== 'answer-cut') return void response.end(text)
  response.write(text.slice(0, text.length / 2), () => response.destroy())
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response
    .writeHead(status, { 'content-type': 'text/xml' })
    .end(
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
    )
}

async function forward(target: string, request: IncomingMessage, body: string): Promise<Answer> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !/^(host|connection|content-length)$/.test(name)),
  ) as Record<string, string>
  const answer = await fetch(`${target}${request.url ?? '/'}`, {
    method: request.method ?? 'POST',
    headers,
    body: request.method === 'GET' || request.method === 'HEAD' ? null : body,
  })
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'text/xml',
    text: await answer.text(),
  }
}

/** The access key that signed a call. */
function accessKeyOf({ headers }: IncomingMessage): string | undefined {
  return /Credential=([^/]+)/.exec(headers.authorization ?? '')?.[1]
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
