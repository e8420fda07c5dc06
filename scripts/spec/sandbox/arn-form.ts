import type { Resource } from '@aws-cdk/service-spec-types'
import { exampleForm } from './example-form.ts'

/** Stands in ARN templates for what the specification does not say. */
export interface ArnUse {
  /** The form of a variable that is neither a property nor an attribute. */
  readonly unknown: string
  /** The form of a property that was not given. */
  readonly absent: string
  /** Whether other attributes may be asked: not while the physical id is made. */
  readonly asksAttributes: boolean
  /** The documentation of the attribute. */
  readonly doc: string
}

const placeVariables: { readonly [variable: string]: string } = {
  Partition: '{partition}',
  Region: '{region}',
  Account: '{account}',
}

/** The form of a resource's own ARN: by the specification's template, by the documentation's example, or as most services write it. */
export function arnForm(resource: Resource, use: ArnUse): string {
  const template = resource.arnTemplate
  if (template !== undefined)
    return template.replace(/\$\{(\w+)\}/g, (_, variable: string) => variableForm(resource, variable, use))
  const example = exampleForm(use.doc)
  if (example?.startsWith('arn:') && example.includes(`:${servicePart(resource)}:`))
    return example.replace('{unique}', use.unknown)
  return `arn:{partition}:${servicePart(resource)}:{region}:{account}:${kebab(resource.name)}/${use.unknown}`
}

/** The ARN of something else that belongs to a resource. */
export function otherArnForm(name: string, doc: string, resource: Resource): string {
  const example = exampleForm(doc)
  if (example?.startsWith('arn:')) return example.replace('{unique}', '{lower:16}')
  const known = knownArns.find(([pattern]) => pattern.test(name))
  if (known) return known[1]
  const kind = kebab(name.split('.').at(-1)?.replace(/arn$/i, '') ?? '') || 'resource'
  return `arn:{partition}:${servicePart(resource)}:{region}:{account}:${kind}/{lower:16}`
}

const knownArns: readonly (readonly [RegExp, string])[] = [
  [/Role(Arn)?$|RoleArn$/i, 'arn:{partition}:iam::{account}:role/{lower:16}'],
  [/(Kms|Encryption)\w*Arn$|KeyArn$/i, 'arn:{partition}:kms:{region}:{account}:key/{uuid}'],
  [/BucketArn$/i, 'arn:{partition}:s3:::{lower:16}'],
  [/AccessPointArn$/i, 'arn:{partition}:s3:{region}:{account}:accesspoint/{lower:16}'],
  [/LogGroupArn$/i, 'arn:{partition}:logs:{region}:{account}:log-group:{lower:16}'],
  [/SecretArn$/i, 'arn:{partition}:secretsmanager:{region}:{account}:secret:{lower:16}-{mixed:6}'],
  [/TopicArn$/i, 'arn:{partition}:sns:{region}:{account}:{lower:16}'],
  [/CertificateArn$/i, 'arn:{partition}:acm:{region}:{account}:certificate/{uuid}'],
  [
    /LoadBalancerArn$/i,
    'arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/app/{lower:8}/{hex:16}',
  ],
  [
    /TargetGroupArn$/i,
    'arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{lower:8}/{hex:16}',
  ],
  [/StackArn$/i, 'arn:{partition}:cloudformation:{region}:{account}:stack/{lower:16}/{uuid}'],
]

function variableForm(resource: Resource, variable: string, use: ArnUse): string {
  const place = placeVariables[variable]
  if (place !== undefined) return place
  if (variable in resource.properties) return `{${variable}|${use.absent}}`
  const isIdentity = (resource.cfnRefIdentifier ?? resource.primaryIdentifier ?? []).includes(variable)
  return variable in resource.attributes && use.asksAttributes && !isIdentity ? `{@${variable}}` : use.unknown
}

/** How ARNs call a service: as its templates of other types do, or its name in the specification. */
function servicePart(resource: Resource): string {
  const [, service = ''] = resource.cloudFormationType.split('::')
  return arnServices[service] ?? service.toLowerCase()
}

/** Services whose ARNs have another name than their types: the service authorization reference's resource types. */
const arnServices: { readonly [service: string]: string } = {
  ACMPCA: 'acm-pca',
  ApiGatewayV2: 'apigateway',
  ApplicationAutoScaling: 'application-autoscaling',
  CertificateManager: 'acm',
  Cognito: 'cognito-idp',
  DocDB: 'rds',
  EFS: 'elasticfilesystem',
  EMR: 'elasticmapreduce',
  ElasticLoadBalancingV2: 'elasticloadbalancing',
  EventSchemas: 'schemas',
  GreengrassV2: 'greengrass',
  InspectorV2: 'inspector2',
  KinesisAnalyticsV2: 'kinesisanalytics',
  KinesisFirehose: 'firehose',
  MSK: 'kafka',
  Neptune: 'rds',
  OpenSearchService: 'es',
  OpenSearchServerless: 'aoss',
  PinpointEmail: 'ses',
  S3ObjectLambda: 's3-object-lambda',
  StepFunctions: 'states',
  VpcLattice: 'vpc-lattice',
}

/** `TransitGatewayPeering` is `transit-gateway-peering`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase()
}
