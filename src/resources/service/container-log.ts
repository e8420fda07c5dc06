import * as logs from '../../aws/logs.ts'
import type * as ecs from '../../aws/ecs.ts'
import { region } from '../../model/pseudo.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'

/** Where the output of containers goes: a group of CloudWatch Logs, or a log driver of your choice. */
export type ContainerLogOptions =
  | {
      readonly driver?: 'awslogs'
      /** Days that CloudWatch keeps a line. The default is 30. */
      readonly retentionDays?: NonNullable<logs.LogGroup.Properties['RetentionInDays']>
      /** An existing group; the default is one of the task's own. */
      readonly group?: Handle<'AWS::Logs::LogGroup'>
    }
  | {
      /** `journald`, `fluentd` and so on, as the hosts' agent allows. */
      readonly driver:
        'journald' | 'json-file' | 'fluentd' | 'gelf' | 'splunk' | 'syslog' | 'awsfirelens' | 'none'
      readonly options?: { readonly [name: string]: Value<string> }
    }

interface ContainerLog {
  readonly configuration: ecs.TaskDefinition.LogConfiguration
  /** The same for another container of the task. */
  readonly of: (container: string) => ecs.TaskDefinition.LogConfiguration
  readonly group?: logs.LogGroup
}

/** The log configuration of a container, and the group that it needs. Streams start with the container's name. */
export function containerLog(name: string, container: string, log: ContainerLogOptions = {}): ContainerLog {
  if (isOther(log)) {
    const other = { LogDriver: log.driver, ...(log.options && { Options: log.options }) }
    return { configuration: other, of: () => other }
  }
  const own =
    log.group === undefined
      ? logs.LogGroup(`${name}LogGroup`, { RetentionInDays: log.retentionDays ?? 30 })
      : undefined
  const group = own?.ref ?? (log.group === undefined ? '' : idOf(log.group))
  const of = (stream: string) => ({
    LogDriver: 'awslogs',
    Options: { 'awslogs-group': group, 'awslogs-region': region, 'awslogs-stream-prefix': stream },
  })
  return { configuration: of(container), of, ...(own && { group: own }) }
}

function isOther(
  log: ContainerLogOptions,
): log is Exclude<ContainerLogOptions, { readonly driver?: 'awslogs' }> {
  return log.driver !== undefined && log.driver !== 'awslogs'
}
