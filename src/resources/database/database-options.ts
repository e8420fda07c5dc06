import type { Value } from '../../model/value.ts'
import type { ZoneHandle } from '../network/dns-zone.ts'
import type { Handle } from '../handle.ts'

/** What becomes of a database and its data when it is deleted or replaced. */
export type DatabaseEnd = 'snapshot' | 'retain' | 'delete'

/** What single databases and Aurora clusters have in common. */
export interface DatabaseOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** Two or more, in different zones; internal ones, unless the database is public. */
  readonly subnets: readonly Handle<'AWS::EC2::Subnet'>[]
  /** Groups whose members may connect: `[main.securityGroup]`. The default is nobody. */
  readonly allowFrom?: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** Blocks that may connect. The default is none. */
  readonly allowFromBlocks?: readonly Value<string>[]
  /** The default is the engine's own, 5432 or 3306. */
  readonly port?: Value<number>
  /** The first database in it, of letters, digits and underscores. The default is the fragment's name, `user_data` of `UserData`. */
  readonly databaseName?: Value<string>
  /** The administrator, whose password RDS makes and keeps in Secrets Manager. The default is `root_user`. */
  readonly userName?: Value<string>
  /** Days that automatic backups are kept, 1 to 35. The default is 5. */
  readonly backupDays?: Value<number>
  /** When backups are made, in UTC: `03:00-04:00`. The default is AWS's choice. */
  readonly backupWindow?: Value<string>
  /** When AWS may patch, in UTC: `mon:04:00-mon:05:00`. The default is AWS's choice. */
  readonly maintenanceWindow?: Value<string>
  /** Whether minor versions come by themselves in the maintenance window. The default is true. */
  readonly minorUpgrades?: boolean
  /** Seconds between measurements of the host: 1, 5, 10, 15, 30, or 60; 0, the default, measures nothing. */
  readonly monitoringInterval?: 0 | 1 | 5 | 10 | 15 | 30 | 60
  /** The role that writes these measurements, by ARN. The default is one of the database's own, if there are any. */
  readonly monitoringRole?: Handle<'AWS::IAM::Role.Arn'>
  /** Settings of the engine by name: `{ 'log_min_duration_statement': '500' }`. The default is the engine's. */
  readonly settings?: { readonly [name: string]: Value<string> }
  /** Logs that go to CloudWatch: `['postgresql']`. The default is none. */
  readonly logs?: readonly Value<string>[]
  /** The key that encrypts the data. The default is the account's own key for RDS; unencrypted is not offered. */
  readonly kmsKey?: Handle<'AWS::KMS::Key'>
  /** Whether it has an address on the internet. The default is false. */
  readonly public?: boolean
  /** Whether RDS refuses to delete it. The default is true; turn it off in one update before the one that deletes. */
  readonly deletionProtection?: boolean
  /** What is left when it is deleted or replaced. The default is a final snapshot. */
  readonly onDelete?: DatabaseEnd
  /** A snapshot, by name or ARN, that it starts from. A change replaces the database. */
  readonly snapshot?: Value<string>
  /** A zone to put a name for it in, and the name there, the fragment's by default. */
  readonly zone?: ZoneHandle
  readonly dnsName?: Value<string>
}

/** The resource's policies for an end. */
export function endPolicies(end: DatabaseEnd = 'snapshot'): {
  readonly DeletionPolicy: 'Snapshot' | 'RetainExceptOnCreate' | 'Delete'
  readonly UpdateReplacePolicy: 'Snapshot' | 'Retain' | 'Delete'
} {
  if (end === 'snapshot') return { DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot' }
  if (end === 'retain') return { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' }
  return { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' }
}
