import { generatedJson } from '../../validate/schemas/generated.ts'
import type { JsonObject } from '../world.ts'
import { textAt } from './fill-form.ts'

/** Besides the types that validation knows: what Route 53 and others refuse to make twice, but CloudFormation can replace. */
const alsoNamed: Naming = {
  'AWS::Route53::RecordSet': ['Name', 'Type', 'HostedZoneId', 'HostedZoneName', 'SetIdentifier'],
}

type Naming = { readonly [type: string]: readonly string[] }

let naming: Naming | undefined

/**
 * What two resources of a type cannot share: the properties that name it, as one text. Undefined when the resource is given no name, or
 * the type has none.
 *
 * @example
 * identifierOf('AWS::Events::Rule', { Name: 'nightly', EventBusName: 'jobs' }) // 'nightly|jobs'
 */
export function identifierOf(type: string, properties: JsonObject): string | undefined {
  const parts = namingProperties(type).map((name) => textAt(properties, name.split(/[./]/)))
  // What the name lies in may be left out: the default bus, cluster or VPC.
  return parts.length === 0 || parts[0] === undefined ? undefined : parts.map((part) => part ?? '').join('|')
}

/** The properties that name a resource of a type, below `Properties`. */
export function namingProperties(type: string): readonly string[] {
  naming ??= { ...(generatedJson('naming') as Naming), ...alsoNamed }
  return Object.hasOwn(naming, type) ? (naming[type] ?? []) : []
}
