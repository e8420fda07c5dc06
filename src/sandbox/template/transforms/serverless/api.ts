import type { JsonObject } from '../../../world.ts'
import { bodyOf } from './api-definition.ts'
import { codeLocation } from './code-location.ts'
import { tagList } from './tags.ts'
import { conditionOf, digestOf, pick, present, type Serverless, type Work } from './work.ts'

/** `AWS::Serverless::Api`, and the API of events that name none: a REST API, its deployment and its stage. */
export function expandApi(one: Serverless, work: Work): void {
  const { id, properties, attributes } = one
  const stage = properties['StageName']
  if (stage === undefined) work.problems.push({ id, text: "Missing required property 'StageName'." })
  const api = apiProperties(one, work)
  const deployment = `${id}Deployment${digestOf([api['Body'], api['BodyS3Location']])}`
  const stageId = `${id}${work.stages.get(id) ?? ''}Stage`
  work.resources[id] = { ...attributes, Type: 'AWS::ApiGateway::RestApi', Properties: api }
  work.resources[deployment] = {
    Type: 'AWS::ApiGateway::Deployment',
    ...conditionOf(one),
    Properties: {
      Description: `RestApi deployment id: ${deployment.slice(-10)}`,
      RestApiId: { Ref: id },
      StageName: 'Stage',
    },
  }
  work.resources[stageId] = {
    Type: 'AWS::ApiGateway::Stage',
    ...conditionOf(one),
    Properties: present({
      DeploymentId: { Ref: deployment },
      RestApiId: { Ref: id },
      StageName: stage,
      ...pick(properties, ['AccessLogSetting', 'CacheClusterEnabled', 'CacheClusterSize', 'CanarySetting']),
      ...pick(properties, ['MethodSettings', 'TracingEnabled', 'Variables']),
    }),
  }
  work.renamed.set(`${id}.Stage`, stageId)
  work.renamed.set(`${id}.Deployment`, deployment)
}

function apiProperties({ id, properties }: Serverless, { routes, partition }: Work): JsonObject {
  const {
    DefinitionBody: written,
    DefinitionUri: uri,
    EndpointConfiguration: endpoint,
    Tags: tags,
  } = properties
  const { S3Bucket: Bucket, S3Key: Key, S3ObjectVersion: Version } = codeLocation(uri) ?? {}
  const isKind = typeof endpoint === 'string'
  return present({
    ...pick(properties, ['BinaryMediaTypes', 'Description', 'MinimumCompressionSize', 'Name', 'Policy']),
    ...pick(properties, ['ApiKeySourceType', 'DisableExecuteApiEndpoint']),
    EndpointConfiguration: isKind ? { Types: [endpoint] } : endpoint,
    Parameters: isKind ? { endpointConfigurationTypes: endpoint } : undefined,
    Body:
      uri === undefined
        ? bodyOf(written, routes.get(id), { version: '2.0', arn: `arn:${partition}` })
        : undefined,
    BodyS3Location: uri === undefined ? undefined : present({ Bucket, Key, Version }),
    Tags: tags === undefined ? undefined : tagList(tags),
  })
}
