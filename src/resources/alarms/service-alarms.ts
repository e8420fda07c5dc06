import type * as ecs from '../../aws/ecs.ts'
import { idOf, type Handle } from '../handle.ts'
import { levelAlarms, type AlarmLevels, type AlarmTopics } from './level-alarms.ts'

export interface ServiceAlarmsOptions extends AlarmTopics {
  readonly cluster: Handle<'AWS::ECS::Cluster'>
  /** What `service`, `worker` and their kind return as `service`. */
  readonly service: ecs.Service
  /** Per cent of the copies' CPU. The default is a warning at 80 and critical at 95. */
  readonly cpu?: AlarmLevels
  /** Per cent of the copies' memory. The default is a warning at 80 and critical at 95. */
  readonly memory?: AlarmLevels
}

/**
 * Alarms for a service that runs hot.
 *
 * @example
 * serviceAlarms('Api', { cluster: main.cluster, service: api.service, warnings: chat.ref, critical: pager.ref })
 */
export function serviceAlarms(name: string, options: ServiceAlarmsOptions) {
  const usual = { warning: 80, critical: 95 }
  const metric = (MetricName: string, description: string) => ({
    description,
    Namespace: 'AWS/ECS',
    MetricName,
    Dimensions: [
      { Name: 'ClusterName', Value: idOf(options.cluster) },
      { Name: 'ServiceName', Value: options.service.att.Name },
    ],
    Statistic: 'Average',
  })
  const cpu = metric('CPUUtilization', 'CPU of the service, per cent')
  const memory = metric('MemoryUtilization', 'memory of the service, per cent')
  return {
    cpuAlarms: levelAlarms(`${name}Cpu`, cpu, options.cpu ?? usual, options),
    memoryAlarms: levelAlarms(`${name}Memory`, memory, options.memory ?? usual, options),
  }
}
