import { expect } from 'chai'
import { database, databaseCluster } from '../../src/index.ts'
import { validate } from '../../src/validate/validate.ts'
import { existing, idsOfType, propertiesOf, refusalOf, templateOf } from './template-of.ts'

const zone = { zone: 'Z0123456789ABCDEFGHIJ', domainName: 'stack.local' }
const errorsOf = (fragment: object) => validate(templateOf(fragment)).filter(({ level }) => level !== 'info')

describe('database()', () => {
  it('is encrypted, private, kept as a snapshot, and has its password in Secrets Manager', () => {
    const made = database('UserData', { ...existing, allowFrom: existing.securityGroups })
    expect(templateOf(made).Resources['UserDataInstance']).to.deep.equal({
      Type: 'AWS::RDS::DBInstance',
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
      Properties: {
        Engine: 'postgres',
        EngineVersion: '17.9',
        DBInstanceClass: 'db.t4g.micro',
        AllocatedStorage: '20',
        StorageType: 'gp3',
        MultiAZ: false,
        DBName: 'user_data',
        MasterUsername: 'root_user',
        StorageEncrypted: true,
        ManageMasterUserPassword: true,
        Port: '5432',
        DBSubnetGroupName: { Ref: 'UserDataSubnetGroup' },
        VPCSecurityGroups: [{ Ref: 'UserDataSecurityGroup' }],
        PubliclyAccessible: false,
        BackupRetentionPeriod: 5,
        CopyTagsToSnapshot: true,
        AutoMinorVersionUpgrade: true,
        AllowMajorVersionUpgrade: false,
        ApplyImmediately: true,
        DeletionProtection: true,
        Tags: [{ Key: 'Name', Value: { 'Fn::Sub': '${AWS::StackName}-UserData' } }],
      },
    })
    expect(propertiesOf(made, 'UserDataSecurityGroup')['SecurityGroupIngress']).to.deep.equal([
      { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: 'sg-0a1b2c3d4e5f60718' },
    ])
    expect(errorsOf(made)).to.deep.equal([])
  })

  it('lets nobody in by default', () => {
    expect(propertiesOf(database('Db', existing), 'DbSecurityGroup')).to.not.have.property(
      'SecurityGroupIngress',
    )
  })

  it('takes every option', () => {
    const made = database('Db', {
      ...existing,
      engine: 'mysql',
      engineVersion: '8.4.7',
      instanceType: 'db.m7g.large',
      storage: 100,
      maxStorage: 500,
      storageType: 'io2',
      multiZone: true,
      applyImmediately: false,
      allowFromBlocks: ['10.30.0.0/16'],
      port: 3307,
      databaseName: 'app',
      userName: 'owner',
      backupDays: 14,
      backupWindow: '03:00-04:00',
      maintenanceWindow: 'mon:04:30-mon:05:30',
      minorUpgrades: false,
      majorUpgrades: true,
      monitoringInterval: 60,
      settings: { max_connections: '200' },
      logs: ['error'],
      kmsKey: 'alias/data',
      public: true,
      deletionProtection: false,
      onDelete: 'retain',
      zone,
      dnsName: 'db',
    })
    const { Resources } = templateOf(made)
    expect(propertiesOf(made, 'DbParameterGroup')).to.deep.equal({
      Description: 'Settings of the database',
      Family: 'mysql8.4',
      Parameters: { max_connections: '200' },
    })
    expect(propertiesOf(made, 'DbInstance')).to.deep.include({
      EngineVersion: '8.4.7',
      MaxAllocatedStorage: 500,
      MonitoringInterval: 60,
      MonitoringRoleArn: { 'Fn::GetAtt': ['DbMonitoringRole', 'Arn'] },
      Port: '3307',
      PreferredBackupWindow: '03:00-04:00',
      KmsKeyId: 'alias/data',
      DeletionProtection: false,
    })
    expect(Resources['DbInstance']).to.include({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    })
    expect(propertiesOf(made, 'DbRecord')).to.deep.equal({
      HostedZoneId: 'Z0123456789ABCDEFGHIJ',
      Name: 'db.stack.local',
      Type: 'CNAME',
      TTL: '300',
      ResourceRecords: [{ 'Fn::GetAtt': ['DbInstance', 'Endpoint.Address'] }],
    })
  })

  it('takes name, administrator and encryption from a snapshot', () => {
    const properties = propertiesOf(database('Db', { ...existing, snapshot: 'nightly' }), 'DbInstance')
    expect(properties).to.include({ DBSnapshotIdentifier: 'nightly', ManageMasterUserPassword: true })
    expect(properties).to.not.have.any.keys('DBName', 'MasterUsername', 'StorageEncrypted', 'KmsKeyId')
  })

  it('refuses what RDS would refuse', () => {
    expect(refusalOf(() => database('Db', { ...existing, subnets: ['subnet-1'] }))).to.equal(
      'E_OPTION Cannot make database "Db": it has one subnet, expected two or more in different zones',
    )
    expect(refusalOf(() => database('Db', { ...existing, storage: 1 }))).to.equal(
      'E_OPTION Cannot make database "Db" with this storage: it is 1, expected a whole number from 5 to 65536',
    )
    expect(refusalOf(() => database('Db', { ...existing, maxStorage: 10 }))).to.equal(
      'E_OPTION Cannot make database "Db": storage 20 is more than maxStorage 10',
    )
  })
})

describe('databaseCluster()', () => {
  it('keeps the data with the cluster, and its instances replaceable', () => {
    const made = databaseCluster('Orders', { ...existing, instances: 2, zone })
    const { Resources } = templateOf(made)
    expect(Resources['OrdersCluster']).to.include({
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
    })
    expect(propertiesOf(made, 'OrdersCluster')).to.deep.include({
      Engine: 'aurora-postgresql',
      EngineVersion: '17',
      DatabaseName: 'orders',
      StorageEncrypted: true,
      ManageMasterUserPassword: true,
      DeletionProtection: true,
    })
    expect(idsOfType(made, 'AWS::RDS::DBInstance')).to.deep.equal(['OrdersInstance1', 'OrdersInstance2'])
    expect(Resources['OrdersInstance1']).to.include({
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
    })
    expect(errorsOf(made)).to.deep.equal([])
  })

  it('scales by itself as db.serverless', () => {
    const made = databaseCluster('Db', { ...existing, engine: 'aurora-mysql', instanceType: 'db.serverless' })
    expect(propertiesOf(made, 'DbCluster')).to.deep.include({
      Port: 3306,
      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 4 },
    })
  })

  it('refuses a cluster of nothing', () => {
    expect(refusalOf(() => databaseCluster('Db', { ...existing, instances: 0 }))).to.equal(
      'E_OPTION Cannot make database cluster "Db" with this many instances: it is 0, expected a whole number from 1 to 16',
    )
  })
})
