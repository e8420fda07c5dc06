import type { Value } from '../../model/value.ts'
import type { ClusterCapacityOptions } from './cluster-capacity.ts'
import type { ClusterScalingOptions } from './cluster-scaling.ts'
import type { After, Handle } from '../handle.ts'

export interface ClusterOptions extends ClusterScalingOptions, ClusterCapacityOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** Where hosts run: internal subnets of different zones. */
  readonly subnets: readonly Handle<'AWS::EC2::Subnet'>[]
  /** Groups whose members may reach the hosts, on every port: load balancers and the bastion. */
  readonly reachableFrom?: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** Groups that hosts are in besides the cluster's own. */
  readonly securityGroups?: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** The routes by which hosts reach ECS, when they are made in the same stack: `net.routesOut`. */
  readonly after?: After
  /** The default is a role of the cluster's own. */
  readonly instanceProfile?: Handle<'AWS::IAM::InstanceProfile'>
  /** The default is `m6i.large`. */
  readonly instanceType?: Value<string>
  /** The default is the newest ECS-optimised Amazon Linux 2023 for the instance type. */
  readonly imageId?: Value<string>
  /** The default is true. */
  readonly ebsOptimized?: Value<boolean>
  /** Name of a key pair for SSH. */
  readonly keyName?: Value<string>
  /** Fewest hosts. The default is 3. */
  readonly minSize?: Value<number>
  /** Most hosts. The default is 100. */
  readonly maxSize?: Value<number>
  /** Hosts at first. The default is 3: two for availability, and one so that a deployment finds a free port. */
  readonly desiredCapacity?: Value<number>
  /** Whether hosts have public addresses. The default is false. */
  readonly publicIp?: boolean
  /** Size of the root volume in GiB; images may ask for more. The default is 30, which the ECS image needs. */
  readonly rootVolumeSize?: Value<number>
  /** Size of Docker's volume in GiB. The default is 25. */
  readonly dockerVolumeSize?: Value<number>
  /** The default is `gp3`. */
  readonly volumeType?: Value<string>
  /** How the agent signs in to a private registry: `dockercfg` or `docker`. It reads ECR without. */
  readonly dockerAuthType?: Value<string>
  /** The registry's credentials, readable by whoever may read the launch template; prefer `repositoryCredentials` of a task. */
  readonly dockerAuthData?: Value<string>
  /** A further part of the user data; the type is `text/cloud-config` by default. */
  readonly extraCloudConfig?: { readonly type?: string; readonly content: Value<string> }
  /** What hosts call their environment. The default is the stack's name. */
  readonly environment?: Value<string>
  /** A name of your own; a change replaces the cluster. The default is made by AWS. */
  readonly clusterName?: Value<string>
  /** Whether ECS sizes the group after its tasks and drains hosts before they go, in place of alarms. The default is false. */
  readonly managedScaling?: boolean
  /** Whether creation and updates wait until hosts have joined the cluster, 15 minutes at most. The default is true. */
  readonly waitForHosts?: boolean
}
