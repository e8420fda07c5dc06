import type { Resource } from '@aws-cdk/service-spec-types'
import { arnForm } from './arn-form.ts'
import { exampleForm } from './example-form.ts'
import { physicalIds } from './physical-ids.ts'

/** What a type's resources are known by. */
export interface Identity {
  readonly id: string
  readonly ref: readonly string[]
  readonly besides?: readonly string[]
}

/** Properties that tell resources of one physical id apart, where the specification does not say so. */
const toldApartBy: { readonly [type: string]: readonly string[] } = {
  'AWS::EC2::NetworkInterfaceAttachment': [],
  'AWS::Route53::RecordSet': ['HostedZoneId', 'HostedZoneName', 'Type', 'SetIdentifier'],
}

export function identityOf(resource: Resource): Identity {
  const type = resource.cloudFormationType
  const identifier = (resource.primaryIdentifier ?? []).map(dotted)
  const ref = (resource.cfnRefIdentifier ?? identifier).map(dotted)
  const form =
    physicalIds[type] ??
    (ref.length === 0 ? '{name:128}' : ref.map((part) => partForm(resource, part)).join('|'))
  const besides =
    toldApartBy[type] ?? identifier.filter((part) => !ref.includes(part) && part in resource.properties)
  return { id: form, ref: fitting(ref, form), ...(besides.length > 0 && { besides }) }
}

/** Forms by hand may show one part only: the one that CloudFormation makes. */
function fitting(ref: readonly string[], form: string): readonly string[] {
  const parts = form.replace(/\{[^}]*\}/g, '').split('|').length
  return parts === ref.length ? ref : ref.slice(-1)
}

function partForm(resource: Resource, part: string): string {
  if ((part.split('.')[0] as string) in resource.properties) return `{${part}|name:64}`
  const doc = resource.attributes[part]?.documentation ?? ''
  const name = part === 'Id' && doc === '' ? nameProperty(resource) : undefined
  if (name !== undefined) return `{${name}|name:64}`
  if (/arn$/i.test(part) || /^`?Ref`? returns the (ARN|Amazon Resource Name)/.test(doc))
    return arnForm(resource, { unknown: '{lower:16}', absent: 'name:64', asksAttributes: false, doc })
  const example = exampleForm(doc)
  if (example !== undefined) return example.replace('{unique}', '{lower:16}')
  if (/(version|number)$/i.test(part)) return '1{digits:3}'
  return /(id|identifier)$/i.test(part) ? '{lower:16}' : '{name:64}'
}

/** Of types from before the registry, whose `Id` says nothing: the name that they are known by. */
function nameProperty({ name, properties }: Resource): string | undefined {
  const names = ['Name', `${name}Name`, `${name}Identifier`]
  return names.find((one) => properties[one]?.causesReplacement === 'yes')
}

function dotted(path: string): string {
  return path.replaceAll('/', '.')
}
