import { expect } from 'chai'
import { cluster, override, parameter, userData, type ClusterOptions } from '../../src/index.ts'
import { existing, idsOfType, propertiesOf, refusalOf, templateOf } from './template-of.ts'

const place = { vpc: existing.vpc, subnets: existing.subnets }
const main = (options: Partial<ClusterOptions> = {}) => cluster('Main', { ...place, ...options })
const launchData = (options?: Partial<ClusterOptions>) =>
  propertiesOf(main(options), 'MainLaunchTemplate')['LaunchTemplateData']
const scriptOf = (options?: Partial<ClusterOptions>) =>
  launchData(options).UserData['Fn::Base64']['Fn::Join'][1]

describe('cluster()', () => {
  it('runs 3 to 100 hosts, with IMDSv2, from the newest image', () => {
    expect(propertiesOf(main(), 'MainHosts')).to.deep.include({
      MinSize: '3',
      MaxSize: '100',
      DesiredCapacity: '3',
      VPCZoneIdentifier: existing.subnets,
      TerminationPolicies: ['OldestLaunchTemplate', 'Default'],
      LaunchTemplate: {
        LaunchTemplateId: { Ref: 'MainLaunchTemplate' },
        Version: { 'Fn::GetAtt': ['MainLaunchTemplate', 'LatestVersionNumber'] },
      },
    })
    expect(launchData()).to.deep.include({
      ImageId: '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}',
      InstanceType: 'm6i.large',
      EbsOptimized: true,
      MetadataOptions: { HttpTokens: 'required' },
    })
  })

  it('gives hosts an encrypted root volume and one for Docker', () => {
    const disk = (DeviceName: string, VolumeSize: number, VolumeType: string) => ({
      DeviceName,
      Ebs: { Encrypted: true, VolumeSize, VolumeType, DeleteOnTermination: true },
    })
    expect(launchData().BlockDeviceMappings).to.deep.equal([
      disk('/dev/xvda', 30, 'gp3'),
      disk('/dev/xvdcz', 25, 'gp3'),
    ])
    expect(launchData({ rootVolumeSize: 50, volumeType: 'gp2' }).BlockDeviceMappings[0]).to.deep.equal(
      disk('/dev/xvda', 50, 'gp2'),
    )
  })

  it('takes the image of the instance type’s architecture', () => {
    expect(launchData({ instanceType: 'm7g.large' }).ImageId).to.contain('/arm64/')
    expect(launchData({ imageId: 'ami-0a1b2c3d4e5f60718' }).ImageId).to.equal('ami-0a1b2c3d4e5f60718')
  })

  it('tells hosts which cluster to join, and waits until they have', () => {
    expect(scriptOf()).to.deep.include.members([
      '#!/bin/bash',
      { 'Fn::Sub': 'ECS_CLUSTER=${MainCluster}' },
      { 'Fn::Sub': 'SERVER_ENVIRONMENT=${AWS::StackName}' },
      {
        'Fn::Sub':
          '/opt/aws/bin/cfn-signal -e $result --stack ${AWS::StackName} --resource MainHosts --region ${AWS::Region}',
      },
    ])
    expect(templateOf(main()).Resources['MainHosts']).to.deep.include({
      CreationPolicy: { ResourceSignal: { Count: 3, Timeout: 'PT15M' } },
      UpdatePolicy: {
        AutoScalingRollingUpdate: {
          MaxBatchSize: 1,
          MinInstancesInService: 3,
          PauseTime: 'PT15M',
          WaitOnResourceSignals: true,
          SuspendProcesses: [
            'HealthCheck',
            'ReplaceUnhealthy',
            'AZRebalance',
            'AlarmNotification',
            'ScheduledActions',
          ],
        },
        AutoScalingScheduledAction: { IgnoreUnmodifiedGroupSizeProperties: true },
      },
    })
  })

  it('waits for no signal that hosts do not send', () => {
    const made = main({ waitForHosts: false })
    expect(JSON.stringify(templateOf(made))).not.to.contain('ignal')
    expect(templateOf(made).Resources['MainHosts']).not.to.have.property('CreationPolicy')
  })

  it('puts credentials, environment and a further part into the user data', () => {
    const script = scriptOf({
      dockerAuthType: 'dockercfg',
      dockerAuthData: '{"quay.io":{}}',
      environment: 'staging',
      extraCloudConfig: { content: 'packages:\n  - jq' },
    })
    expect(script[0]).to.equal('MIME-Version: 1.0')
    expect(script).to.include.members([
      'ECS_ENGINE_AUTH_TYPE=dockercfg',
      'ECS_ENGINE_AUTH_DATA={"quay.io":{}}',
      'SERVER_ENVIRONMENT=staging',
      'Content-Type: text/cloud-config; charset="us-ascii"',
      '  - jq',
    ])
  })

  it('lets groups reach hosts on every port, and adds hosts to more groups', () => {
    const made = main({ reachableFrom: ['sg-1', 'sg-2'], securityGroups: ['sg-3'] })
    expect(propertiesOf(made, 'MainHostSecurityGroup')['SecurityGroupIngress']).to.deep.equal([
      { IpProtocol: '-1', SourceSecurityGroupId: 'sg-1' },
      { IpProtocol: '-1', SourceSecurityGroupId: 'sg-2' },
    ])
    expect(launchData({ securityGroups: ['sg-3'] }).SecurityGroupIds).to.deep.equal([
      { Ref: 'MainHostSecurityGroup' },
      'sg-3',
    ])
    expect(launchData({ publicIp: true }).NetworkInterfaces).to.deep.equal([
      { DeviceIndex: 0, AssociatePublicIpAddress: true, Groups: [{ Ref: 'MainHostSecurityGroup' }] },
    ])
  })

  it('tags what it launches', () => {
    expect(propertiesOf(main({ environment: 'staging' }), 'MainHosts')['Tags']).to.deep.equal([
      { Key: 'Name', Value: { 'Fn::Sub': '${AWS::StackName}-Main' }, PropagateAtLaunch: true },
      { Key: 'Cluster', Value: { Ref: 'MainCluster' }, PropagateAtLaunch: true },
      { Key: 'Environment', Value: 'staging', PropagateAtLaunch: true },
    ])
  })

  it('uses an existing profile instead of a role of its own', () => {
    expect(idsOfType(main(), 'AWS::IAM::Role')).to.deep.equal(['MainHostRole'])
    expect(idsOfType(main({ instanceProfile: 'hosts' }), 'AWS::IAM::Role')).to.deep.equal([])
    expect(launchData({ instanceProfile: 'hosts' }).IamInstanceProfile).to.deep.equal({ Name: 'hosts' })
  })

  it('takes sizes from parameters', () => {
    const size = parameter('Size', { Type: 'Number', Default: 3 })
    const made = { size, main: main({ desiredCapacity: size.ref }) }
    expect(propertiesOf(made, 'MainHosts')['DesiredCapacity']).to.deep.equal({ Ref: 'Size' })
    expect(templateOf(made).Resources['MainHosts']?.['CreationPolicy']).to.deep.equal({
      ResourceSignal: { Count: { Ref: 'Size' }, Timeout: 'PT15M' },
    })
  })

  it('stays under the largest size while it replaces hosts', () => {
    const update = templateOf(main({ minSize: 1, desiredCapacity: 2, maxSize: 2 })).Resources['MainHosts']?.[
      'UpdatePolicy'
    ]
    expect(update).to.have.nested.property('AutoScalingRollingUpdate.MinInstancesInService', 1)
  })

  it('refuses sizes that contradict each other', () => {
    expect(refusalOf(() => main({ minSize: 5, maxSize: 4 }))).to.equal(
      'E_OPTION Cannot make cluster "Main": minSize 5 is more than maxSize 4',
    )
    expect(refusalOf(() => main({ desiredCapacity: 2 }))).to.equal(
      'E_OPTION Cannot make cluster "Main": minSize 3 is more than desiredCapacity 2',
    )
    expect(refusalOf(() => main({ minSize: 1.5 }))).to.contain('it is 1.5, expected a whole number')
  })

  it('lets its launch template be changed', () => {
    const made = override(main(), {
      launchTemplate: { Properties: { LaunchTemplateData: { Monitoring: { Enabled: false } } } },
    })
    expect(propertiesOf(made, 'MainLaunchTemplate')['LaunchTemplateData']).to.deep.include({
      Monitoring: { Enabled: false },
    })
  })
})

