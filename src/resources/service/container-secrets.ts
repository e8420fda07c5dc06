import * as iam from '../../aws/iam.ts'
import type * as ecs from '../../aws/ecs.ts'
import { sub } from '../../model/functions.ts'
import { accountId, partition, region } from '../../model/pseudo.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'
import { managedPolicy, trust } from '../access/managed-policy.ts'
import { text } from '../text.ts'

/** A value that a container gets from a secret, or from one key of it, or from a parameter of Systems Manager. */
export type ContainerSecret =
  | { readonly secret: Handle<'AWS::SecretsManager::Secret'>; readonly key?: string }
  | { readonly parameter: Handle<'AWS::SSM::Parameter'> }

/** Environment variable names to secrets. */
export type ContainerSecrets = { readonly [variable: string]: ContainerSecret }

/** Secrets as a container definition lists them. */
export function secretList(secrets: ContainerSecrets): readonly ecs.TaskDefinition.Secret[] {
  return Object.entries(secrets).map(([Name, from]) => ({ Name, ValueFrom: valueFrom(from) }))
}

/** The role by which ECS pulls a task's images, writes its logs, and reads its secrets, and only these. */
export function executionRole(
  name: string,
  secrets: readonly ContainerSecret[],
  registries: readonly Handle<'AWS::SecretsManager::Secret'>[],
): iam.Role {
  const read = new Set([...secrets.flatMap((from) => ('secret' in from ? from.secret : [])), ...registries])
  const parameters = new Set(secrets.flatMap((from) => ('parameter' in from ? from.parameter : [])))
  const statement = (Action: string, Resource: readonly Value<string>[]) =>
    Resource.length > 0 ? [{ Effect: 'Allow', Action, Resource }] : []
  const statements = [
    ...statement('secretsmanager:GetSecretValue', [...read].map(idOf)),
    ...statement(
      'ssm:GetParameters',
      [...parameters].map((parameter) => parameterArn(idOf(parameter))),
    ),
  ]
  const PolicyDocument = { Version: '2012-10-17', Statement: statements }
  return iam.Role(`${name}ExecutionRole`, {
    AssumeRolePolicyDocument: trust('ecs-tasks.amazonaws.com'),
    ManagedPolicyArns: [managedPolicy('service-role/AmazonECSTaskExecutionRolePolicy')],
    ...(statements.length > 0 && { Policies: [{ PolicyName: 'ReadSecrets', PolicyDocument }] }),
  })
}

function valueFrom(from: ContainerSecret): Value<string> {
  if ('parameter' in from) return parameterArn(idOf(from.parameter))
  const arn = idOf(from.secret)
  return from.key === undefined ? arn : text`${arn}:${from.key}::`
}

/** Names may start with a slash, which the ARN has already. */
function parameterArn(parameter: Value<string>): Value<string> {
  const name = typeof parameter === 'string' ? parameter.replace(/^\//, '') : parameter
  return sub`arn:${partition}:ssm:${region}:${accountId}:parameter/${name}`
}
