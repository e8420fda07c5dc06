import { expect } from 'chai'
import { desk, parameter, type Desk } from './desk.ts'

const reverting = { DeploymentMode: 'REVERT_DRIFT' }

/** Changes a resource from outside, or removes it. */
function fiddle(at: Desk, logicalId: string, properties?: object): void {
  const { live } = at.context.world
  const [key, found] = Object.entries(live).find(([, one]) => one.owner?.logicalId === logicalId)!
  if (properties === undefined) delete live[key]
  else found.properties = { ...found.properties, ...properties }
}

const queue = (DelaySeconds: number) => ({ Type: 'AWS::SQS::Queue', Properties: { DelaySeconds } })

describe('sandbox CreateChangeSet, drift to be reverted', () => {
  it('finds nothing to do where all is as it was deployed', () => {
    const at = desk()
    at.create({ Note: parameter('a') })
    expect(at.plan({ Note: parameter('a') }, reverting).Status).to.equal('FAILED')
  })

  it('does not see drift unless it is asked to', () => {
    const at = desk()
    at.create({ Note: parameter('a') })
    fiddle(at, 'Note', { Value: 'by hand' })
    expect(at.plan({ Note: parameter('a') }).Status).to.equal('FAILED')
  })

  it('puts back what was changed by hand, and shows all three values', () => {
    const at = desk()
    at.create({ Note: parameter('a') })
    fiddle(at, 'Note', { Value: 'by hand', Description: 'not of the template' })
    const set = at.plan({ Note: parameter('a') }, reverting)
    expect([set.DeploymentMode, set.StackDriftStatus]).to.deep.equal(['REVERT_DRIFT', 'DRIFTED'])
    const change = set.Changes[0].ResourceChange
    expect(change).to.include({ Action: 'Modify', ResourceDriftStatus: 'MODIFIED', Replacement: 'False' })
    expect(change.PreviousDeploymentContext).to.equal('{"Properties":{"Type":"String","Value":"a"}}')
    expect(change.Details).to.deep.equal([
      {
        Target: {
          Attribute: 'Properties',
          Name: 'Value',
          RequiresRecreation: 'Never',
          Path: '/Properties/Value',
          BeforeValue: 'by hand',
          AfterValue: 'a',
          BeforeValueFrom: 'ACTUAL_STATE',
          AfterValueFrom: 'TEMPLATE',
          Drift: {
            PreviousValue: 'a',
            ActualValue: 'by hand',
            DriftDetectionTimestamp: set.CreationTime,
          },
          AttributeChangeType: 'Modify',
        },
        Evaluation: 'Static',
        ChangeSource: 'DirectModification',
      },
    ])
    at.call('ExecuteChangeSet', { ChangeSetName: set.ChangeSetId })
    const [live] = Object.values(at.context.world.live)
    expect(live?.properties['Value']).to.equal('a')
  })

  it('makes again what was removed by hand', () => {
    const at = desk()
    at.create({ Jobs: queue(1) })
    fiddle(at, 'Jobs')
    const set = at.plan({ Jobs: queue(1) }, reverting)
    expect(set.Changes[0].ResourceChange).to.include({ Action: 'Add', ResourceDriftStatus: 'DELETED' })
    at.call('ExecuteChangeSet', { ChangeSetName: set.ChangeSetId })
    expect(Object.values(at.context.world.live).map(({ type }) => type)).to.deep.equal(['AWS::SQS::Queue'])
  })

  it('only takes note of what the template wants already', () => {
    const at = desk()
    at.create({ Jobs: queue(1) })
    fiddle(at, 'Jobs', { DelaySeconds: 7 })
    const set = at.plan({ Jobs: queue(7) }, reverting)
    const change = set.Changes[0].ResourceChange
    expect(change).to.include({
      Action: 'SyncWithActual',
      Replacement: 'False',
      ResourceDriftStatus: 'MODIFIED',
    })
    expect(change.Details[0]).to.deep.include({ ChangeSource: 'NoModification' })
    expect(change.Details[0].Target).to.deep.include({
      AttributeChangeType: 'SyncWithActual',
      Drift: { PreviousValue: '1', ActualValue: '7', DriftDetectionTimestamp: set.CreationTime },
    })
    at.call('ExecuteChangeSet', { ChangeSetName: set.ChangeSetId })
    at.call('DetectStackDrift', { StackName: 'web' })
    expect(at.call('DescribeStacks', { StackName: 'web' }).Stacks[0].DriftInformation).to.include({
      StackDriftStatus: 'IN_SYNC',
    })
  })

  it('does not compare what a service never tells', () => {
    const at = desk()
    const database = (BackupRetentionPeriod: number) => ({
      Type: 'AWS::RDS::DBInstance',
      Properties: {
        DBInstanceClass: 'db.t4g.micro',
        Engine: 'postgres',
        AllocatedStorage: '20',
        MasterUsername: 'admin1',
        MasterUserPassword: 'not-so-secret',
        BackupRetentionPeriod,
      },
    })
    at.create({ Data: database(1) })
    fiddle(at, 'Data', { MasterUserPassword: 'another' })
    const change = at.plan({ Data: database(2) }, reverting).Changes[0].ResourceChange
    expect(change.ResourceDriftStatus).to.equal('IN_SYNC')
    expect(change.ResourceDriftIgnoredAttributes).to.deep.include({
      Path: '/Properties/MasterUserPassword',
      Reason: 'WRITE_ONLY_PROPERTY',
    })
    expect(change.Details.map((one: any) => one.Target.Name)).to.deep.equal(['BackupRetentionPeriod'])
  })

  it('tells who uses what is made again', () => {
    const at = desk()
    const resources = { Jobs: queue(1), Note: parameter({ Ref: 'Jobs' }) }
    at.create(resources)
    fiddle(at, 'Jobs')
    const [jobs, note] = at.plan(resources, reverting).Changes.map((one: any) => one.ResourceChange)
    expect(jobs).to.have.all.keys(
      'Action',
      'AfterContext',
      'Details',
      'LogicalResourceId',
      'PhysicalResourceId',
      'PreviousDeploymentContext',
      'ResourceDriftIgnoredAttributes',
      'ResourceDriftStatus',
      'ResourceType',
      'Scope',
    )
    expect(note).to.deep.include({ ResourceDriftStatus: 'IN_SYNC', ResourceDriftIgnoredAttributes: [] })
    expect(note).not.to.have.property('PreviousDeploymentContext')
    expect(note.Details).to.have.length(1)
    expect(note.Details[0]).to.deep.include({
      ChangeSource: 'ResourceReference',
      CausingEntity: 'Jobs',
      Evaluation: 'Static',
    })
    expect(note.Details[0].Target).to.include({
      AfterValue: '{{changeSet:KNOWN_AFTER_APPLY}}',
      BeforeValueFrom: 'ACTUAL_STATE',
      AfterValueFrom: 'TEMPLATE',
    })
  })

  it('hides what was made of a NoEcho value, however it is now', () => {
    const more = {
      templateParameters: { Key: { Type: 'String', NoEcho: true } },
      Parameters: [{ ParameterKey: 'Key', ParameterValue: 'hush-one' }],
    }
    const at = desk()
    at.create({ Note: parameter({ Ref: 'Key' }) }, more)
    fiddle(at, 'Note', { Value: 'hush-two' })
    const set = at.plan({ Note: parameter({ Ref: 'Key' }) }, { ...more, ...reverting })
    expect(set.Changes).to.have.length(1)
    expect(JSON.stringify(set)).not.to.include('hush')
  })

  it('leaves alone what a service never tells', () => {
    const at = desk()
    const resources = {
      Data: {
        Type: 'AWS::SecretsManager::Secret',
        Properties: { Name: 'db', SecretString: 'not-so-secret' },
      },
    }
    at.create(resources)
    fiddle(at, 'Data', { SecretString: 'another' })
    expect(at.plan(resources, reverting).Status).to.equal('FAILED')
  })
})
