import type * as ecs from '../../aws/ecs.ts'
import { CfstackError } from '../../model/error.ts'
import { given } from '../../model/given.ts'
import type { Value } from '../../model/value.ts'
import { secretList, type ContainerSecrets } from './container-secrets.ts'
import { idOf, type Handle } from '../handle.ts'
import { mountPoints, type TaskVolume } from './task-volumes.ts'
import { text } from '../text.ts'

/** What any container of a task can have. */
export interface ContainerParts {
  /** The image, with its tag or digest in it, or with `version` beside it: `public.ecr.aws/nginx/nginx:1.27`. */
  readonly image: Value<string>
  /** The image's tag. Say `latest` to have it: what runs then depends on when each container started. */
  readonly version?: Value<string>
  readonly command?: readonly Value<string>[]
  readonly entryPoint?: readonly Value<string>[]
  readonly environment?: { readonly [variable: string]: Value<string> }
  /** Environment variables from Secrets Manager or Systems Manager; they are in no template and no console. */
  readonly secrets?: ContainerSecrets
  readonly ulimits?: readonly ecs.TaskDefinition.Ulimit[]
  readonly volumes?: readonly TaskVolume[]
  /** A command that says whether the container is well; without one it is while it runs. */
  readonly containerHealthCheck?: ContainerHealthCheck
  /** Seconds that it may take to stop before it is killed. The default is the agent's, 30. */
  readonly stopTimeout?: Value<number>
  /** A secret with the user name and password of a private registry. */
  readonly repositoryCredentials?: Handle<'AWS::SecretsManager::Secret'>
}

interface ContainerSize {
  readonly essential: boolean
  readonly cpu?: Value<number> | undefined
  readonly memory?: Value<number> | undefined
}

export interface ContainerHealthCheck {
  /** What is run in the container, through its shell: `curl -f http://localhost/ || exit 1`. */
  readonly command: Value<string>
  /** Seconds between checks. The default is 30. */
  readonly interval?: Value<number>
  /** Seconds to wait for one. The default is 5. */
  readonly timeout?: Value<number>
  /** Failures in a row after which it is not well. The default is 3. */
  readonly retries?: Value<number>
  /** Seconds at first in which failures don't count. The default is none. */
  readonly startPeriod?: Value<number>
}

/** A container definition without what joins it to its task. Throws `E_IMAGE` for an image that names no version. */
export function containerDefinition(name: string, task: string, options: ContainerParts & ContainerSize) {
  return {
    Name: name,
    Image: imageOf(task, options),
    Essential: options.essential,
    ...given({ Cpu: options.cpu, Memory: options.memory }),
    ...given({
      Command: options.command,
      EntryPoint: options.entryPoint,
      Ulimits: options.ulimits,
      StopTimeout: options.stopTimeout,
    }),
    ...(options.environment && { Environment: environmentList(options.environment) }),
    ...(options.secrets && { Secrets: secretList(options.secrets) }),
    ...(options.volumes && { MountPoints: mountPoints(options.volumes) }),
    ...(options.containerHealthCheck && { HealthCheck: healthCheckOf(options.containerHealthCheck) }),
    ...(options.repositoryCredentials && {
      RepositoryCredentials: { CredentialsParameter: idOf(options.repositoryCredentials) },
    }),
  }
}

function healthCheckOf({ command, startPeriod, ...check }: ContainerHealthCheck) {
  const { interval = 30, timeout = 5, retries = 3 } = check
  return {
    Command: ['CMD-SHELL', command],
    Interval: interval,
    Timeout: timeout,
    Retries: retries,
    ...given({ StartPeriod: startPeriod }),
  }
}

function environmentList(environment: { readonly [variable: string]: Value<string> }) {
  return Object.entries(environment).map(([Name, Value]) => ({ Name, Value }))
}

function imageOf(name: string, { image, version }: ContainerParts): Value<string> {
  if (version !== undefined) return text`${image}:${version}`
  if (typeof image !== 'string' || /[:@][^/]*$/.test(image)) return image
  throw new CfstackError('E_IMAGE', `Cannot make task "${name}": the image "${image}" names no version`, {
    hint: "Give `version`, or write the tag into the image; `version: 'latest'` takes what is newest when a container starts",
  })
}
