import { ServiceError } from '../../service-error.ts'
import type { Bucket, World } from '../../world.ts'
import type { Caller } from '../caller.ts'

/** A bucket by name: one that was made by a call, or by a stack. Undefined when there is none. */
export function findBucket(world: World, name: string): Bucket | undefined {
  const { buckets } = world.store
  if (Object.hasOwn(buckets, name)) return buckets[name]
  const live = Object.values(world.live).find(
    ({ type, physicalId }) => type === 'AWS::S3::Bucket' && physicalId === name,
  )
  if (live === undefined) return undefined
  const { account, region } = live.place
  buckets[name] = { account, region, objects: {} }
  return buckets[name]
}

/** The bucket that a call names. Throws when there is none, or it is not whose the caller expects. */
export function bucketOf(world: World, name: string, expectedOwner?: string): Bucket {
  const bucket = findBucket(world, name)
  if (bucket === undefined) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404)
  if (expectedOwner !== undefined && expectedOwner !== bucket.account)
    throw new ServiceError('AccessDenied', 'Access Denied', 403)
  return bucket
}

/** Makes a bucket. Throws when the name is taken; in us-east-1 making one's own again is no error. */
export function createBucket(world: World, name: string, { place }: Caller): void {
  const found = findBucket(world, name)
  if (found === undefined) {
    world.store.buckets[name] = { account: place.account, region: place.region, objects: {} }
    return
  }
  if (found.account !== place.account) {
    const message =
      'The requested bucket name is not available. The bucket namespace is shared by all users of the system.'
    throw new ServiceError('BucketAlreadyExists', message, 409)
  }
  if (place.region !== 'us-east-1') {
    const message = 'Your previous request to create the named bucket succeeded and you already own it.'
    throw new ServiceError('BucketAlreadyOwnedByYou', message, 409)
  }
}
