import type * as ecs from '../../aws/ecs.ts'
import { idOf, type Handle } from '../handle.ts'

/** A volume of a task, and where its container sees it. */
export interface TaskVolume {
  readonly name: string
  readonly containerPath: string
  /** The default is false. */
  readonly readOnly?: boolean
  /** A folder of the host. */
  readonly hostPath?: string
  /** A file system that all hosts share, reached by TLS. Without it and `hostPath`, the volume lives as long as the task. */
  readonly fileSystem?: Handle<'AWS::EFS::FileSystem'>
}

/** Volumes as a task definition lists them. */
export function volumes(list: readonly TaskVolume[]): readonly ecs.TaskDefinition.Volume[] {
  return list.map(({ name, hostPath, fileSystem }) => ({
    Name: name,
    ...(hostPath !== undefined && { Host: { SourcePath: hostPath } }),
    ...(fileSystem !== undefined && {
      EFSVolumeConfiguration: { FilesystemId: idOf(fileSystem), TransitEncryption: 'ENABLED' },
    }),
  }))
}

/** Volumes as a container mounts them. */
export function mountPoints(list: readonly TaskVolume[]): readonly ecs.TaskDefinition.MountPoint[] {
  return list.map(({ name, containerPath, readOnly = false }) => ({
    SourceVolume: name,
    ContainerPath: containerPath,
    ReadOnly: readOnly,
  }))
}