describe('clusterScaling()', () => {
  const step = (ScalingAdjustment: number) => ({
    AutoScalingGroupName: { Ref: 'MainHosts' },
    PolicyType: 'SimpleScaling',
    AdjustmentType: 'ChangeInCapacity',
    ScalingAdjustment,
    Cooldown: '300',
  })
  const alarm = (MetricName: string, Threshold: number) => ({
    Namespace: 'AWS/ECS',
    Dimensions: [{ Name: 'ClusterName', Value: { Ref: 'MainCluster' } }],
    Statistic: 'Maximum',
    Period: 300,
    EvaluationPeriods: 2,
    MetricName,
    ComparisonOperator: Threshold === 90 ? 'GreaterThanOrEqualToThreshold' : 'LessThanOrEqualToThreshold',
    Threshold,
    AlarmActions: [{ Ref: Threshold === 90 ? 'MainScaleOut' : 'MainScaleIn' }],
  })

  it('adds one host at 90 % reserved and removes one at 10 %, at most every 300 s', () => {
    expect(propertiesOf(main(), 'MainScaleOut')).to.deep.equal(step(1))
    expect(propertiesOf(main(), 'MainScaleIn')).to.deep.equal(step(-1))
    expect(propertiesOf(main(), 'MainCpuHigh')).to.deep.equal(alarm('CPUReservation', 90))
    expect(propertiesOf(main(), 'MainMemoryHigh')).to.deep.equal(alarm('MemoryReservation', 90))
    expect(propertiesOf(main(), 'MainCpuLow')).to.deep.equal(alarm('CPUReservation', 10))
    expect(propertiesOf(main(), 'MainMemoryLow')).to.deep.equal(alarm('MemoryReservation', 10))
  })

  it('makes its alarms one after the other', () => {
    const { Resources } = templateOf(main())
    const waits = ['MainCpuHigh', 'MainMemoryHigh', 'MainCpuLow', 'MainMemoryLow'].map(
      (id) => Resources[id]?.DependsOn,
    )
    expect(waits).to.deep.equal([undefined, 'MainCpuHigh', 'MainMemoryHigh', 'MainCpuLow'])
  })

  it('takes other numbers', () => {
    const made = main({ scaleOutAt: 75, cooldown: 60, alarmPeriod: 60, alarmPeriods: 3 })
    expect(propertiesOf(made, 'MainCpuHigh')).to.deep.include({
      Threshold: 75,
      Period: 60,
      EvaluationPeriods: 3,
    })
    expect(propertiesOf(made, 'MainScaleOut')['Cooldown']).to.equal('60')
  })
})

describe('userData()', () => {
  it('refuses more than EC2 takes', () => {
    expect(refusalOf(() => userData(['#!/bin/bash', 'x'.repeat(17000)]))).to.equal(
      'E_USER_DATA Cannot make user data: it is 17013 bytes, expected at most 16384',
    )
  })
})

describe('several clusters in one network', () => {
  it('each have hosts of their own, that join their own', () => {
    const made = {
      api: cluster('Api', { ...existing, instanceType: 'c7i.large' }),
      data: cluster('Data', { ...existing, instanceType: 'r7i.large' }),
    }
    for (const [name, type] of [
      ['Api', 'c7i.large'],
      ['Data', 'r7i.large'],
    ]) {
      const data = propertiesOf(made, `${name}LaunchTemplate`)['LaunchTemplateData']
      expect(data.InstanceType).to.equal(type)
      expect(JSON.stringify(data.UserData)).to.contain(`ECS_CLUSTER=\${${name}Cluster}`)
    }
  })
})
