import { bodyOf } from './api-definition.ts'
import { conditionOf, pick, present, type Serverless, type Work } from './work.ts'

/** `AWS::Serverless::HttpApi`, and the API of events that name none: an HTTP API and its stage. */
export function expandHttpApi(one: Serverless, work: Work): void {
  const { id, properties, attributes } = one
  const { DefinitionBody: written, DefinitionUri: uri, StageName: stage, Tags: tags } = properties
  const mark = { 'httpapi:createdBy': 'SAM' }
  work.resources[id] = {
    ...attributes,
    Type: 'AWS::ApiGatewayV2::Api',
    Properties: present({
      ...pick(properties, ['Description', 'DisableExecuteApiEndpoint', 'FailOnWarnings', 'Name']),
      CorsConfiguration: corsOf(properties['CorsConfiguration']),
      Body:
        uri === undefined
          ? bodyOf(written, work.routes.get(id), {
              version: '3.0.1',
              arn: 'arn:${AWS::Partition}',
              payload: '2.0',
              tags: { ...(tags as object | undefined), ...mark },
            })
          : undefined,
    }),
  }
  const stageId =
    typeof stage === 'string' && stage !== '$default'
      ? `${id}${stage.replace(/[^A-Za-z0-9]/g, '')}Stage`
      : `${id}ApiGatewayDefaultStage`
  work.resources[stageId] = {
    Type: 'AWS::ApiGatewayV2::Stage',
    ...conditionOf(one),
    Properties: present({
      ApiId: { Ref: id },
      StageName: stage ?? '$default',
      AutoDeploy: true,
      ...pick(properties, ['AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'StageVariables']),
      Tags: mark,
    }),
  }
  work.renamed.set(`${id}.Stage`, stageId)
}

function corsOf(given: unknown): unknown {
  return given === true ? { AllowOrigins: ['*'] } : given === false ? undefined : given
}
