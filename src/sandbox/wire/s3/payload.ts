import type { SandboxRequest } from '../http.ts'

/** The bytes that an upload carries. SDKs may send them in signed chunks with a checksum behind: `<length>;…\r\n<bytes>\r\n…0\r\n`. */
export function payloadOf({ headers, body = '' }: SandboxRequest): Uint8Array {
  const bytes = Buffer.from(body as Uint8Array)
  const isChunked =
    headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true ||
    headers['content-encoding']?.includes('aws-chunked') === true
  return isChunked ? joinChunks(bytes) : bytes
}

function joinChunks(bytes: Buffer): Uint8Array {
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n', at)
    const length = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16)
    if (end < 0 || !(length > 0)) break
    chunks.push(bytes.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
  return Buffer.concat(chunks)
}
