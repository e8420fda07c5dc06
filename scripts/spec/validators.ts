import { otherSchemas } from './other-schemas.ts'
import standalone from 'ajv/dist/standalone/index.js'
import { printBlobs } from '../../src/validate/schemas/blob-file.ts'
import { makeAjv } from '../../src/validate/schemas/make-ajv.ts'
import { prepare, type AnySchema } from '../../src/validate/schemas/prepare.ts'
import type { TypeFacts } from '../../src/validate/schemas/type-facts.ts'
import type { DataPack } from '../cfn-lint/data-pack.ts'
import type { JudgedType } from './judged-types.ts'

/** Services whose types most templates use: their validators are compiled now, not when first met. */
const common = new Set(
  (
    'EC2 AutoScaling ApplicationAutoScaling ECS ElasticLoadBalancing ElasticLoadBalancingV2 IAM S3 RDS Route53 Logs CloudWatch ' +
    'SNS SQS Lambda SSM KMS SecretsManager DynamoDB ECR CloudFormation ServiceDiscovery EFS Events CertificateManager ' +
    'ApiGateway ApiGatewayV2 StepFunctions CloudFront CloudTrail CodeBuild CodePipeline Cognito ElastiCache KinesisFirehose Serverless Scheduler'
  ).split(' '),
)

/** Parts of these services that few templates use. */
const rare =
  /::\w*(I[Pp][Aa][Mm]|TransitGateway|LocalGateway|Verified|NetworkInsights|ClientVpn|Capacity|TrafficMirror|RouteServer|Fleet|StorageLens|AccessGrant|Microvm|Managed(Login|User)|Hook|Transformer)\w*$/

/** The validators of common types (by name) and of all extensions (`extension:` and name), as code without imports. */
export function printValidators(
  types: readonly JudgedType[],
  data: DataPack,
): { readonly [file: string]: Buffer } {
  const named: readonly (readonly [name: string, schema: AnySchema, facts?: TypeFacts])[] = [
    ...types
      .filter(({ type }) => common.has(type.split('::')[1] ?? '') && !rare.test(type))
      .map(({ type, schema, facts }) => [type, schema, facts] as const),
    ...Object.entries(data.extensions).map(
      ([name, schema]) => [`extension:${name}`, prepare(schema)] as const,
    ),
    ...otherSchemas(data)
      .filter(([name]) => /^(resources\/tagging|step_functions\/statemachine)$/.test(name))
      .map(([name, schema]) => [`other:${name}`, prepare(schema)] as const),
  ]
  return {
    'validators.pack': printBlobs(
      named.map(([name, schema, facts]) => [name, codeOf(schema, facts)] as const),
    ),
  }
}

/** The code of a function that returns the validator and, of a type, what else is known of it. */
function codeOf(schema: AnySchema, facts?: TypeFacts): string {
  const ajv = makeAjv({ source: true })
  return `${slim(standalone.default(ajv, ajv.compile(schema)))}return [main,${JSON.stringify(facts ?? {})}]`
}

/** Leaves out what our use of the code never reads: the schemas themselves, and what the place in them tells already. */
function slim(code: string): string {
  return code
    .replace(
      /^"use strict";module\.exports = (validate\d+);module\.exports\.default = validate\d+;/,
      '"use strict";const main = $1;',
    )
    .replace(/const (schema\d+) = (\{.*?\});(?=const |function )/g, (_, name: string, json: string) => {
      if (!code.includes(`${name}.properties`)) return ''
      const names = Object.keys((JSON.parse(json) as { readonly properties: object }).properties)
      return `const ${name} = {properties:{${names.map((key) => `${JSON.stringify(key)}:0`).join()}}};`
    })
    .replace(
      /const (err\d+) = \{instancePath(?::([^;]*?))?,schemaPath:("[^"]*"),keyword:"[^"]*",params:(\{[^;]*?\})(?:,propertyName:(key\d+))?\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors.push\(\1\);\}errors\+\+;/g,
      (_, __, place = 'instancePath', schema: string, params: string, name: string | undefined) =>
        `(vErrors ??= []).push(fault(${[place, schema, params, ...(name ? [name] : [])].join()}));errors++;`,
    )
    .replace(/, \{instancePath:([^{}]*?),parentData:[^{}]*?,rootData\}\)/g, ', {instancePath:$1})')
    .replaceAll(', {instancePath,parentData,parentDataProperty,rootData})', ', {instancePath})')
    .replace(
      /, \{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}\)/g,
      ', {instancePath=""}={})',
    )
}
