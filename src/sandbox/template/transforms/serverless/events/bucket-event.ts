import { isObject } from '../../../../../validate/json.ts'
import type { JsonObject } from '../../../../world.ts'
import { present, type Work } from '../work.ts'
import type { ServerlessEvent } from './event.ts'
import { permission } from './permission.ts'
import { targetArn } from './target-arn.ts'

/** `S3`: the bucket of the template tells the function, which it has to be permitted first. */
export function bucketEvent(event: ServerlessEvent, { resources, problems }: Work): void {
  const { id, properties, owner } = event
  const { Bucket: reference, Events: events, Filter } = properties
  const bucketId = isObject(reference) ? String(reference['Ref']) : ''
  const bucket = resources[bucketId]
  if (bucket === undefined) {
    problems.push({
      id: owner.id,
      text: `Event with id [${id.slice(owner.id.length)}] is invalid. S3 events must reference an S3 bucket in the same template.`,
    })
    return
  }
  resources[`${id}Permission`] = permission(event, 's3', { SourceAccount: { Ref: 'AWS::AccountId' } })
  const told = [events].flat().map((Event) => present({ Function: targetArn(event, false), Event, Filter }))
  resources[bucketId] = withNotifications(bucket, told, `${id}Permission`)
}

function withNotifications(
  bucket: JsonObject,
  told: readonly JsonObject[],
  permissionId: string,
): JsonObject {
  const properties = isObject(bucket['Properties']) ? bucket['Properties'] : {}
  const config = isObject(properties['NotificationConfiguration'])
    ? properties['NotificationConfiguration']
    : {}
  const before = [config['LambdaConfigurations'] ?? []].flat()
  return {
    ...bucket,
    DependsOn: [...[bucket['DependsOn'] ?? []].flat(), permissionId],
    Properties: {
      ...properties,
      NotificationConfiguration: { ...config, LambdaConfigurations: [...before, ...told] },
    },
  }
}
