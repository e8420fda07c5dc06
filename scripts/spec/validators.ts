import standalone from 'ajv/dist/standalone/index.js'
import { makeAjv } from '../../src/validate/schemas/make-ajv.ts'
import { fileNameOf, type ResourceSchema } from '../../src/validate/schemas/resource-schema.ts'
import { schemaOf } from '../../src/validate/schemas/schema-of.ts'
import type { ServiceModel } from './load.ts'

/** Services whose types most templates use: their validators are compiled now, not when first met. */
const common = new Set(
  (
    'ec2 autoscaling applicationautoscaling ecs elasticloadbalancing elasticloadbalancingv2 iam s3 rds route53 logs cloudwatch ' +
    'sns sqs lambda ssm kms secretsmanager dynamodb ecr cloudformation servicediscovery efs events certificatemanager'
  ).split(' '),
)

/** One CommonJS module per common type, without imports: the specification's schema as code. */
export function printValidators(services: readonly ServiceModel[]): { readonly [file: string]: string } {
  const types = services.filter((service) => common.has(service.module)).flatMap((service) => service.types)
  return Object.fromEntries(
    types.map((type) => {
      const ajv = makeAjv({ source: true })
      const code = standalone.default(ajv, ajv.compile(schemaOf(type)))
      return [`validators/${fileNameOf(type.type)}.cjs`, slim(code)]
    }),
  )
}

/** Leaves out what our use of the code never reads: the schemas themselves, and where in them a check stands. */
function slim(code: string): string {
  return code
    .replace(/const (schema\d+) = (\{.*?\});(?=const |function )/g, (_, name: string, json: string) => {
      if (!code.includes(`${name}.properties`)) return ''
      const names = Object.keys((JSON.parse(json) as ResourceSchema).properties)
      return `const ${name} = {properties:{${names.map((key) => `${JSON.stringify(key)}:0`).join()}}};`
    })
    .replace(/,schemaPath:"[^"]*"/g, '')
    .replaceAll(',params:{}', '')
    .replace(
      /if\(vErrors === null\)\{vErrors = \[(err\d+)\];\}else \{vErrors.push\(\1\);\}errors\+\+;/g,
      '(vErrors ??= []).push($1);errors++;',
    )
    .replace(/, \{instancePath:([^{}]*?),parentData:[^{}]*?,rootData\}\)/g, ', {instancePath:$1})')
    .replace(
      /, \{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}\)/g,
      ', {instancePath=""}={})',
    )
}
