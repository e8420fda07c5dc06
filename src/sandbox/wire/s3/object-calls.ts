import { randomUUID } from 'node:crypto'
import { ServiceError } from '../../service-error.ts'
import type { Bucket } from '../../world.ts'
import type { SandboxResponse } from '../http.ts'
import { escapeXml } from '../xml.ts'
import { toObjectBytes, toObjectText } from './object-text.ts'
import { payloadOf } from './payload.ts'
import { etagOf, s3Answer, type S3Call } from './s3-call.ts'

/** Calls to an object. */
export function objectCall(bucket: Bucket, call: S3Call): SandboxResponse {
  const { method, key, query, request } = call
  if (method === 'POST' || query.has('uploadId')) return upload(bucket, call)
  if (method === 'PUT') {
    const bytes = payloadOf(request)
    bucket.objects[key] = toObjectText(bytes)
    return s3Answer(200, '', { etag: `"${etagOf(bytes)}"` })
  }
  if (method === 'DELETE') {
    delete bucket.objects[key]
    return s3Answer(204)
  }
  const text = Object.hasOwn(bucket.objects, key) ? bucket.objects[key] : undefined
  if (text === undefined) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404)
  const bytes = toObjectBytes(text)
  const headers = {
    etag: `"${etagOf(bytes)}"`,
    'content-type': 'binary/octet-stream',
    'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
  }
  return s3Answer(200, method === 'HEAD' ? '' : bytes, { ...headers, 'content-length': String(bytes.length) })
}

/** Uploads in parts: parts are objects under a name that no key can have, until the upload is completed. */
function upload(bucket: Bucket, { method, bucket: name, key, query, request }: S3Call): SandboxResponse {
  const place = `<Bucket>${name}</Bucket><Key>${escapeXml(key)}</Key>`
  const id = query.get('uploadId')
  if (id === null)
    return s3Answer(
      200,
      `<InitiateMultipartUploadResult>${place}<UploadId>${randomUUID()}</UploadId></InitiateMultipartUploadResult>`,
    )
  const start = `\u0000${id}/`
  if (method === 'PUT') {
    const bytes = payloadOf(request)
    bucket.objects[start + (query.get('partNumber') ?? '1').padStart(5, '0')] = toObjectText(bytes)
    return s3Answer(200, '', { etag: `"${etagOf(bytes)}"` })
  }
  const parts = Object.keys(bucket.objects)
    .filter((part) => part.startsWith(start))
    .sort()
  const whole = Buffer.concat(parts.map((part) => toObjectBytes(bucket.objects[part] ?? '')))
  for (const part of parts) delete bucket.objects[part]
  if (method === 'DELETE') return s3Answer(204)
  bucket.objects[key] = toObjectText(whole)
  return s3Answer(
    200,
    `<CompleteMultipartUploadResult>${place}<ETag>&quot;${etagOf(whole)}&quot;</ETag></CompleteMultipartUploadResult>`,
  )
}
