import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { endpointEnv, type Endpoint } from './endpoints.ts'

/** A call that was sent: the action, and its parameters as CloudFormation's Query protocol writes them. */
export interface Call {
  readonly action: string
  readonly params: Readonly<Record<string, string>>
}

/** What the responder says to a call: the result's fields, or an error that it throws. */
export type Answer = (
  params: Readonly<Record<string, string>>,
  calls: readonly Call[],
) => object | Promise<object>

/** A CloudFormation that says what a test has written down: for states that no emulator reaches. */
export interface Responder extends Endpoint {
  readonly calls: readonly Call[]
  /** The actions of the calls that change something, in order. */
  changes(): readonly string[]
}

/** An error as CloudFormation sends it. */
export class ServiceError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** An answer that never comes. */
export const never = (): Promise<never> => new Promise(() => undefined)

/** Starts a responder. An action that has no answer is an error. */
export async function startResponder(answers: Readonly<Record<string, Answer>>): Promise<Responder> {
  const calls: Call[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const params = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
      const action = params['Action'] ?? ''
      calls.push({ action, params })
      void reply(action, () => answer(answers[action], params, calls)).then(({ status, body }) =>
        response.writeHead(status, { 'content-type': 'text/xml' }).end(body),
      )
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const changes = () => calls.map(({ action }) => action).filter((name) => !/^(Describe|List|Get)/.test(name))
  return { url, env: endpointEnv(url), calls, changes, stop: () => close(server) }
}

async function answer(
  say: Answer | undefined,
  params: Call['params'],
  calls: readonly Call[],
): Promise<object> {
  if (say === undefined) throw new ServiceError('InvalidAction', `Nothing is written down for this call`)
  return say(params, calls)
}

async function reply(action: string, say: () => Promise<object>): Promise<{ status: number; body: string }> {
  try {
    const result = { [`${action}Result`]: await say() }
    return { status: 200, body: xml({ [`${action}Response`]: result }) }
  } catch (error) {
    const { code = 'InternalFailure', message } = error as ServiceError
    const fields = { Type: 'Sender', Code: code, Message: message }
    return { status: 400, body: xml({ ErrorResponse: { Error: fields } }) }
  }
}

function xml(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<member>${xml(item)}</member>`).join('')
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, inner]) => (inner === undefined ? '' : `<${name}>${xml(inner)}</${name}>`))
      .join('')
  }
  return String(value).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
}
