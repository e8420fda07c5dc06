import { isObject } from '../../../../validate/json.ts'
import type { JsonObject } from '../../../world.ts'
import { present } from './work.ts'

/** An object in a bucket, of `s3://bucket/key` or of `Bucket`, `Key` and `Version`; undefined when it is neither. */
export function codeLocation(uri: unknown): JsonObject | undefined {
  if (isObject(uri)) {
    const { Bucket: bucket, Key: key, Version: version } = uri
    return bucket === undefined || key === undefined
      ? undefined
      : present({ S3Bucket: bucket, S3Key: key, S3ObjectVersion: version })
  }
  const [, bucket, key, version] =
    typeof uri === 'string' ? (/^s3:\/\/([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/s.exec(uri) ?? []) : []
  return bucket === undefined
    ? undefined
    : present({ S3Bucket: bucket, S3Key: key, S3ObjectVersion: version })
}
