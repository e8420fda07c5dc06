import { isObject } from '../../../../validate/json.ts'
import type { JsonObject } from '../../../world.ts'
import { conditionOf, present, type Serverless } from './work.ts'

interface RoleFor {
  readonly partition: string
  readonly service: 'lambda' | 'scheduler' | 'states'
  /** Names of AWS's policies that it has in any case. */
  readonly managed: readonly string[]
  readonly tags?: readonly JsonObject[]
}

/** The role that the transform makes for a function or a state machine that names none. */
export function roleFor(one: Serverless, { partition, service, managed, tags }: RoleFor): JsonObject {
  const { AssumeRolePolicyDocument, PermissionsBoundary, Policies, RolePath } = one.properties
  const policies = [Policies ?? []].flat()
  const named = policies.filter((policy) => typeof policy === 'string' || isReference(policy))
  const inline = policies.filter((policy): policy is JsonObject => isObject(policy) && !isReference(policy))
  const arns = [...managed, ...named].map((one) =>
    typeof one === 'string' ? policyArn(partition, one) : one,
  )
  return {
    Type: 'AWS::IAM::Role',
    ...conditionOf(one),
    Properties: present({
      AssumeRolePolicyDocument: AssumeRolePolicyDocument ?? trustIn(service),
      ManagedPolicyArns: arns.length > 0 ? arns : undefined,
      Path: RolePath,
      PermissionsBoundary,
      Policies:
        inline.length > 0
          ? inline.map((policy) => ({
              PolicyName: `${one.id}RolePolicy${policies.indexOf(policy)}`,
              PolicyDocument: documentOf(policy),
            }))
          : undefined,
      Tags: tags,
    }),
  }
}

/** Who may take a role on. */
export function trustIn(service: string): JsonObject {
  return {
    Version: '2012-10-17',
    Statement: [
      { Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [`${service}.amazonaws.com`] } },
    ],
  }
}

function isReference(policy: unknown): boolean {
  return isObject(policy) && Object.keys(policy).some((key) => key === 'Ref' || key.startsWith('Fn::'))
}

/** The ARN of one of AWS's policies, by its name. */
export function policyArn(partition: string, name: string): string {
  if (name.startsWith('arn:')) return name
  const folder = /^AWS(Lambda.*Role$|CodeDeployRole)/.test(name) ? 'service-role/' : ''
  return `arn:${partition}:iam::aws:policy/${folder}${name}`
}

/**
 * The document of a policy. Of the transform's policy templates (`SQSPollerPolicy` …) the sandbox knows the service only: nothing in it asks
 * what a role may do.
 */
function documentOf(policy: JsonObject): JsonObject {
  if ('Statement' in policy) return policy
  const [name = ''] = Object.keys(policy)
  const service =
    /^(?:DynamoDB|SQS|SNS|S3|SES|SSM|KMS|EC2|ECS|[A-Z][a-z]+)/.exec(name)?.[0].toLowerCase() ?? '*'
  return { Statement: [{ Sid: name, Effect: 'Allow', Action: [`${service}:*`], Resource: '*' }] }
}
