/** A request as it came over HTTP, or as an SDK would have sent it. Names of headers are lower case. */
export interface SandboxRequest {
  readonly method: string
  /** A path with its query, or a whole address. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | undefined
}

export interface SandboxResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** The body as text. */
export function textOf({ body = '' }: Pick<SandboxRequest, 'body'>): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8')
}

/** The address, whole: a path alone is one of this machine. */
export function addressOf({ url, headers }: Pick<SandboxRequest, 'url' | 'headers'>): URL {
  return new URL(url, `http://${headers['host'] ?? 'localhost'}`)
}
