import { isObject } from '../../../../validate/json.ts'
import { handedOn } from '../../../../validate/serverless-function.ts'
import type { JsonObject } from '../../../world.ts'
import { codeLocation } from './code-location.ts'
import { deploymentPreference } from './deployment-preference.ts'
import { expandEvents } from './events/expand-events.ts'
import { functionUrl } from './function-url.ts'
import { roleFor } from './role.ts'
import { tagList } from './tags.ts'
import { conditionOf, digestOf, pick, present, type Serverless, type Work } from './work.ts'

/** `AWS::Serverless::Function`: a function, its role, version and alias, its URL, and what its events need. */
export function expandFunction(one: Serverless, work: Work): void {
  const { id, properties, attributes } = one
  const { AutoPublishAlias: alias, DeadLetterQueue: queue, Tracing: tracing } = properties
  const tags = tagList(properties['Tags'], 'lambda')
  const code = codeOf(one, work)
  work.resources[id] = {
    ...attributes,
    Type: 'AWS::Lambda::Function',
    Properties: {
      ...pick(properties, handedOn),
      ...present({
        Code: code,
        Role: properties['Role'] ?? { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
        Tags: tags,
        TracingConfig: tracing === undefined ? undefined : { Mode: tracing },
        DeadLetterConfig: isObject(queue) ? { TargetArn: queue['TargetArn'] } : undefined,
      }),
    },
  }
  if (typeof alias === 'string') publish(one, alias, code, work)
  const target = typeof alias === 'string' ? `${id}Alias${alias}` : id
  if (properties['FunctionUrlConfig'] !== undefined) functionUrl(one, target, work)
  if (properties['Role'] === undefined)
    work.resources[`${id}Role`] = roleFor(one, {
      partition: work.partition,
      service: 'lambda',
      managed: policiesFor(properties),
      tags,
    })
  expandEvents(one, target, work)
}

function codeOf({ id, properties }: Serverless, { problems }: Work): JsonObject {
  const { CodeUri: uri, ImageUri: image, InlineCode: text, PackageType: kind } = properties
  if (text !== undefined) return { ZipFile: text }
  if (kind === 'Image') return { ImageUri: image }
  const location = codeLocation(uri)
  if (location !== undefined) return location
  problems.push({
    id,
    text:
      uri === undefined
        ? "'CodeUri' or 'InlineCode' is required."
        : "'CodeUri' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter.",
  })
  return {}
}

/** A version for each code, and the alias that names the latest. */
function publish(one: Serverless, alias: string, code: JsonObject, work: Work): void {
  const { id, properties } = one
  const { resources, renamed } = work
  const version = `${id}Version${digestOf(code)}`
  resources[version] = {
    Type: 'AWS::Lambda::Version',
    ...conditionOf(one),
    DeletionPolicy: 'Retain',
    Properties: present({ FunctionName: { Ref: id }, Description: properties['VersionDescription'] }),
  }
  resources[`${id}Alias${alias}`] = {
    Type: 'AWS::Lambda::Alias',
    ...conditionOf(one),
    ...present({ UpdatePolicy: deploymentPreference(one, work) }),
    Properties: present({
      Name: alias,
      FunctionName: { Ref: id },
      FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] },
      ProvisionedConcurrencyConfig: properties['ProvisionedConcurrencyConfig'],
    }),
  }
  renamed.set(`${id}.Version`, version)
  renamed.set(`${id}.Alias`, `${id}Alias${alias}`)
}

function policiesFor({
  Tracing: tracing,
  VpcConfig: network,
  Events: events,
}: JsonObject): readonly string[] {
  const sources = isObject(events)
    ? Object.values(events).map((event) => (isObject(event) ? event['Type'] : ''))
    : []
  return [
    'AWSLambdaBasicExecutionRole',
    ...(tracing === 'Active' ? ['AWSXrayWriteOnlyAccess'] : []),
    ...(network === undefined ? [] : ['AWSLambdaVPCAccessExecutionRole']),
    ...(sources.includes('DynamoDB') ? ['AWSLambdaDynamoDBExecutionRole'] : []),
    ...(sources.includes('Kinesis') ? ['AWSLambdaKinesisExecutionRole'] : []),
    ...(sources.includes('SQS') ? ['AWSLambdaSQSQueueExecutionRole'] : []),
  ]
}
