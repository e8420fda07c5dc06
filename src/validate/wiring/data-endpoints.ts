import type { ResourceView, TemplateView } from '../template-view.ts'
import { numberIn, textIn } from './literal.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'
import { endOf, type End } from './traffic-path.ts'

/** Something that listens in a VPC: a database, a cache, a file system. */
interface EndpointKind {
  /** The list of its security groups. */
  readonly groups: readonly string[]
  /** Beginnings of the attributes that say where it is. */
  readonly attributes: RegExp
  /** The port when none is given; by the beginning of the engine where engines differ. */
  readonly port: number | { readonly [engine: string]: number }
}

const engines = {
  postgres: 5432,
  'aurora-postgresql': 5432,
  mysql: 3306,
  mariadb: 3306,
  'aurora-mysql': 3306,
  oracle: 1521,
  sqlserver: 1433,
}

/** Ports: the defaults that AWS documents for each service. */
const kinds: { readonly [type: string]: EndpointKind } = {
  'AWS::RDS::DBInstance': { groups: ['VPCSecurityGroups'], attributes: /^Endpoint\.Address/, port: engines },
  'AWS::RDS::DBCluster': {
    groups: ['VpcSecurityGroupIds'],
    attributes: /^(Read)?Endpoint\.Address/,
    port: engines,
  },
  'AWS::DocDB::DBCluster': { groups: ['VpcSecurityGroupIds'], attributes: /^(Read)?Endpoint/, port: 27017 },
  'AWS::Neptune::DBCluster': { groups: ['VpcSecurityGroupIds'], attributes: /^(Read)?Endpoint/, port: 8182 },
  'AWS::Redshift::Cluster': { groups: ['VpcSecurityGroupIds'], attributes: /^Endpoint\.Address/, port: 5439 },
  'AWS::ElastiCache::CacheCluster': {
    groups: ['VpcSecurityGroupIds'],
    attributes: /^(Redis|Configuration)Endpoint\.Address/,
    port: { redis: 6379, valkey: 6379, memcached: 11211 },
  },
  'AWS::ElastiCache::ReplicationGroup': {
    groups: ['SecurityGroupIds'],
    attributes: /^(Primary|Reader|Configuration)EndPoint\.Address/,
    port: 6379,
  },
}

/** The types of which something may be told. */
export const endpointTypes: readonly string[] = Object.keys(kinds)

/** Whether a text of an attribute says where it is. */
export function isAddress(type: string, attribute: string | undefined): boolean {
  return attribute !== undefined && kinds[type]?.attributes.test(attribute) === true
}

/** What decides about groups and ports: the cluster that a database instance is in, or itself; undefined when that is elsewhere. */
export function endpointOwner(data: ResourceView, template: TemplateView): ResourceView | undefined {
  const clusters = read(placeOf(data), 'Properties', 'DBClusterIdentifier')
  const cluster = clusters.find(({ value }) => value !== undefined)
  return cluster === undefined ? data : targetOf(cluster, template)?.resource
}

/** The security groups around it; none when it has those that are the default. */
export function endpointEnd(owner: ResourceView, template: TemplateView): End {
  const groups = kinds[owner.type]?.groups ?? []
  return endOf(
    groups.flatMap((name) => readItems(placeOf(owner), 'Properties', name)),
    template,
  )
}

/** The ports that it may listen on, where they are known. */
export function endpointPorts(
  data: ResourceView,
): readonly { readonly port: number; readonly place: Place }[] {
  const from = placeOf(data)
  return read(from, 'Properties', 'Port').flatMap((place) => {
    if (place.value !== undefined) {
      const port = numberIn(place.value)
      return port === undefined ? [] : [{ port, place }]
    }
    return read(from, 'Properties', 'Engine').flatMap((engine) => {
      const port = defaultPort(data.type, textIn(engine.value) ?? '')
      return port === undefined ? [] : [{ port, place: { ...place, when: engine.when } }]
    })
  })
}

function defaultPort(type: string, engine: string): number | undefined {
  const port = kinds[type]?.port
  if (typeof port !== 'object') return port
  return Object.entries(port).find(([name]) => engine === name || engine.startsWith(`${name}-`))?.[1]
}

/** The mount targets of a file system, each with its security groups; `AWS::EFS::FileSystem` listens there. */
export function mountEnds(system: ResourceView, template: TemplateView): readonly End[] {
  const mounts = resourcesOf(template, 'AWS::EFS::MountTarget')
  template.effort.spend(mounts.length)
  return mounts
    .filter((mount) =>
      read(placeOf(mount), 'Properties', 'FileSystemId').some(
        (place) => targetOf(place, template)?.resource.id === system.id,
      ),
    )
    .map((mount) => endOf(readItems(placeOf(mount), 'Properties', 'SecurityGroups'), template))
}
