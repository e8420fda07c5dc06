import type { World } from '../world.ts'

interface Subject {
  readonly type: string
  readonly physicalId?: string | undefined
}

/** Why a resource cannot be taken away for what is in it: a bucket has to be empty. */
export function contentInTheWay({ store }: World, { type, physicalId }: Subject): string | undefined {
  const objects = type === 'AWS::S3::Bucket' ? store.buckets[physicalId ?? '']?.objects : undefined
  if (objects === undefined || Object.keys(objects).length === 0) return undefined
  return 'The bucket you tried to delete is not empty (Service: S3, Status Code: 409)'
}

/** A bucket goes with its resource. */
export function forgetContent({ store }: World, { type, physicalId }: Subject): void {
  if (type === 'AWS::S3::Bucket' && physicalId !== undefined) delete store.buckets[physicalId]
}
