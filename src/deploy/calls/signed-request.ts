import { SignatureV4 } from '@smithy/signature-v4'
import type { AwsCredentialIdentityProvider } from './credentials.ts'
import { persist, type Retry } from './persist.ts'
import type { Limiter } from './limiter.ts'
import type { StandIn } from './stand-in.ts'

/** What signs the few calls to services besides CloudFormation: their SDK clients would be another five megabytes to install. */
export interface Signer {
  readonly region: string
  readonly credentials: AwsCredentialIdentityProvider
  /** The SDK's way to hash. */
  readonly sha256: ConstructorParameters<typeof SignatureV4>[0]['sha256']
  readonly limiter: Limiter
  /** Answers in place of AWS. */
  readonly standIn?: StandIn | undefined
  readonly onRetry?: ((retry: Retry) => void) | undefined
}

export interface SignedCall {
  readonly service: 's3' | 'sts' | 'ec2' | 'ssm'
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** An answer of AWS that is not an error. */
export interface SignedAnswer {
  readonly status: number
  readonly text: string
}

/** Milliseconds after which an answer counts as lost. */
const timeout = 30_000

/** Sends a signed call, again and again as `persist` says. Throws what AWS refuses with its name, status and message. */
export async function signedRequest(signer: Signer, call: SignedCall): Promise<SignedAnswer> {
  const { limiter, onRetry, credentials } = signer
  return persist(() => send(signer, call), {
    limiter,
    onRetry,
    knownToAnswer: () => true,
    refresh: () => credentials({ forceRefresh: true }),
  })
}

async function send(
  { region, credentials, sha256, standIn }: Signer,
  call: SignedCall,
): Promise<SignedAnswer> {
  const { service, method, body, headers = {} } = call
  const url = new URL(call.url)
  const signer = new SignatureV4({ service, region, credentials, sha256, uriEscapePath: service !== 's3' })
  const signed = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, ...headers },
    body,
  })
  const { status, text } = await carry(url, { method, headers: signed.headers, body }, standIn)
  if (status >= 200 && status < 300) return { status, text }
  const name =
    tag(text, 'Code') ?? jsonField(text, '__type') ?? (status === 404 ? 'NotFound' : `Status${status}`)
  throw Object.assign(new Error(tag(text, 'Message') ?? jsonField(text, 'message') ?? `status ${status}`), {
    name,
    $metadata: { httpStatusCode: status },
  })
}

async function carry(
  url: URL,
  {
    method,
    headers,
    body,
  }: { readonly method: string; readonly headers: Record<string, string>; readonly body: string | undefined },
  standIn: StandIn | undefined,
): Promise<SignedAnswer> {
  if (standIn !== undefined) {
    const answer = await standIn.send({ method, url: url.href, headers, body })
    return { status: answer.status, text: Buffer.from(answer.body as Uint8Array).toString('utf8') }
  }
  const { host: _host, ...sent } = headers
  const signal = AbortSignal.timeout(timeout)
  const answer = await fetch(url, { method, headers: sent, body: body ?? null, signal })
  return { status: answer.status, text: await answer.text() }
}

/** The text of the first element of a name in an XML document without attributes. */
export function tag(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
}

/** A text of a JSON document; services that speak JSON say so what went wrong. */
function jsonField(text: string, name: string): string | undefined {
  if (!text.startsWith('{')) return undefined
  const value = Object.entries(JSON.parse(text) as object).find(
    ([key]) => key.toLowerCase() === name,
  )?.[1] as unknown
  return typeof value === 'string' ? value.replace(/^.*#/, '') : undefined
}
