import * as efs from '../../aws/efs.ts'
import { given } from '../../model/given.ts'
import type { Value } from '../../model/value.ts'
import { securityGroup } from '../access/security-group.ts'
import { idOf, type Handle } from '../handle.ts'
import { nameTag } from '../name-tag.ts'

export interface FileSystemOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** One in each zone whose hosts or copies mount it. */
  readonly subnets: readonly Handle<'AWS::EC2::Subnet'>[]
  /** Groups whose members may mount it: a cluster's hosts, or tasks with addresses of their own. */
  readonly allowFrom: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** Whether AWS Backup keeps it, daily. The default is true. */
  readonly backups?: boolean
  /** Days after which a file that nobody reads goes to cheaper storage. The default is never. */
  readonly coldAfterDays?: 1 | 7 | 14 | 30 | 60 | 90
  /** The key that encrypts it. The default is the account's own key for EFS. */
  readonly kmsKey?: Handle<'AWS::KMS::Key'>
  /** What is left when it is deleted or replaced: `retain`, the default, or nothing. */
  readonly onDelete?: 'retain' | 'delete'
  /** Read and write throughput. The default is `elastic`. */
  readonly throughput?: Value<'elastic' | 'bursting'>
}

/**
 * Files that many containers share, encrypted, kept when the stack is deleted: give it to a task's volume as `fileSystem`. Wait for
 * `mounts` with `after`.
 *
 * @example
 * const data = fileSystem('Data', { vpc: net.vpc, subnets: net.internalSubnets, allowFrom: [main.securityGroup] })
 */
export function fileSystem(name: string, options: FileSystemOptions) {
  const { backups = true, coldAfterDays, onDelete = 'retain', kmsKey } = options
  const group = securityGroup(name, {
    vpc: options.vpc,
    from: options.allowFrom,
    ports: [2049],
    description: 'Who may mount the file system',
  })
  const system = efs.FileSystem(
    `${name}FileSystem`,
    {
      Encrypted: true,
      ...given({ KmsKeyId: kmsKey === undefined ? undefined : idOf(kmsKey) }),
      BackupPolicy: { Status: backups ? 'ENABLED' : 'DISABLED' },
      ThroughputMode: options.throughput ?? 'elastic',
      ...(coldAfterDays !== undefined && {
        LifecyclePolicies: [
          { TransitionToIA: `AFTER_${coldAfterDays}_DAY${coldAfterDays === 1 ? '' : 'S'}` },
        ],
      }),
      FileSystemTags: nameTag(name),
    },
    onDelete === 'retain'
      ? { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' }
      : { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' },
  )
  const mounts = options.subnets.map((subnet, index) =>
    efs.MountTarget(`${name}Mount${index + 1}`, {
      FileSystemId: system.ref,
      SubnetId: idOf(subnet),
      SecurityGroups: [group.ref],
    }),
  )
  return { securityGroup: group, fileSystem: system, mounts }
}
