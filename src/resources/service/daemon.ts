import * as ecs from '../../aws/ecs.ts'
import { after, idOf, type After, type Handle } from '../handle.ts'
import { task, type TaskOptions } from './task.ts'

/** A task, and the cluster on whose hosts it runs. */
export interface DaemonOptions extends Omit<TaskOptions, 'fargate' | 'network' | 'architecture'> {
  readonly cluster: Handle<'AWS::ECS::Cluster'>
  /** The hosts, when they are made in the same stack: `main.group`. */
  readonly after?: After
}

/**
 * One copy of a container on every host of a cluster: agents that measure, or collect logs.
 *
 * @example
 * daemon('Agent', { cluster: main.cluster, image: 'example/agent:7', ports: [{ container: 8125, host: 8125, protocol: 'udp' }] })
 */
export function daemon(name: string, options: DaemonOptions) {
  const made = task(name, options)
  const service = ecs.Service(
    `${name}Service`,
    {
      Cluster: idOf(options.cluster),
      TaskDefinition: made.definition.ref,
      LaunchType: 'EC2',
      SchedulingStrategy: 'DAEMON',
      DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
    },
    after(options.after),
  )
  return { ...made, service }
}
