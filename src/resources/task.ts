import * as ecs from '../aws/ecs.ts'
import type * as iam from '../aws/iam.ts'
import { CfstackError } from '../model/error.ts'
import { given } from '../model/given.ts'
import type { Id, Value } from '../model/value.ts'
import { checkNumber } from './check-number.ts'
import { containerLog, type ContainerLogOptions } from './container-log.ts'
import { executionRole, secretList, type ContainerSecrets } from './container-secrets.ts'
import { idOf, type Handle } from './handle.ts'
import { portMappings, type TaskPort } from './task-ports.ts'
import { kebab, text } from './text.ts'
import { mountPoints, volumes, type TaskVolume } from './task-volumes.ts'

export interface ContainerOptions {
  /** The image, with its tag or digest in it, or with `version` beside it: `public.ecr.aws/nginx/nginx:1.27`. */
  readonly image: Value<string>
  /** The image's tag. Say `latest` to have it: what runs then depends on when each container started. */
  readonly version?: Value<string>
  /** What the container is called. The default is the task's name, `user-api` of `UserApi`. */
  readonly containerName?: string
  /** CPU units, of which a core has 1,024. The default is 512. */
  readonly cpu?: Value<number>
  /** MiB of memory, over which the container is killed. The default is 512. */
  readonly memory?: Value<number>
  readonly command?: readonly Value<string>[]
  readonly entryPoint?: readonly Value<string>[]
  readonly environment?: { readonly [variable: string]: Value<string> }
  /** Environment variables from Secrets Manager or Systems Manager; they are in no template and no console. */
  readonly secrets?: ContainerSecrets
  readonly ulimits?: readonly ecs.TaskDefinition.Ulimit[]
  readonly volumes?: readonly TaskVolume[]
  /** A role for what the container does with AWS, by ARN or name. The default is none. */
  readonly taskRole?: Handle<'AWS::IAM::Role' | 'AWS::IAM::Role.Arn'>
  /** ARN of the role that reads secrets and pulls private images. The default is one made for the secrets, if there are any. */
  readonly executionRole?: Id<'AWS::IAM::Role.Arn'>
  /** A secret with the user name and password of a private registry. */
  readonly repositoryCredentials?: Handle<'AWS::SecretsManager::Secret'>
  /** The default is a CloudWatch group of the task's own that keeps lines 30 days. */
  readonly log?: ContainerLogOptions
}

export interface TaskOptions extends ContainerOptions {
  /** Ports of the container, and the hosts' ports that they are reached by. */
  readonly ports?: readonly TaskPort[]
}

/**
 * A task definition of one container, for EC2 hosts. Throws `E_IMAGE` for an image that names no version, `E_PORTS` for ports
 * that can't be, `E_OPTION` for sizes that can't be.
 *
 * @example
 * const migrate = task('Migrate', { image: 'example/migrate', version: '7', secrets: { DATABASE_URL: { secret: url } } })
 */
export function task(name: string, options: TaskOptions) {
  const { cpu = 512, memory = 512, secrets = {}, ports = [] } = options
  checkNumber(`task "${name}" with this cpu`, cpu, 0, 196608)
  checkNumber(`task "${name}" with this memory`, memory, 6, 6291456)
  const containerName = options.containerName ?? kebab(name)
  const log = containerLog(name, containerName, options.log)
  const role = ownExecutionRole(name, options)
  const definition = ecs.TaskDefinition(`${name}Task`, {
    NetworkMode: 'bridge',
    RequiresCompatibilities: ['EC2'],
    ...given({
      TaskRoleArn: options.taskRole && idOf(options.taskRole),
      ExecutionRoleArn: options.executionRole ?? role?.att.Arn,
    }),
    ContainerDefinitions: [
      {
        Name: containerName,
        Image: imageOf(name, options),
        Essential: true,
        Cpu: cpu,
        Memory: memory,
        ...given({ Command: options.command, EntryPoint: options.entryPoint, Ulimits: options.ulimits }),
        ...(options.environment && { Environment: environmentList(options.environment) }),
        ...(options.secrets && { Secrets: secretList(secrets) }),
        ...(ports.length > 0 && { PortMappings: portMappings(name, ports) }),
        ...(options.volumes && { MountPoints: mountPoints(options.volumes) }),
        ...(options.repositoryCredentials && {
          RepositoryCredentials: { CredentialsParameter: idOf(options.repositoryCredentials) },
        }),
        LogConfiguration: log.configuration,
      },
    ],
    ...(options.volumes && { Volumes: volumes(options.volumes) }),
  })
  return { ...given({ logGroup: log.group, executionRole: role }), definition, containerName }
}

function ownExecutionRole(name: string, options: TaskOptions): iam.Role | undefined {
  if (options.executionRole !== undefined) return undefined
  if (options.secrets === undefined && options.repositoryCredentials === undefined) return undefined
  return executionRole(name, options.secrets ?? {}, options.repositoryCredentials)
}

function environmentList(environment: { readonly [variable: string]: Value<string> }) {
  return Object.entries(environment).map(([Name, Value]) => ({ Name, Value }))
}

function imageOf(name: string, { image, version }: ContainerOptions): Value<string> {
  if (version !== undefined) return text`${image}:${version}`
  if (typeof image !== 'string' || /[:@][^/]*$/.test(image)) return image
  throw new CfstackError('E_IMAGE', `Cannot make task "${name}": the image "${image}" names no version`, {
    hint: "Give `version`, or write the tag into the image; `version: 'latest'` takes what is newest when a container starts",
  })
}
