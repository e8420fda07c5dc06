import { isObject } from './json.ts'
import type { ResourceView } from './template-view.ts'

/** The buckets of the template that a serverless function hears from: the transform makes each call the function, which must be there before. */
export function bucketsHeardOf({ type, json }: ResourceView): readonly string[] {
  const properties = type === 'AWS::Serverless::Function' ? json['Properties'] : undefined
  const events = isObject(properties) ? properties['Events'] : undefined
  if (!isObject(events)) return []
  return Object.values(events).flatMap((event) => {
    if (!isObject(event) || event['Type'] !== 'S3' || !isObject(event['Properties'])) return []
    const bucket = event['Properties']['Bucket']
    const name = isObject(bucket) ? bucket['Ref'] : undefined
    return typeof name === 'string' ? [name] : []
  })
}
