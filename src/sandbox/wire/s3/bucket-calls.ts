import type { World } from '../../world.ts'
import type { Caller } from '../caller.ts'
import { escapeXml } from '../xml.ts'
import { ServiceError } from '../../service-error.ts'
import { bucketOf, createBucket } from './buckets.ts'
import { toObjectBytes } from './object-text.ts'
import { etagOf, type S3Call, s3Answer } from './s3-call.ts'
import type { SandboxResponse } from '../http.ts'

/** Calls to a bucket as a whole. Settings of buckets are taken and forgotten: nothing here depends on them. */
export function bucketCall(world: World, call: S3Call, caller: Caller): SandboxResponse {
  const { method, bucket, query, owner } = call
  const setting = settings.find((name) => query.has(name))
  if (method === 'PUT' && setting === undefined) {
    createBucket(world, bucket, caller)
    return s3Answer(200, '', { location: `/${bucket}` })
  }
  const found = bucketOf(world, bucket, owner)
  if (method === 'DELETE' && setting === undefined) {
    if (Object.keys(found.objects).length > 0)
      throw new ServiceError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409)
    delete world.store.buckets[bucket]
    return s3Answer(204)
  }
  if (method !== 'GET') return s3Answer(200, '', { 'x-amz-bucket-region': found.region })
  return setting === undefined ? listing(call, found.objects) : settingOf(setting, found.region)
}

const settings = [
  'accelerate',
  'acl',
  'cors',
  'encryption',
  'lifecycle',
  'location',
  'logging',
  'notification',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'tagging',
  'versioning',
]

function settingOf(name: string, region: string): SandboxResponse {
  const place = region === 'us-east-1' ? '' : region
  if (name === 'location')
    return s3Answer(200, `<LocationConstraint xmlns="${s3Namespace}">${place}</LocationConstraint>`)
  if (name === 'versioning') return s3Answer(200, `<VersioningConfiguration xmlns="${s3Namespace}"/>`)
  if (name === 'encryption')
    return s3Answer(
      200,
      `<ServerSideEncryptionConfiguration xmlns="${s3Namespace}"><Rule><ApplyServerSideEncryptionByDefault>` +
        '<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
    )
  throw new ServiceError('NotImplemented', `The sandbox keeps no "${name}" of buckets`, 501)
}

const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'
const pageSize = 1000

function listing({ bucket, query }: S3Call, objects: Readonly<Record<string, string>>): SandboxResponse {
  const prefix = query.get('prefix') ?? ''
  const after = query.get('continuation-token') ?? query.get('marker') ?? query.get('start-after') ?? ''
  const keys = Object.keys(objects)
    .filter((key) => key.startsWith(prefix) && key > after)
    .sort()
  const limit = Math.min(pageSize, Number(query.get('max-keys') ?? pageSize))
  const page = keys.slice(0, limit)
  const next = keys.length > page.length ? escapeXml(page.at(-1) ?? '') : undefined
  const contents = page.map((key) => {
    const bytes = toObjectBytes(objects[key] ?? '')
    return `<Contents><Key>${escapeXml(key)}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>&quot;${etagOf(bytes)}&quot;</ETag><Size>${bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  })
  return s3Answer(
    200,
    `<ListBucketResult xmlns="${s3Namespace}"><Name>${bucket}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount>` +
      `<MaxKeys>${limit}</MaxKeys><IsTruncated>${next !== undefined}</IsTruncated>` +
      (next === undefined
        ? ''
        : `<NextContinuationToken>${next}</NextContinuationToken><NextMarker>${next}</NextMarker>`) +
      `${contents.join('')}</ListBucketResult>`,
  )
}
