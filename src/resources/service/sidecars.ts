import type * as ecs from '../../aws/ecs.ts'
import type { Value } from '../../model/value.ts'
import { containerDefinition, type ContainerParts } from './container-definition.ts'

/** A container that runs beside a task's main one, in the same copy. */
export interface Sidecar extends ContainerParts {
  readonly name: string
  /** CPU units of the task's that it gets. The default is what is left over. */
  readonly cpu?: Value<number>
  /** MiB of memory, over which it is killed. The default is 128. */
  readonly memory?: Value<number>
  /** Whether the copy stops when it does. The default is false. */
  readonly essential?: boolean
  /** What the main container waits for: that this one has started, is well, or is done. The default is nothing. */
  readonly before?: 'START' | 'HEALTHY' | 'COMPLETE' | 'SUCCESS'
  /** Makes it the router of logs for containers whose log driver is `awsfirelens`. */
  readonly logRouter?: 'fluentbit' | 'fluentd'
}

/** Sidecars as a task definition lists them, each with the log configuration of the task. */
export function sidecarDefinitions(
  task: string,
  sidecars: readonly Sidecar[],
  log: (container: string) => ecs.TaskDefinition.LogConfiguration,
): readonly ecs.TaskDefinition.ContainerDefinition[] {
  return sidecars.map((sidecar) => ({
    ...containerDefinition(sidecar.name, task, { essential: false, memory: 128, ...sidecar }),
    ...(sidecar.logRouter && { FirelensConfiguration: { Type: sidecar.logRouter } }),
    LogConfiguration: log(sidecar.name),
  }))
}

/** What the main container waits for. */
export function waitsFor(sidecars: readonly Sidecar[]): readonly ecs.TaskDefinition.ContainerDependency[] {
  return sidecars.flatMap(({ name, before }) =>
    before === undefined ? [] : [{ ContainerName: name, Condition: before }],
  )
}
