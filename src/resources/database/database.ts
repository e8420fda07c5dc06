import * as rds from '../../aws/rds.ts'
import { given } from '../../model/given.ts'
import type { Value } from '../../model/value.ts'
import { checkNumber, checkOrder } from '../check-number.ts'
import { databaseAccess, databaseMonitoring } from './database-access.ts'
import { engines, type DatabaseEngine } from './database-engines.ts'
import { endPolicies, type DatabaseOptions } from './database-options.ts'
import { ownedBy, upkeep } from './database-upkeep.ts'
import { databaseRecord } from './database-record.ts'
import { asText } from '../handle.ts'
import { nameTag } from '../name-tag.ts'
import { snake } from '../text.ts'

export interface SingleDatabaseOptions extends DatabaseOptions {
  /** The default is `postgres`. */
  readonly engine?: DatabaseEngine
  /** The default is a recent one of the engine: say it to stay on it. */
  readonly engineVersion?: string
  /** The default is `db.t4g.micro`. */
  readonly instanceType?: Value<string>
  /** GiB at first. The default is 20. */
  readonly storage?: Value<number>
  /** GiB up to which storage grows by itself. The default is not at all. */
  readonly maxStorage?: Value<number>
  /** The default is `gp3`. */
  readonly storageType?: Value<string>
  /** Whether a second instance waits in another zone. The default is false. */
  readonly multiZone?: Value<boolean>
  /** Whether an update may go to another major version. The default is false. */
  readonly majorUpgrades?: boolean
  /** Whether changes that wait for the maintenance window are made at once. The default is true. */
  readonly applyImmediately?: boolean
}

/**
 * A database on one instance, encrypted, reached from where `allowFrom` says. Its password is in no template: `secret` is the ARN
 * of the secret that RDS keeps it in. When it is deleted or replaced a snapshot stays.
 * Throws `E_OPTION` for sizes that can't be.
 *
 * @example
 * const users = database('Users', { vpc: net.vpc, subnets: net.internalSubnets, allowFrom: [main.securityGroup] })
 * // secrets: { DATABASE_PASSWORD: { secret: users.secret, key: 'password' } }, environment: { DATABASE_HOST: users.address }
 */
export function database(name: string, options: SingleDatabaseOptions) {
  const { engine = 'postgres', storage = 20, maxStorage } = options
  const version = options.engineVersion ?? engines[engine].version
  const port = options.port ?? engines[engine].port
  check(name, options)
  const { securityGroup, subnetGroup } = databaseAccess(name, port, options)
  const monitoring = databaseMonitoring(name, options)
  const parameterGroup =
    options.settings &&
    rds.DBParameterGroup(`${name}ParameterGroup`, {
      Description: 'Settings of the database',
      Family: engines[engine].family(version),
      Parameters: options.settings,
    })
  const instance = rds.DBInstance(
    `${name}Instance`,
    {
      Engine: engine,
      EngineVersion: version,
      DBInstanceClass: options.instanceType ?? 'db.t4g.micro',
      AllocatedStorage: asText(storage),
      ...given({ MaxAllocatedStorage: maxStorage, DBParameterGroupName: parameterGroup?.ref }),
      StorageType: options.storageType ?? 'gp3',
      MultiAZ: options.multiZone ?? false,
      ...origin(name, options),
      ManageMasterUserPassword: true,
      Port: asText(port),
      DBSubnetGroupName: subnetGroup.ref,
      VPCSecurityGroups: [securityGroup.ref],
      PubliclyAccessible: options.public ?? false,
      ...upkeep(options),
      AutoMinorVersionUpgrade: options.minorUpgrades ?? true,
      AllowMajorVersionUpgrade: options.majorUpgrades ?? false,
      ApplyImmediately: options.applyImmediately ?? true,
      ...monitoring.properties,
      Tags: nameTag(name),
    },
    endPolicies(options.onDelete),
  )
  const address = instance.att['Endpoint.Address']
  return {
    securityGroup,
    subnetGroup,
    ...given({ parameterGroup }),
    ...monitoring.parts,
    instance,
    ...databaseRecord(name, options, address),
    address,
    port: instance.att['Endpoint.Port'],
    secret: instance.att['MasterUserSecret.SecretArn'],
  }
}

function check(name: string, { storage = 20, maxStorage, backupDays = 5 }: SingleDatabaseOptions): void {
  const what = `database "${name}"`
  checkNumber(`${what} with this storage`, storage, 5, 65536)
  checkNumber(`${what} with this backupDays`, backupDays, 0, 35)
  if (maxStorage !== undefined) checkOrder(what, ['storage', storage], ['maxStorage', maxStorage])
}

/** Empty and new, or from a snapshot. */
function origin(name: string, options: SingleDatabaseOptions) {
  if (options.snapshot !== undefined) return { DBSnapshotIdentifier: options.snapshot }
  return { DBName: options.databaseName ?? snake(name), ...ownedBy(options) }
}
