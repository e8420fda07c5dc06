import { ruleOf, type SchemaRule } from './schema-rule.ts'

const table = 'AWS::DynamoDB::Table'
const cluster = 'AWS::RDS::DBCluster'
const instance = 'AWS::RDS::DBInstance'
const anyCase = { anyCaseEngine: true }

/** What DynamoDB, RDS and ElastiCache refuse. */
export const databaseRules: readonly SchemaRule[] = [
  ruleOf('E3638', table, 'billingmode_exclusive', {
    title: 'Tables that are paid by request have no provisioned throughput',
    help: 'With the billing mode PAY_PER_REQUEST, DynamoDB refuses "ProvisionedThroughput". Take one of the two out.',
    message: '"ProvisionedThroughput" does not go with the billing mode PAY_PER_REQUEST',
  }),
  ruleOf('E3639', table, 'billingmode_provisioned_dependent', {
    title: 'Tables with provisioned throughput say how much',
    help: 'With the billing mode PROVISIONED, "ProvisionedThroughput" is required.',
  }),
  ruleOf('E3695', 'AWS::ElastiCache::CacheCluster', 'engine_version', {
    title: 'The engine of a cache exists, in this version',
    help: 'ElastiCache offers memcached, redis and valkey in certain versions only.',
  }),
  ruleOf('E3704', 'AWS::ElastiCache::ReplicationGroup', 'transitencryptionenabled_valkey', {
    title: 'Valkey says whether it encrypts what is sent',
    help: 'For the engine valkey, ElastiCache wants "TransitEncryptionEnabled" written out.',
  }),
  ruleOf('E3686', cluster, 'serverless_exclusive', {
    title: 'The scaling of a database cluster is that of its engine mode',
    help: '"ScalingConfiguration" goes with the engine mode serverless, "ServerlessV2ScalingConfiguration" with provisioned, the default.',
    message: 'This scaling does not go with the engine mode of the cluster',
  }),
  ruleOf('E3689', cluster, 'monitoring', {
    title: 'Enhanced monitoring has a role and an interval',
    help: '"MonitoringRoleArn" and a "MonitoringInterval" above 0 go together; one without the other is refused.',
  }),
  ruleOf('E3690', cluster, 'engine_version', {
    title: 'The engine of a database cluster exists, in this version',
    help: 'RDS offers certain versions of each engine, and takes old ones away. aws rds describe-db-engine-versions lists them.',
  }),
  ruleOf('E3692', cluster, 'multiaz', {
    title: 'Multi-AZ clusters of MySQL and PostgreSQL have what they need',
    help: 'They need "AllocatedStorage", "DBClusterInstanceClass", "Iops" and "StorageType", and take none of the settings of Aurora.',
  }),
  ruleOf('E3693', cluster, 'aurora', {
    title: 'Aurora clusters have no storage and no instance class of their own',
    help: 'Aurora sizes its storage itself, and the class belongs to the instances: take "AllocatedStorage", "Iops", "DBClusterInstanceClass" and "PubliclyAccessible" out.',
  }),
  ruleOf('W3688', cluster, 'snapshotidentifier', {
    title: 'A cluster that is restored from a snapshot has no user name',
    help: 'The user comes from the snapshot; "MasterUsername" does nothing.',
    message: '"MasterUsername" does nothing for a cluster that comes from a snapshot',
  }),
  ruleOf('W3689', cluster, 'sourcedbclusteridentifier', {
    title: 'A cluster that is a copy has no user, password and encryption of its own',
    help: 'They come from the source; what is set here does nothing.',
    message: 'This comes from the source of the cluster, and does nothing here',
  }),
  ruleOf('W3690', cluster, 'engine_version_deprecated', {
    title: 'The version of the engine of a cluster is not about to go',
    help: 'RDS has deprecated the version: new clusters may be refused, and running ones are upgraded. Choose a newer one.',
    message: 'The version of the engine is deprecated',
  }),
  ruleOf('W3693', cluster, 'aurora_warning', {
    title: 'Serverless clusters have no performance insights',
    help: 'With the engine mode serverless, the settings of performance insights do nothing.',
    message: 'Performance insights do nothing with the engine mode serverless',
  }),
  ruleOf(
    'E3682',
    instance,
    'aurora_exclusive',
    {
      title: 'Instances of Aurora leave to the cluster what belongs to it',
      help: 'Storage, password, tags of snapshots, protection and sign-in by IAM belong to the cluster. Set them there.',
      message: 'An instance of Aurora has settings that belong to its cluster',
    },
    anyCase,
  ),
  ruleOf(
    'E3691',
    instance,
    'engine_version',
    {
      title: 'The engine of a database exists, in this version',
      help: 'RDS offers certain versions of each engine, and takes old ones away. aws rds describe-db-engine-versions lists them.',
    },
    anyCase,
  ),
  ruleOf('E3719', instance, 'backupretentionperiod_maximum', {
    title: 'Backups of a database are kept at most 35 days, and by the cluster when there is one',
    help: 'For an instance of a cluster, set "BackupRetentionPeriod" on the cluster.',
  }),
  ruleOf('E3720', instance, 'kmskey_storageencrypted', {
    title: 'A database with a key encrypts its storage',
    help: 'With "KmsKeyId", set "StorageEncrypted" to true.',
  }),
  ruleOf('E3721', instance, 'replicamode_enum', {
    title: 'The mode of a replica is mounted or open-read-only',
    help: 'Oracle and Db2 know these two.',
  }),
  ruleOf(
    'W3691',
    instance,
    'engine_version_deprecated',
    {
      title: 'The version of the engine of a database is not about to go',
      help: 'RDS has deprecated the version: new databases may be refused, and running ones are upgraded. Choose a newer one.',
      message: 'The version of the engine is deprecated',
    },
    anyCase,
  ),
]
