import { isObject } from '../../../../../validate/json.ts'
import type { Route, Work } from '../work.ts'
import type { ServerlessEvent } from './event.ts'
import { permission } from './permission.ts'

/** `Api`: a route of a REST API. */
export function apiEvent(event: ServerlessEvent, work: Work): void {
  const api = idOf(event.properties['RestApiId']) ?? 'ServerlessRestApi'
  const { path, method } = addRoute(event, api, work)
  work.resources[`${event.id}Permission${work.stages.get(api) ?? 'Stage'}`] = permission(
    event,
    'apigateway',
    {
      SourceArn: sourceArn(`arn:${work.partition}`, api, `${method}${path}`),
    },
  )
}

/** `HttpApi`: a route of an HTTP API. */
export function httpApiEvent(event: ServerlessEvent, work: Work): void {
  const api = idOf(event.properties['ApiId']) ?? 'ServerlessHttpApi'
  const { path, method } = addRoute(event, api, work)
  work.resources[`${event.id}Permission`] = permission(event, 'apigateway', {
    SourceArn: sourceArn('arn:${AWS::Partition}', api, `${method}${path}`),
  })
}

function addRoute(
  { properties, target, owner }: ServerlessEvent,
  api: string,
  { routes }: Work,
): { readonly path: string; readonly method: string } {
  const { Path: path = '$default', Method: method = 'any' } = properties
  const route: Route = {
    path: String(path),
    method: String(method).toLowerCase(),
    target: target === owner.id ? `${target}.Arn` : target,
  }
  routes.set(api, [...(routes.get(api) ?? []), route])
  const place = route.path === '$default' ? '/$default' : route.path.replace(/\{[^}]*\}/g, '*')
  return { path: place, method: route.method === 'any' ? '*' : route.method.toUpperCase() }
}

function sourceArn(arn: string, api: string, route: string): object {
  const text = `${arn}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/\${__Stage__}/${route}`
  return { 'Fn::Sub': [text, { __ApiId__: { Ref: api }, __Stage__: '*' }] }
}

function idOf(reference: unknown): string | undefined {
  return isObject(reference) && typeof reference['Ref'] === 'string' ? reference['Ref'] : undefined
}
