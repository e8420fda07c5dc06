import type { RelationshipRef, Resource } from '@aws-cdk/service-spec-types'
import { patches } from '../../src/spec/patches.ts'

/** Every resource type of the specification, by its CloudFormation name. */
export type Identities = ReadonlyMap<string, Resource>

/** Words that say nothing about which kind of resource a property wants. */
const plainWords = new Set([
  'aws',
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

/** A property as the specification has it, as far as its references go. */
export interface Referring {
  readonly name: string
  readonly doc: string
  readonly relations: readonly RelationshipRef[]
}

/**
 * What a property may identify, or undefined when it may be anything: the specification names no kind, or its list is open.
 * A list counts as closed when the property's own name names every kind in it (`VpcId`, `ExecutionRole`), its attribute
 * (`AllocationId`), or what stands for the named kinds; elsewhere (`Target`, `AlarmActions`, `CidrIp`, `LogDestination`)
 * the list holds examples.
 */
export function relationsOf(property: Referring, types: Identities): readonly string[] | undefined {
  const known = property.relations.filter((relation) => types.has(relation.cloudFormationType))
  const identities = (relations: readonly RelationshipRef[]): readonly (string | undefined)[] =>
    relations.flatMap((one) => accepts(property, one, types.get(one.cloudFormationType) as Resource))
  const named = withKin(identities(known.filter((relation) => namesKind(property.name, relation))))
  const others = identities(known.filter((relation) => !namesKind(property.name, relation)))
  if (named.length === 0 || named.includes(undefined) || others.some((one) => !named.includes(one)))
    return undefined
  return named as readonly string[]
}

/** The identities, what stands for them, and what the serverless transform turns into them. */
function withKin(identities: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const all = identities.flatMap((one) => [one, ...(patches.kin[one ?? '']?.also ?? [])])
  const serverless = Object.entries(patches.standsFor).flatMap(([type, { becomes }]) =>
    all
      .filter((one) => one === becomes || one?.startsWith(`${becomes}.`))
      .map((one) => type + one?.slice(becomes.length)),
  )
  return [...new Set([...all, ...serverless])].sort()
}

function namesKind(property: string, { cloudFormationType, propertyName }: RelationshipRef): boolean {
  const lower = property.toLowerCase()
  if (property === propertyName && !plainWords.has(lower)) return true
  const kind = patches.attributes[`${cloudFormationType}.${propertyName}`]?.identifies ?? cloudFormationType
  const words = kind.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]+/g) ?? []
  return words.some(
    (word) => word.length > 2 && !plainWords.has(word.toLowerCase()) && lower.includes(word.toLowerCase()),
  )
}

/**
 * The identities that one relation stands for. A list that names the ARN alone wants the ARN, unless the property calls itself an
 * id or name; one that names the name or id takes the ARN too, as most services do. Undefined: the specification names
 * something that is no attribute and not what `Ref` yields.
 */
function accepts(
  property: Referring,
  relation: RelationshipRef,
  target: Resource,
): readonly (string | undefined)[] {
  const type = target.cloudFormationType
  const yielded = refYields(target)
  const attributes = Object.keys(target.attributes)
  const asArns = attributes
    .filter((name) => isArnOf(target, name))
    .map((name) => attributeIdentity(target, name))
  if (yielded === undefined)
    return [type, attributeIdentity(target, relation.propertyName), ...ownNames(target), ...asArns]
  const lenient =
    isArnOf(target, relation.propertyName) && !wantsArn(property) ? [type, ...ownNames(target)] : []
  if (yielded.includes(relation.propertyName)) return [type, ...asArns, ...lenient]
  if (attributes.includes(relation.propertyName))
    return [attributeIdentity(target, relation.propertyName), ...lenient]
  return [undefined]
}

/** Whether a property that lists an ARN takes nothing else: its name or its text says so, or it says nothing of ids and names. */
function wantsArn({ name, doc }: Referring): boolean {
  if (/arns?$/i.test(name) || /^the (amazon resource name|arn)/i.test(doc)) return true
  return !/(ids?|identifiers?|names?|kmskey)$/i.test(name)
}

function isArnOf(target: Resource, attribute: string): boolean {
  return (
    /^(Arn|ARN)$/.test(attribute) || attribute === `${target.name}Arn` || attribute === `${target.name}ARN`
  )
}

function ownNames(target: Resource): readonly string[] {
  const names = ['Id', 'Name', `${target.name}Id`, `${target.name}Name`]
  return names.filter((name) => name in target.attributes).map((name) => attributeIdentity(target, name))
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
  return own ||
    !/(arns?|ids?|identifiers?|names?|groups?|keys?|roles?|endpoints?|services?)$/i.test(attribute)
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
