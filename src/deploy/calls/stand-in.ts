import type { Limiter } from './limiter.ts'

/** A request as it would go to AWS, signed. */
export interface CarriedRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | undefined
}

export interface CarriedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** What answers in place of AWS: nothing goes over the network. */
export interface StandIn {
  send(request: CarriedRequest): Promise<CarriedAnswer>
  /** What its caller signs with; it decides the account. */
  readonly accessKeyId: string
  /** How many of its seconds pass in one of ours; one when absent. */
  readonly speed?: number
}

/** The part of an SDK's HTTP request that is read here. */
interface SdkRequest {
  readonly method: string
  readonly protocol: string
  readonly hostname: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** The SDK's way to send, by a stand-in. */
export function requestHandler({ send }: StandIn) {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request: SdkRequest) {
      const { method, protocol, hostname, path, headers, body } = request
      const answer = await send({
        method,
        url: `${protocol}//${hostname}${path}`,
        headers: lowerCase(headers),
        body,
      })
      return {
        response: {
          statusCode: answer.status,
          headers: { ...answer.headers },
          body: Buffer.from(answer.body as Uint8Array),
        },
      }
    },
    destroy: (): void => undefined,
    updateHttpClientConfig: (): void => undefined,
    httpHandlerConfigs: (): object => ({}),
  }
}

/** Credentials for a stand-in: it checks no signature. */
export function standInCredentials({ accessKeyId }: StandIn) {
  return async (): Promise<{ accessKeyId: string; secretAccessKey: string }> => ({
    accessKeyId,
    secretAccessKey: 'sandbox',
  })
}

/** Nobody complains about too many calls within one process. */
export const noLimit: Limiter = {
  turn: async () => undefined,
  throttled: () => undefined,
  answered: () => undefined,
  rate: Infinity,
}

function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
