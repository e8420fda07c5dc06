import type { RelationshipRef, Resource } from '@aws-cdk/service-spec-types'
import { patches } from '../../src/spec/patches.ts'

/** Every resource type of the specification, by its CloudFormation name. */
export type Identities = ReadonlyMap<string, Resource>

/** Words that say nothing about which kind of resource a property wants. */
const plainWords = new Set([
  'resource',
  'source',
  'target',
  'id',
  'arn',
  'name',
  'type',
  'default',
  'identifier',
  'destination',
])

/**
 * What a property may identify, or undefined when it may be anything: the specification names no kind, or its list is open.
 * A list counts as closed when the property's own name names the kind (`VpcId`, `ExecutionRole`), or is the attribute's
 * (`AllocationId`); elsewhere (`Target`, `AlarmActions`, `CidrIp`) the list holds examples.
 */
export function relationsOf(
  property: string,
  relations: readonly RelationshipRef[],
  types: Identities,
): readonly string[] | undefined {
  const known = relations.filter((relation) => types.has(relation.cloudFormationType))
  if (known.length === 0 || !known.some((relation) => namesKind(property, relation))) return undefined
  const accepted = known.flatMap((relation) =>
    accepts(relation, types.get(relation.cloudFormationType) as Resource),
  )
  return accepted.includes(undefined)
    ? undefined
    : (accepted as string[]).flatMap((identity) => [identity, ...(patches.kin[identity]?.also ?? [])])
}

function namesKind(property: string, { cloudFormationType, propertyName }: RelationshipRef): boolean {
  if (property === propertyName && !plainWords.has(property.toLowerCase())) return true
  const lower = property.toLowerCase()
  const words = (cloudFormationType.split('::')[2] as string).match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]+/g) ?? []
  return words.some(
    (word) => !plainWords.has(word.toLowerCase()) && word.length > 2 && lower.includes(word.toLowerCase()),
  )
}

/**
 * The identities that one relation stands for. A list that names the ARN alone wants the ARN; one that names the name or id takes
 * the ARN too, as most services do. Undefined: the specification names something that is no attribute and not what `Ref` yields.
 */
function accepts(relation: RelationshipRef, target: Resource): readonly (string | undefined)[] {
  const type = target.cloudFormationType
  const yielded = refYields(target)
  const arns = Object.keys(target.attributes).filter(
    (name) => /^(Arn|ARN)$/.test(name) || name === `${target.name}Arn`,
  )
  const asArns = arns.map((name) => attributeIdentity(target, name))
  if (yielded === undefined) return [type, attributeIdentity(target, relation.propertyName), ...asArns]
  if (yielded.includes(relation.propertyName)) return [type, ...asArns]
  if (relation.propertyName in target.attributes) return [attributeIdentity(target, relation.propertyName)]
  return [undefined]
}

/** Names of the attributes that are the same as what `Ref` yields; undefined when that is not one attribute. */
export function refYields(resource: Resource): readonly string[] | undefined {
  const patched = patches.refYields[resource.cloudFormationType]
  if (patched !== undefined) return patched.names
  const names = resource.cfnRefIdentifier ?? resource.primaryIdentifier
  return names?.length === 1 ? names : undefined
}

function attributeIdentity(resource: Resource, attribute: string): string {
  const type = resource.cloudFormationType
  return refYields(resource)?.includes(attribute) === true ? type : `${type}.${attribute}`
}

/** What an attribute identifies; undefined when it may be another resource, or anything (a subnet's `VpcId`, a nested stack's outputs). */
export function identityOfAttribute(resource: Resource, attribute: string): string | undefined {
  if (patches.openAttributes[resource.cloudFormationType] !== undefined) return undefined
  const patched = patches.attributes[`${resource.cloudFormationType}.${attribute}`]
  if (patched !== undefined) return patched.identifies
  const own = refYields(resource)?.includes(attribute) === true || isOwnName(resource.name, attribute)
  return own || !/(Arns?|ARN|Ids?|Names?|Groups?|Keys?)$/.test(attribute)
    ? attributeIdentity(resource, attribute)
    : undefined
}

function isOwnName(resource: string, attribute: string): boolean {
  if (/^(Arn|ARN|Id|Name)$/.test(attribute)) return true
  return (
    attribute.length > 4 &&
    resource.toLowerCase().endsWith(attribute.replace(/(Arn|ARN|Id|Name)$/, '').toLowerCase())
  )
}
