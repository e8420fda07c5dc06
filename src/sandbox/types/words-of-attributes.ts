import { drawFrom, textOf } from '../chance.ts'
import type { LiveResource } from '../world.ts'
import { domainSuffix, textAt } from './fill-form.ts'

type Word = (live: LiveResource) => string

/** Words that forms of attributes may use besides properties: parts of the physical id and what follows from it. */
export const wordsOfAttributes: { readonly [word: string]: Word } = {
  id: ({ physicalId }) => physicalId,
  lastPart: ({ physicalId }) => physicalId.split(/[/:|]/).at(-1) ?? physicalId,
  nameInArn: ({ physicalId }) => physicalId.split('/').at(-2) ?? physicalId,
  slashedId: ({ physicalId }) => physicalId.replace('|', '/'),
  fullName: ({ physicalId }) => physicalId.split(':loadbalancer/').at(1) ?? physicalId,
  isoTime: ({ createdAt }) => new Date(createdAt).toISOString(),
  path: ({ properties }) => textAt(properties, ['Path']) ?? '/',
  zone: ({ place }) => `${place.region}a`,
  zoneId: ({ place }) => `${shortRegion(place.region)}-az1`,
  zoneCode: ({ place }) => shortRegion(place.region),
  home: ({ place }) => `c${textOf(drawFrom(`home/${place.account}/${place.region}`), 'lower', 11)}`,
  privateAddress,
  dashedPrivateAddress: (live) => privateAddress(live).replaceAll('.', '-'),
  publicAddress,
  dashedPublicAddress: (live) => publicAddress(live).replaceAll('.', '-'),
  madeName: ({ physicalId, owner }) =>
    `${owner?.stackId.split('/').at(1) ?? 'sandbox'}-${owner?.logicalId ?? 'Resource'}-${textOf(drawFrom(physicalId), 'mixed', 12)}`,
  databasePort: ({ properties }) => databasePort(textAt(properties, ['Engine']) ?? ''),
  serviceName: ({ properties }) => textAt(properties, ['ServiceName'])?.split('.').at(-1) ?? 'service',
  websiteMark: ({ place }) => (dashedWebsites.has(place.region) ? '-' : '.'),
  loadBalancerHost,
  loadBalancerZone: (live) => `Z${textOf(drawFrom(`elb/${live.place.region}`), 'upper', 13)}`,
}

/** Regions whose website endpoints are `s3-website-REGION`: https://docs.aws.amazon.com/general/latest/gr/s3.html */
const dashedWebsites = new Set([
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-west-1',
  'sa-east-1',
  'us-gov-west-1',
])

/** `use1` of `us-east-1`: how ids of availability zones begin. */
function shortRegion(region: string): string {
  const [land = '', direction = '', number = ''] = region.split(/-(?=[a-z]+-\d)|-(?=\d)/)
  const short = direction.replace(/(north|south|east|west|central)/g, (word) => word.charAt(0))
  return `${land.replaceAll('-', '')}${short}${number}`
}

function privateAddress({ physicalId }: LiveResource): string {
  return address(`private/${physicalId}`, 10)
}

function publicAddress({ physicalId }: LiveResource): string {
  return address(`public/${physicalId}`, 54)
}

function address(text: string, first: number): string {
  const next = drawFrom(text)
  return [first, ...Array.from({ length: 3 }, () => 1 + Math.floor(next() * 253))].join('.')
}

function databasePort(engine: string): string {
  if (engine.includes('postgres')) return '5432'
  if (engine.startsWith('oracle')) return '1521'
  return engine.startsWith('sqlserver') ? '1433' : '3306'
}

/** Network load balancers have the region after `elb`, the others before it. */
function loadBalancerHost({ physicalId, place, properties }: LiveResource): string {
  const [kind = 'app', name = '', hash = ''] = physicalId.split(':loadbalancer/').at(1)?.split('/') ?? []
  const scheme = textAt(properties, ['Scheme']) === 'internal' ? 'internal-' : ''
  if (kind === 'net') return `${name}-${hash}.elb.${place.region}.${domainSuffix(place)}`
  const number = textOf(drawFrom(physicalId), 'digits', 10)
  return `${scheme}${name}-${number}.${place.region}.elb.${domainSuffix(place)}`
}
