/** Types whose data is gone when one is deleted: databases, tables, volumes, file systems, buckets, directories of users. */
const dataStores: ReadonlySet<string> = new Set([
  'AWS::Cassandra::Table',
  'AWS::Cognito::UserPool',
  'AWS::DocDB::DBCluster',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Volume',
  'AWS::EFS::FileSystem',
  'AWS::Elasticsearch::Domain',
  'AWS::FSx::FileSystem',
  'AWS::MemoryDB::Cluster',
  'AWS::Neptune::DBCluster',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::S3::Bucket',
  'AWS::S3Tables::Table',
  'AWS::Timestream::Table',
])

/** Types that hold other things that are missed: keys, secrets, logs, messages, names, what was cached or installed. */
const otherStateful: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupVault',
  'AWS::DocDB::DBInstance',
  'AWS::EC2::Instance',
  'AWS::ECR::Repository',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::KMS::Key',
  'AWS::Kinesis::Stream',
  'AWS::Logs::LogGroup',
  'AWS::MSK::Cluster',
  'AWS::Neptune::DBInstance',
  'AWS::Route53::HostedZone',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
])

/** True for resource types that hold data: replacing or removing one may lose it. */
export function isStateful(type: string): boolean {
  return dataStores.has(type) || otherStateful.has(type)
}

/** True for resource types that are there to keep data. */
export function isDataStore(type: string): boolean {
  return dataStores.has(type)
}
