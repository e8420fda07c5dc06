import { isObject } from '../../../../validate/json.ts'
import type { JsonObject } from '../../../world.ts'
import { present, type Route } from './work.ts'

interface Definition {
  readonly version: '2.0' | '3.0.1'
  /** The beginning of the ARNs of integrations. */
  readonly arn: string
  readonly payload?: string
  /** HTTP APIs have their tags in the definition. */
  readonly tags?: JsonObject
}

/** The definition of an API, as far as it is written, with the paths that functions answer. */
export function bodyOf(
  written: unknown,
  routes: readonly Route[] | undefined,
  { version, arn, payload, tags }: Definition,
): JsonObject {
  const body = isObject(written) ? written : emptyBody(version)
  const before = isObject(body['paths']) ? body['paths'] : {}
  const paths: { [path: string]: unknown } = { ...before }
  for (const { path, method, target } of routes ?? [])
    paths[path] = {
      ...(paths[path] as object | undefined),
      [method === 'any' ? 'x-amazon-apigateway-any-method' : method]: {
        'x-amazon-apigateway-integration': present({
          httpMethod: 'POST',
          type: 'aws_proxy',
          uri: {
            'Fn::Sub': `${arn}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${target}}/invocations`,
          },
          payloadFormatVersion: payload,
        }),
        responses: {},
      },
    }
  return present({ ...body, paths, tags: tags && Object.entries(tags).map(tagOf) })
}

function tagOf([name, value]: readonly [string, unknown]): JsonObject {
  return { name, 'x-amazon-apigateway-tag-value': value }
}

function emptyBody(version: Definition['version']): JsonObject {
  const format = version === '2.0' ? { swagger: version } : { openapi: version }
  return { info: { version: '1.0', title: { Ref: 'AWS::StackName' } }, ...format }
}
