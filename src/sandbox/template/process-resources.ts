import { isObject } from '../../validate/json.ts'
import { validationError } from '../service-error.ts'
import type { DeletionPolicy, JsonObject } from '../world.ts'
import { collapse } from './collapse.ts'
import { textOfScalar } from './functions/text-of-scalar.ts'
import type { ProcessedResource } from './processed-template.ts'
import type { ResolveEnv } from './resolve-env.ts'
import { resolve } from './resolve.ts'
import { refuseCircles } from './structure/judge-circles.ts'
import { referencesOf } from './structure/references.ts'
import { sectionOf } from './structure/section-of.ts'

/** The resources of a template that exist, in its order. Throws when one refers to another that does not exist. */
export function processResources(root: JsonObject, env: ResolveEnv): readonly ProcessedResource[] {
  const resources = Object.entries(sectionOf(root, 'Resources')).flatMap(([id, one]) =>
    isObject(one) && exists(one, env) ? [processed(id, one, env)] : [],
  )
  const ids = new Set(resources.map(({ logicalId }) => logicalId))
  const missing = new Set(resources.flatMap(({ dependsOn }) => dependsOn.filter((name) => !ids.has(name))))
  if (missing.size > 0)
    throw validationError(
      `Template format error: Unresolved resource dependencies [${[...missing].join(', ')}] in the Resources block of the template`,
    )
  refuseCircles(new Map(resources.map(({ logicalId, dependsOn }) => [logicalId, new Set(dependsOn)])))
  return resources
}

/** Whether the condition of a resource or output holds; without one it does. */
export function exists({ Condition: condition }: JsonObject, { scope }: ResolveEnv): boolean {
  return condition === undefined || scope.conditions[String(condition)] === true
}

function processed(logicalId: string, written: JsonObject, env: ResolveEnv): ProcessedResource {
  const { Condition: condition, ...parts } = written
  const one = collapse(parts, env) as JsonObject
  const explicit = [one['DependsOn'] ?? []].flat().map(String)
  const implicit = [...referencesOf(one, 'Resources').all].filter(
    (name) => !Object.hasOwn(env.scope.parameters, name) && !name.startsWith('AWS::'),
  )
  const type = String(one['Type'])
  const properties = objectOf(one['Properties']) ?? {}
  return {
    logicalId,
    type,
    properties,
    explicitDependsOn: explicit,
    dependsOn: [...new Set([...explicit, ...implicit])],
    deletionPolicy: policy(one['DeletionPolicy'], env) ?? defaultDeletionPolicy(type, properties),
    updateReplacePolicy: policy(one['UpdateReplacePolicy'], env) ?? 'Delete',
    creationPolicy: objectOf(one['CreationPolicy']),
    updatePolicy: objectOf(one['UpdatePolicy']),
    metadata: one['Metadata'],
    condition: textOfScalar(condition),
    description: textOfScalar(one['Description']),
  }
}

function objectOf(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined
}

function policy(value: unknown, env: ResolveEnv): DeletionPolicy | undefined {
  return value === undefined ? undefined : (resolve(value, env) as DeletionPolicy)
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html */
function defaultDeletionPolicy(type: string, properties: JsonObject): DeletionPolicy {
  const isAlone = type === 'AWS::RDS::DBInstance' && properties['DBClusterIdentifier'] === undefined
  return type === 'AWS::RDS::DBCluster' || isAlone ? 'Snapshot' : 'Delete'
}
