import { validationError } from '../../service-error.ts'
import type { World } from '../../world.ts'
import { objectAt } from './object-at.ts'

const largest = 1_000_000

/** The text of a template in a bucket. Throws what CloudFormation says of addresses that are none of a bucket, or where nothing is. */
export function fetchTemplate(url: string, world: World): string {
  const place = placeOf(url)
  const body = objectAt(place.bucket, place.key, world)
  if (body === undefined)
    throw validationError(
      `S3 error: ${
        Object.hasOwn(world.store.buckets, place.bucket)
          ? 'The specified key does not exist.'
          : 'The specified bucket does not exist'
      }\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html`,
    )
  if (Buffer.byteLength(body) > largest)
    throw validationError(`Template may not exceed ${largest} bytes in size.`)
  return body
}

interface ObjectPlace {
  readonly bucket: string
  readonly key: string
}

function placeOf(url: string): ObjectPlace {
  const [, scheme, host = '', path = ''] = /^(\w+):\/\/([^/?#]*)\/?([^?#]*)/.exec(url) ?? []
  if (scheme === 's3')
    throw validationError(`S3 error: Domain name specified in ${host} is not a valid S3 domain`)
  const key = decoded(path)
  const virtual = /^(.+)\.s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.exec(host)
  if (virtual !== null) return { bucket: virtual[1] as string, key }
  const local = /^([a-z0-9][a-z0-9.-]*?)\.(?:s3\.)?localhost(?::\d+)?$/.exec(host)
  if (local !== null) return { bucket: local[1] as string, key }
  const isPath =
    /^s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.test(host) ||
    /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host)
  const slash = key.indexOf('/')
  if (!isPath || slash < 1) throw validationError('TemplateURL must be a supported URL.')
  return { bucket: key.slice(0, slash), key: key.slice(slash + 1) }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
