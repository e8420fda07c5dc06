import { ServiceError } from '../../service-error.ts'
import type { World } from '../../world.ts'
import type { Caller } from '../caller.ts'
import type { SandboxRequest, SandboxResponse } from '../http.ts'
import { escapeXml } from '../xml.ts'
import { bucketCall } from './bucket-calls.ts'
import { bucketOf } from './buckets.ts'
import { objectCall } from './object-calls.ts'
import { s3Answer, s3Call, s3Error } from './s3-call.ts'

/** The part of S3 that deployment tools need: buckets, and objects put, read, listed and deleted. */
export function s3(world: World, request: SandboxRequest, caller: Caller): SandboxResponse {
  const call = s3Call(request)
  try {
    if (call.bucket === '') return allBuckets(world, caller)
    if (call.key === '') return bucketCall(world, call, caller)
    return objectCall(bucketOf(world, call.bucket, call.owner), call)
  } catch (error) {
    if (error instanceof ServiceError) return s3Error(request, error)
    throw error
  }
}

function allBuckets({ store }: World, { place }: Caller): SandboxResponse {
  const own = Object.entries(store.buckets).filter(([, { account }]) => account === place.account)
  const list = own.map(
    ([name]) =>
      `<Bucket><Name>${escapeXml(name)}</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate></Bucket>`,
  )
  return s3Answer(
    200,
    `<ListAllMyBucketsResult><Owner><ID>${place.account}</ID></Owner><Buckets>${list.join('')}</Buckets></ListAllMyBucketsResult>`,
  )
}
