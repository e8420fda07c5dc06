import type { Attribute, PropertyType, Resource } from '@aws-cdk/service-spec-types'
import type { AttributeShape } from '../../../src/sandbox/types/resource-shape.ts'
import { arnForm, otherArnForm } from './arn-form.ts'
import { attributes } from './attributes.ts'
import { exampleForm } from './example-form.ts'
import type { Identity } from './identity.ts'

/** What `Fn::GetAtt` yields of an attribute: by hand, as the identity it is, or by its type, name and documentation. */
export function attributeShape(
  resource: Resource,
  {
    name,
    attribute,
    identity,
  }: { readonly name: string; readonly attribute: Attribute; readonly identity: Identity },
): AttributeShape {
  const own = attributes[resource.cloudFormationType]?.[name]
  if (own !== undefined) return own
  const index = identity.ref.indexOf(name)
  if (index >= 0 && attribute.type.type === 'string')
    return identity.ref.length === 1 ? '{id}' : `{part:${index}}`
  return shapeOf(
    attribute.type,
    (singular) =>
      textForm(resource, {
        name: singular ? name.replace(/(?<!Addres)s$|(?<=Address)es$/, '') : name,
        doc: attribute.documentation ?? '',
        identity,
      }),
    name,
  )
}

function shapeOf(type: PropertyType, text: (singular: boolean) => string, name: string): AttributeShape {
  switch (type.type) {
    case 'string':
    case 'date-time':
      return text(false)
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return /count|total|reason|progress|cost/i.test(name) ? 0 : 1
    case 'array':
      return type.element.type === 'string' && !/reasons?$|errors$|messages?$|warnings$/i.test(name)
        ? [text(true)]
        : []
    default:
      return {}
  }
}

interface Text {
  readonly name: string
  readonly doc: string
  readonly identity: Identity
}

function textForm(resource: Resource, { name, doc, identity }: Text): string {
  const last = name.split('.').at(-1) as string
  if (/arn$/i.test(last))
    return isOwn(resource, name)
      ? arnForm(resource, { unknown: '{lastPart}', absent: 'lastPart', asksAttributes: true, doc })
      : otherArnForm(name, doc, resource)
  if (
    /(id|identifier)$/i.test(last) &&
    isOwn(resource, name) &&
    identity.ref.some((part) => /arn$/i.test(part))
  )
    return '{lastPart}'
  const known = byName.find(([pattern]) => pattern.test(last))
  if (known)
    return known[1].replace('SERVICE', resource.cloudFormationType.split('::')[1]?.toLowerCase() ?? '')
  if (/(status|state|health)$/i.test(last)) return stateIn(doc)
  if (/(id|identifier)$/i.test(last))
    return exampleForm(doc)?.replace('{unique}', '{lower:16}') ?? '{lower:16}'
  return /name$/i.test(last) ? '{lastPart}' : '{lower:16}'
}

/** `Arn`, `TopicArn` of a topic and `DBClusterArn` of a cluster are its own; `RoleArn` and `Destination.Arn` are not. */
function isOwn({ name: kind }: Resource, name: string): boolean {
  if (name.includes('.')) return false
  const stem = name.replace(/(arn|id|identifier)$/i, '').toLowerCase()
  return stem === '' || kind.toLowerCase().endsWith(stem) || stem.endsWith(kind.toLowerCase())
}

/** The first that matches an attribute's name counts. */
const byName: readonly (readonly [RegExp, string])[] = [
  [
    /^(Owner|OwnerId|ResourceOwner|AccountId|OwnerAccount|OwnerAccountId|AwsAccountId|AWSAccountId|\w*AccountId)$/,
    '{account}',
  ],
  [/(^|[a-z])Region$/, '{region}'],
  [/VpcId$/i, 'vpc-{hex:17}'],
  [/SubnetId$/i, 'subnet-{hex:17}'],
  [/SecurityGroupI[dD]$|SecurityGroup$/, 'sg-{hex:17}'],
  [/NetworkInterfaceId$|EniId$/i, 'eni-{hex:17}'],
  [/VpcEndpointId$/i, 'vpce-{hex:17}'],
  [/FileSystemId$/i, 'fs-{hex:17}'],
  [/HostedZoneId$|HostedZoneNameId$/i, 'Z{upper:20}'],
  [/AvailabilityZoneId$/, '{zoneId}'],
  [/AvailabilityZone$/, '{zone}'],
  [
    /(Time|Timestamp|Date|(Created|Updated|Modified|Expires|Deleted|Activated|Started|Ended|Associated|Published)(At|On)|CreatedDateTime|Since)$/,
    '{isoTime}',
  ],
  [/(Reason|Message|Error|Detail)$/i, 'None'],
  [/(Ur[li]|UR[LI])$/, 'https://{lower:12}.SERVICE.{region}.{suffix}'],
  [/(IpAddress|IPAddress|PublicIp|IpV4Address|Ipv4Address)$/, '{publicAddress}'],
  [
    /(Endpoint|Endpoint\w*Address|DomainName|D[nN][sS]Name|Host[nN]ame|DomainTarget|Host|Address)$/,
    '{lower:12}.SERVICE.{region}.{suffix}',
  ],
  [/Port$/, '443'],
  [/(Version|Revision|VersionNumber|RevisionNumber)$/, '1'],
  [/Count$/, '0'],
]

/** The state that a text names as that of a resource which is there. */
function stateIn(doc: string): string {
  return (
    [
      'ACTIVE',
      'AVAILABLE',
      'READY',
      'ENABLED',
      'COMPLETED',
      'CREATED',
      'SUCCEEDED',
      'active',
      'available',
      'enabled',
      'Active',
      'Enabled',
    ].find((state) => new RegExp(`\\b${state}\\b`).test(doc)) ?? 'ACTIVE'
  )
}
