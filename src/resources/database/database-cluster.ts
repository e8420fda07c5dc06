import * as rds from '../../aws/rds.ts'
import { given } from '../../model/given.ts'
import type { Value } from '../../model/value.ts'
import { checkNumber } from '../check-number.ts'
import { databaseAccess, databaseMonitoring } from './database-access.ts'
import { engines, type ClusterEngine } from './database-engines.ts'
import { endPolicies, type DatabaseOptions } from './database-options.ts'
import { ownedBy, upkeep } from './database-upkeep.ts'
import { databaseRecord } from './database-record.ts'
import { nameTag } from '../name-tag.ts'
import { snake } from '../text.ts'

export interface DatabaseClusterOptions extends DatabaseOptions {
  /** The default is `aurora-postgresql`. */
  readonly engine?: ClusterEngine
  /** The default is a recent one of the engine: say it to stay on it. */
  readonly engineVersion?: string
  /** The default is `db.r7g.large`; `db.serverless` scales by itself within `capacity`. */
  readonly instanceType?: Value<string>
  /** Instances: one that writes, and others that are read from and take over. The default is 1. */
  readonly instances?: number
  /** Aurora capacity units (about 2 GiB of memory each) between which `db.serverless` scales. The default is 0.5 to 4. */
  readonly capacity?: { readonly min: Value<number>; readonly max: Value<number> }
}

/**
 * An Aurora cluster, encrypted, reached from where `allowFrom` says. Its password is in no template: `secret` is the ARN of the
 * secret that RDS keeps it in. When it is deleted or replaced a snapshot stays.
 * Throws `E_OPTION` for counts that can't be.
 *
 * @example
 * const orders = databaseCluster('Orders', {
 *   vpc: net.vpc, subnets: net.internalSubnets, allowFrom: [main.securityGroup], instances: 2, zone,
 * })
 */
export function databaseCluster(name: string, options: DatabaseClusterOptions) {
  const { engine = 'aurora-postgresql', instances: count = 1 } = options
  const version = options.engineVersion ?? engines[engine].version
  const port = options.port ?? engines[engine].port
  checkNumber(`database cluster "${name}" with this many instances`, count, 1, 16)
  checkNumber(`database cluster "${name}" with this backupDays`, options.backupDays ?? 5, 1, 35)
  const { securityGroup, subnetGroup } = databaseAccess(name, port, options)
  const monitoring = databaseMonitoring(name, options)
  const parameterGroup =
    options.settings &&
    rds.DBClusterParameterGroup(`${name}ParameterGroup`, {
      Description: 'Settings of the cluster',
      Family: engines[engine].family(version),
      Parameters: options.settings,
    })
  const cluster = rds.DBCluster(
    `${name}Cluster`,
    {
      Engine: engine,
      EngineVersion: version,
      ...given({ DBClusterParameterGroupName: parameterGroup?.ref }),
      ...serverless(options),
      ...origin(name, options),
      ManageMasterUserPassword: true,
      Port: port,
      DBSubnetGroupName: subnetGroup.ref,
      VpcSecurityGroupIds: [securityGroup.ref],
      ...upkeep(options),
      Tags: nameTag(name),
    },
    endPolicies(options.onDelete),
  )
  const instances = Array.from({ length: count }, (_, index) =>
    member(`${name}Instance${index + 1}`, cluster, engine, { ...options, ...monitoring }),
  )
  const address = cluster.att['Endpoint.Address']
  return {
    securityGroup,
    subnetGroup,
    ...given({ parameterGroup }),
    ...monitoring.parts,
    cluster,
    instances,
    ...databaseRecord(name, options, address),
    address,
    readAddress: cluster.att['ReadEndpoint.Address'],
    port: cluster.att['Endpoint.Port'],
    secret: cluster.att['MasterUserSecret.SecretArn'],
  }
}

/** The data is the cluster's, so that an instance may go without a trace. */
function member(
  id: string,
  cluster: rds.DBCluster,
  engine: ClusterEngine,
  options: DatabaseClusterOptions & Pick<ReturnType<typeof databaseMonitoring>, 'properties'>,
) {
  return rds.DBInstance(
    id,
    {
      Engine: engine,
      DBClusterIdentifier: cluster.ref,
      DBInstanceClass: options.instanceType ?? 'db.r7g.large',
      PubliclyAccessible: options.public ?? false,
      AutoMinorVersionUpgrade: options.minorUpgrades ?? true,
      ...options.properties,
      Tags: nameTag(id),
    },
    endPolicies('delete'),
  )
}

function serverless({ instanceType, capacity }: DatabaseClusterOptions) {
  if (instanceType !== 'db.serverless' && capacity === undefined) return {}
  const { min, max } = capacity ?? { min: 0.5, max: 4 }
  return { ServerlessV2ScalingConfiguration: { MinCapacity: min, MaxCapacity: max } }
}

/** Empty and new, or from a snapshot. */
function origin(name: string, options: DatabaseClusterOptions) {
  if (options.snapshot !== undefined) return { SnapshotIdentifier: options.snapshot }
  return { DatabaseName: options.databaseName ?? snake(name), ...ownedBy(options) }
}
