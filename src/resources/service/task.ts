import * as ecs from '../../aws/ecs.ts'
import type * as iam from '../../aws/iam.ts'
import { given } from '../../model/given.ts'
import type { Id, Value } from '../../model/value.ts'
import { checkNumber } from '../check-number.ts'
import { containerDefinition, type ContainerParts } from './container-definition.ts'
import { containerLog, type ContainerLogOptions } from './container-log.ts'
import { executionRole } from './container-secrets.ts'
import { checkFargateSize } from './fargate-size.ts'
import { asText, idOf, type Handle } from '../handle.ts'
import type { Architecture } from '../cluster/machine-image.ts'
import { sidecarDefinitions, waitsFor, type Sidecar } from './sidecars.ts'
import { hasOwnAddress, type TaskPlacement } from './task-network.ts'
import { portMappings, type TaskPort } from './task-ports.ts'
import { volumes } from './task-volumes.ts'
import { kebab } from '../text.ts'

export interface ContainerOptions extends ContainerParts, TaskPlacement {
  /** What the container is called. The default is the task's name, `user-api` of `UserApi`. */
  readonly containerName?: string
  /** CPU units, of which a core has 1,024. The default is 512. On Fargate they are the task's, sidecars included. */
  readonly cpu?: Value<number>
  /** MiB of memory, over which the container is killed. The default is 512. On Fargate it is the task's, 1,024 by default. */
  readonly memory?: Value<number>
  /** Containers beside it, in the same copy. */
  readonly sidecars?: readonly Sidecar[]
  /** What Fargate runs on. The default is `x86_64`; hosts have what their instance type has. */
  readonly architecture?: Architecture
  /** A role for what the container does with AWS, by ARN or name. The default is none. */
  readonly taskRole?: Handle<'AWS::IAM::Role' | 'AWS::IAM::Role.Arn'>
  /** ARN of the role that reads secrets, pulls images and writes logs. The default is one of the task's own, where it needs one. */
  readonly executionRole?: Id<'AWS::IAM::Role.Arn'>
  /** The default is a CloudWatch group of the task's own that keeps lines 30 days. */
  readonly log?: ContainerLogOptions
}

export interface TaskOptions extends ContainerOptions {
  /** Ports of the container, and the hosts' ports that they are reached by. */
  readonly ports?: readonly TaskPort[]
}

/**
 * A task definition, for the cluster's hosts or for Fargate. Throws `E_IMAGE` for an image that names no version, `E_PORTS` for
 * ports that can't be, `E_OPTION` for sizes that can't be.
 *
 * @example
 * const migrate = task('Migrate', { image: 'example/migrate', version: '7', secrets: { DATABASE_URL: { secret: url } } })
 */
export function task(name: string, options: TaskOptions) {
  const { fargate = false, sidecars = [] } = options
  const { cpu = 512, memory = fargate ? 1024 : 512 } = options
  checkSize(name, fargate, cpu, memory)
  const size = fargate ? { cpu: undefined, memory: undefined } : { cpu, memory }
  const containerName = options.containerName ?? kebab(name)
  const log = containerLog(name, containerName, options.log)
  const role = ownExecutionRole(name, options)
  const definition = ecs.TaskDefinition(`${name}Task`, {
    NetworkMode: hasOwnAddress(options) ? 'awsvpc' : 'bridge',
    RequiresCompatibilities: [fargate ? 'FARGATE' : 'EC2'],
    ...(fargate && { Cpu: asText(cpu), Memory: asText(memory), ...platform(options.architecture) }),
    ...given({
      TaskRoleArn: options.taskRole && idOf(options.taskRole),
      ExecutionRoleArn: options.executionRole ?? role?.att.Arn,
    }),
    ContainerDefinitions: [
      {
        ...containerDefinition(containerName, name, { ...options, ...size, essential: true }),
        ...ports(name, options),
        ...(sidecars.some(({ before }) => before) && { DependsOn: waitsFor(sidecars) }),
        LogConfiguration: log.configuration,
      },
      ...sidecarDefinitions(name, sidecars, log.of),
    ],
    ...volumesOf([options, ...sidecars]),
  })
  return { ...given({ logGroup: log.group, executionRole: role }), definition, containerName }
}

function checkSize(name: string, fargate: boolean, cpu: Value<number>, memory: Value<number>): void {
  if (fargate) return checkFargateSize(name, cpu, memory)
  checkNumber(`task "${name}" with this cpu`, cpu, 0, 196608)
  checkNumber(`task "${name}" with this memory`, memory, 6, 6291456)
}

function platform(architecture: Architecture = 'x86_64') {
  const CpuArchitecture = architecture === 'arm64' ? 'ARM64' : 'X86_64'
  return { RuntimePlatform: { CpuArchitecture, OperatingSystemFamily: 'LINUX' } } as const
}

function ports(name: string, options: TaskOptions) {
  if (options.ports === undefined || options.ports.length === 0) return {}
  return { PortMappings: portMappings(name, options.ports, hasOwnAddress(options)) }
}

function volumesOf(containers: readonly ContainerParts[]) {
  const all = containers.flatMap((container) => container.volumes ?? [])
  const byName = new Map(all.map((volume) => [volume.name, volume]))
  return byName.size === 0 ? {} : { Volumes: volumes([...byName.values()]) }
}

/** Fargate's agent is AWS's own and has no other role to pull images and write logs by. */
function ownExecutionRole(name: string, options: TaskOptions): iam.Role | undefined {
  if (options.executionRole !== undefined) return undefined
  const containers = [options, ...(options.sidecars ?? [])]
  const secrets = containers.flatMap((container) => Object.values(container.secrets ?? {}))
  const registries = containers.flatMap(({ repositoryCredentials }) => repositoryCredentials ?? [])
  if (secrets.length === 0 && registries.length === 0 && options.fargate !== true) return undefined
  return executionRole(name, secrets, registries)
}
