import type { World } from '../../world.ts'

/** The content of an object in a bucket; undefined when there is no such bucket or object. */
export function objectAt(bucket: string, key: string, { store }: World): string | undefined {
  const objects = Object.hasOwn(store.buckets, bucket) ? store.buckets[bucket]?.objects : undefined
  return objects !== undefined && Object.hasOwn(objects, key) ? objects[key] : undefined
}
