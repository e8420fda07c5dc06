import * as autoscaling from '../../aws/autoscaling.ts'
import * as cloudwatch from '../../aws/cloudwatch.ts'
import type { ResourceOptions } from '../../model/resource.ts'
import type { Value } from '../../model/value.ts'
import { asText, idOf, type Handle } from '../handle.ts'

export interface ClusterScalingOptions {
  /** Per cent of the cluster's CPU or memory that is reserved by tasks, from which on a host is added. The default is 90. */
  readonly scaleOutAt?: Value<number>
  /** Per cent down to which a host is removed. The default is 10. */
  readonly scaleInAt?: Value<number>
  /** Seconds after one step before the next. The default is 300. */
  readonly cooldown?: Value<number>
  /** Seconds over which a reservation is measured. The default is 300. */
  readonly alarmPeriod?: Value<number>
  /** For how many periods it must last. The default is 2. */
  readonly alarmPeriods?: Value<number>
}

interface Scaled {
  readonly cluster: Handle<'AWS::ECS::Cluster'>
  readonly group: Handle<'AWS::AutoScaling::AutoScalingGroup'>
}

/**
 * Adds a host when CPU or memory is nearly all reserved, and removes one when hardly any is. The alarms are made one after the
 * other: CloudWatch throttles many at once.
 *
 * @example
 * clusterScaling('Main', { cluster: main.cluster, group: main.group, scaleOutAt: 75 })
 */
export function clusterScaling(name: string, options: ClusterScalingOptions & Scaled) {
  const { scaleOutAt = 90, scaleInAt = 10 } = options
  const step = (id: string, ScalingAdjustment: number) =>
    autoscaling.ScalingPolicy(`${name}${id}`, {
      AutoScalingGroupName: idOf(options.group),
      PolicyType: 'SimpleScaling',
      AdjustmentType: 'ChangeInCapacity',
      ScalingAdjustment,
      Cooldown: asText(options.cooldown ?? 300),
    })
  const [scaleOut, scaleIn] = [step('ScaleOut', 1), step('ScaleIn', -1)]
  const high = {
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: scaleOutAt,
    AlarmActions: [scaleOut.ref],
  }
  const low = {
    ComparisonOperator: 'LessThanOrEqualToThreshold',
    Threshold: scaleInAt,
    AlarmActions: [scaleIn.ref],
  }
  const alarm = (id: string, MetricName: string, rest: typeof high, before: ResourceOptions = {}) =>
    cloudwatch.Alarm(`${name}${id}`, { ...reservation(options), MetricName, ...rest }, before)
  const cpuHigh = alarm('CpuHigh', 'CPUReservation', high)
  const memoryHigh = alarm('MemoryHigh', 'MemoryReservation', high, { DependsOn: cpuHigh })
  const cpuLow = alarm('CpuLow', 'CPUReservation', low, { DependsOn: memoryHigh })
  const memoryLow = alarm('MemoryLow', 'MemoryReservation', low, { DependsOn: cpuLow })
  return { scaleOut, scaleIn, cpuHigh, memoryHigh, cpuLow, memoryLow }
}

function reservation(options: ClusterScalingOptions & Scaled) {
  return {
    Namespace: 'AWS/ECS',
    Dimensions: [{ Name: 'ClusterName', Value: idOf(options.cluster) }],
    Statistic: 'Maximum',
    Period: options.alarmPeriod ?? 300,
    EvaluationPeriods: options.alarmPeriods ?? 2,
  }
}
