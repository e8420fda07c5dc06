import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import type { Sandbox } from '../sandbox.ts'
import { controlCall } from './control-call.ts'
import type { SandboxRequest, SandboxResponse } from './http.ts'

export interface ServeOptions {
  /** Any free one when absent. */
  readonly port?: number | undefined
  /** What a bug of the sandbox threw, while the caller gets an internal failure. */
  readonly onBug?: ((error: unknown) => void) | undefined
}

/** A sandbox that is reached over HTTP. */
export interface Served {
  /** For `AWS_ENDPOINT_URL`. */
  readonly url: string
  close(): Promise<void>
}

/** Serves a sandbox on this machine only: nothing outside reaches it. */
export async function serve(sandbox: Sandbox, { port = 0, onBug }: ServeOptions = {}): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    void answer(sandbox, incoming, onBug).then((response) => send(outgoing, response))
  })
  await listen(server, port)
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

async function answer(
  sandbox: Sandbox,
  incoming: IncomingMessage,
  onBug: ServeOptions['onBug'],
): Promise<SandboxResponse> {
  try {
    const request = await read(incoming)
    return controlCall(sandbox.control, request) ?? (await sandbox.handle(request))
  } catch (error) {
    onBug?.(error)
    const body = JSON.stringify({ __type: 'InternalFailure', message: String(error) })
    return { status: 500, headers: { 'content-type': 'application/json' }, body }
  }
}

async function read(incoming: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array)
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  )
  return { method: incoming.method ?? 'GET', url: incoming.url ?? '/', headers, body: Buffer.concat(chunks) }
}

function send(outgoing: ServerResponse, { status, headers, body }: SandboxResponse): void {
  const length = headers['content-length'] ?? String(Buffer.byteLength(body))
  outgoing.writeHead(status, { 'x-amzn-requestid': randomUUID(), ...headers, 'content-length': length })
  outgoing.end(body)
}
