import { expect } from 'chai'
import { daemon, fileSystem, task } from '../../src/index.ts'
import { validate } from '../../src/validate/validate.ts'
import { existing, idsOfType, propertiesOf, templateOf } from './template-of.ts'

describe('fileSystem()', () => {
  const data = fileSystem('Data', { ...existing, allowFrom: existing.securityGroups, coldAfterDays: 30 })

  it('is encrypted, backed up, kept, and mounted in each subnet', () => {
    const { Resources } = templateOf(data)
    expect(Resources['DataFileSystem']).to.deep.equal({
      Type: 'AWS::EFS::FileSystem',
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        Encrypted: true,
        BackupPolicy: { Status: 'ENABLED' },
        ThroughputMode: 'elastic',
        LifecyclePolicies: [{ TransitionToIA: 'AFTER_30_DAYS' }],
        FileSystemTags: [{ Key: 'Name', Value: { 'Fn::Sub': '${AWS::StackName}-Data' } }],
      },
    })
    expect(idsOfType(data, 'AWS::EFS::MountTarget')).to.deep.equal(['DataMount1', 'DataMount2'])
    expect(propertiesOf(data, 'DataSecurityGroup')['SecurityGroupIngress']).to.deep.equal([
      { IpProtocol: 'tcp', FromPort: 2049, ToPort: 2049, SourceSecurityGroupId: existing.securityGroups[0] },
    ])
    expect(validate(templateOf(data)).filter(({ level }) => level === 'error')).to.deep.equal([])
  })

  it('is a volume of tasks', () => {
    const job = task('Job', {
      image: 'a:1',
      volumes: [{ name: 'data', containerPath: '/data', fileSystem: data.fileSystem }],
    })
    expect(propertiesOf({ data, job }, 'JobTask')['Volumes']).to.deep.equal([
      {
        Name: 'data',
        EFSVolumeConfiguration: { FilesystemId: { Ref: 'DataFileSystem' }, TransitEncryption: 'ENABLED' },
      },
    ])
  })
})

describe('daemon()', () => {
  it('runs once on every host, and makes room before it is replaced', () => {
    const agent = daemon('Agent', { cluster: 'main', image: 'example/agent:7' })
    expect(propertiesOf(agent, 'AgentService')).to.deep.equal({
      Cluster: 'main',
      TaskDefinition: { Ref: 'AgentTask' },
      LaunchType: 'EC2',
      SchedulingStrategy: 'DAEMON',
      DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
    })
    expect(validate(templateOf(agent)).filter(({ level }) => level === 'error')).to.deep.equal([])
  })
})
