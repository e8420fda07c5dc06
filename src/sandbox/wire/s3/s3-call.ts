import { createHash } from 'node:crypto'
import { addressOf, type SandboxRequest, type SandboxResponse } from '../http.ts'
import { escapeXml } from '../xml.ts'

/** A call to S3, taken apart. */
export interface S3Call {
  readonly method: string
  /** Empty when the call is to no bucket. */
  readonly bucket: string
  readonly key: string
  readonly query: URLSearchParams
  /** The account that the caller expects the bucket to belong to. */
  readonly owner: string | undefined
  readonly request: SandboxRequest
}

/** Reads bucket and key from the path, or from the host's name: `bucket.s3.…` and `bucket.localhost`. */
export function s3Call(request: SandboxRequest): S3Call {
  const url = addressOf(request)
  const path = decodeURIComponent(url.pathname).slice(1)
  const inHost = /^(.+?)\.(?:s3[.-]|localhost$)/.exec(url.hostname)?.[1]
  const slash = path.indexOf('/')
  const [bucket, key] =
    inHost !== undefined
      ? [inHost, path]
      : slash < 0
        ? [path, '']
        : [path.slice(0, slash), path.slice(slash + 1)]
  const owner = request.headers['x-amz-expected-bucket-owner']
  return { method: request.method, bucket, key, query: url.searchParams, owner, request }
}

/** An answer of S3. */
export function s3Answer(
  status: number,
  body: string | Uint8Array = '',
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  const type = typeof body === 'string' && body !== '' ? { 'content-type': 'application/xml' } : {}
  return { status, headers: { ...type, ...headers }, body }
}

/** An error as S3 says it. `HEAD` has no body to say it in. */
export function s3Error(
  { method }: Pick<SandboxRequest, 'method'>,
  { code, message, status }: { readonly code: string; readonly message: string; readonly status: number },
): SandboxResponse {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`
  return s3Answer(status, method === 'HEAD' ? '' : text)
}

export function etagOf(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex')
}
