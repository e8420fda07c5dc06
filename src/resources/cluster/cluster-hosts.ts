import * as autoscaling from '../../aws/autoscaling.ts'
import * as ec2 from '../../aws/ec2.ts'
import { sub } from '../../model/functions.ts'
import { given } from '../../model/given.ts'
import { stackName } from '../../model/pseudo.ts'
import type { ResourceOptions } from '../../model/resource.ts'
import type { Value } from '../../model/value.ts'
import type { ClusterOptions } from './cluster-options.ts'
import { clusterUserData, type HostSettings } from './cluster-user-data.ts'
import { after, asText, idOf, idsOf, type Handle } from '../handle.ts'
import { architectureOf, ecsOptimized } from './machine-image.ts'
import { nameTag } from '../name-tag.ts'

type FromCluster = Pick<
  HostSettings,
  'cluster' | 'environment' | 'dockerAuthType' | 'dockerAuthData' | 'extra'
>
type Sizes = { readonly [Size in 'minSize' | 'maxSize' | 'desiredCapacity']: Value<number> }

interface ClusterHostsOptions
  extends
    Sizes,
    FromCluster,
    Omit<ClusterOptions, keyof Sizes | keyof FromCluster | 'reachableFrom' | 'vpc'> {
  readonly profile?: Handle<'AWS::IAM::InstanceProfile'>
  readonly securityGroups: readonly Handle<'AWS::EC2::SecurityGroup'>[]
}

/** The launch template and the auto-scaling group of a cluster's hosts. */
export function clusterHosts(name: string, options: ClusterHostsOptions) {
  const groupId = `${name}Hosts`
  const launchTemplate = ec2.LaunchTemplate(`${name}LaunchTemplate`, {
    LaunchTemplateData: hostData(name, groupId, options),
  })
  const group = autoscaling.AutoScalingGroup(
    groupId,
    {
      LaunchTemplate: {
        LaunchTemplateId: launchTemplate.ref,
        Version: launchTemplate.att.LatestVersionNumber,
      },
      VPCZoneIdentifier: idsOf(options.subnets),
      MinSize: asText(options.minSize),
      MaxSize: asText(options.maxSize),
      DesiredCapacity: asText(options.desiredCapacity),
      HealthCheckType: 'EC2',
      HealthCheckGracePeriod: 300,
      TerminationPolicies: ['OldestLaunchTemplate', 'Default'],
      Tags: [
        { Key: 'Name', Value: sub`${stackName}-${name}`, PropagateAtLaunch: true },
        { Key: 'Cluster', Value: options.cluster, PropagateAtLaunch: true },
        { Key: 'Environment', Value: options.environment, PropagateAtLaunch: true },
      ],
    },
    { ...after(options.after), ...rollout(options) },
  )
  return { launchTemplate, group }
}

function hostData(
  name: string,
  groupId: string,
  options: ClusterHostsOptions,
): ec2.LaunchTemplate.LaunchTemplateData {
  const { instanceType = 'm6i.large', publicIp = false, profile } = options
  const groups = idsOf(options.securityGroups)
  return {
    ImageId: options.imageId ?? ecsOptimized(architectureOf(instanceType)),
    InstanceType: instanceType,
    EbsOptimized: options.ebsOptimized ?? true,
    ...given({ KeyName: options.keyName }),
    ...(profile !== undefined && { IamInstanceProfile: { Name: idOf(profile) } }),
    ...(publicIp
      ? { NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true, Groups: groups }] }
      : { SecurityGroupIds: groups }),
    MetadataOptions: { HttpTokens: 'required' },
    Monitoring: { Enabled: true },
    BlockDeviceMappings: [
      volume('/dev/xvda', options.rootVolumeSize ?? 30, options),
      volume('/dev/xvdcz', options.dockerVolumeSize ?? 25, options),
    ],
    UserData: clusterUserData({
      ...options,
      groupId,
      serverGroup: name,
      waitForHosts: options.waitForHosts ?? true,
    }),
    TagSpecifications: [{ ResourceType: 'volume', Tags: nameTag(name) }],
  }
}

function volume(
  DeviceName: string,
  VolumeSize: Value<number>,
  { volumeType = 'gp3' }: Pick<ClusterOptions, 'volumeType'>,
) {
  return {
    DeviceName,
    Ebs: { Encrypted: true, VolumeSize, VolumeType: volumeType, DeleteOnTermination: true },
  }
}

/** One host at a time, each when the one before has joined; what scaling has made of the group's size stays. */
function rollout(options: ClusterHostsOptions): Pick<ResourceOptions, 'CreationPolicy' | 'UpdatePolicy'> {
  const { waitForHosts = true, desiredCapacity, maxSize } = options
  const inService =
    typeof desiredCapacity === 'number' && typeof maxSize === 'number'
      ? Math.max(0, Math.min(desiredCapacity, maxSize - 1))
      : desiredCapacity
  return {
    ...(waitForHosts &&
      desiredCapacity !== 0 && {
        CreationPolicy: { ResourceSignal: { Count: desiredCapacity, Timeout: 'PT15M' } },
      }),
    UpdatePolicy: {
      AutoScalingRollingUpdate: {
        MaxBatchSize: 1,
        MinInstancesInService: inService,
        ...(waitForHosts && { PauseTime: 'PT15M', WaitOnResourceSignals: true }),
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
  }
}
