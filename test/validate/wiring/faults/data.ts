import { one, type Case } from '../../finds.ts'
import { ifWide, noValue, ref, switchable } from './parts.ts'

const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }
const table = {
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
}
const resource = (Type: string, Properties: object, others: object = {}): object => ({
  Resources: { A: { Type, Properties, ...others } },
})
const database = { Engine: 'aurora-postgresql', DBInstanceClass: 'db.t4g.medium', StorageEncrypted: true }
const volume = (SnapshotId: unknown, others: object = {}): object => ({
  ...switchable,
  ...others,
  Resources: {
    A: {
      Type: 'AWS::EC2::Volume',
      ...retained,
      Properties: {
        AvailabilityZone: 'us-east-1a',
        Size: 10,
        VolumeType: 'gp3',
        SnapshotId,
        Encrypted: ifWide(true, false),
      },
    },
  },
})
const Parameters = { ...switchable.Parameters, Snapshot: { Type: 'String', Default: '' } }
const Conditions = {
  ...switchable.Conditions,
  HasSnapshot: { 'Fn::Not': [{ 'Fn::Equals': [ref('Snapshot'), ''] }] },
}

export const dataFaults: readonly Case[] = [
  ['CFS1901', volume(''), volume(noValue)],
  ['CFS1901', volume(ifWide('', 'snap-12345678')), volume(ifWide(noValue, 'snap-12345678'))],
  [
    'CFS1901',
    volume(ref('Snapshot'), { Parameters }),
    volume({ 'Fn::If': ['HasSnapshot', ref('Snapshot'), noValue] }, { Parameters, Conditions }),
  ],
  [
    'CFS2001',
    resource('AWS::DynamoDB::Table', table),
    resource('AWS::DynamoDB::Table', table, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' }),
  ],
  ['CFS2001', one('AWS::S3::Bucket', {}), resource('AWS::S3::Bucket', {}, retained)],
  // What DynamoDB itself refuses to delete is safe; so is a member of a cluster, whose data is the cluster's.
  [
    'CFS2001',
    resource('AWS::DynamoDB::Table', { ...table, DeletionProtectionEnabled: false }),
    resource('AWS::DynamoDB::Table', { ...table, DeletionProtectionEnabled: true }),
  ],
  [
    'CFS2001',
    resource('AWS::RDS::DBInstance', {
      Engine: 'postgres',
      DBInstanceClass: 'db.t4g.medium',
      AllocatedStorage: '20',
      StorageEncrypted: true,
      MasterUsername: 'app',
      ManageMasterUserPassword: true,
    }),
    resource('AWS::RDS::DBInstance', { ...database, DBClusterIdentifier: { 'Fn::ImportValue': 'cluster' } }),
  ],
]
