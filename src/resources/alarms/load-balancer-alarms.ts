import type * as elbv2 from '../../aws/elasticloadbalancingv2.ts'
import { levelAlarms, type AlarmLevels, type AlarmTopics } from './level-alarms.ts'

export interface LoadBalancerAlarmsOptions extends AlarmTopics {
  readonly loadBalancer: elbv2.LoadBalancer
  readonly targetGroup: elbv2.TargetGroup
  /** Targets that fail their check. The default is critical at 1. */
  readonly unhealthy?: AlarmLevels
  /** Answers of the targets with a status of 500 or more, a minute. The default is a warning at 5 and critical at 50. */
  readonly errors?: AlarmLevels
  /** Seconds within which 95 of 100 answers come. The default is a warning at 1 and critical at 5. */
  readonly latency?: AlarmLevels
}

/**
 * Alarms for what an application load balancer sees of one service.
 *
 * @example
 * loadBalancerAlarms('Api', {
 *   loadBalancer: edge.loadBalancer, targetGroup: api.targetGroup, warnings: chat.ref, critical: pager.ref,
 * })
 */
export function loadBalancerAlarms(name: string, options: LoadBalancerAlarmsOptions) {
  const metric = (MetricName: string, description: string) => ({
    description,
    Namespace: 'AWS/ApplicationELB',
    MetricName,
    Dimensions: [
      { Name: 'LoadBalancer', Value: options.loadBalancer.att.LoadBalancerFullName },
      { Name: 'TargetGroup', Value: options.targetGroup.att.TargetGroupFullName },
    ],
  })
  const unhealthy = { ...metric('UnHealthyHostCount', 'targets that fail their check'), Statistic: 'Maximum' }
  const errors = { ...metric('HTTPCode_Target_5XX_Count', 'server errors a minute'), Statistic: 'Sum' }
  const latency = { ...metric('TargetResponseTime', 'seconds to answer'), ExtendedStatistic: 'p95' }
  return {
    unhealthyAlarms: levelAlarms(
      `${name}Unhealthy`,
      unhealthy,
      options.unhealthy ?? { critical: 1 },
      options,
    ),
    errorAlarms: levelAlarms(
      `${name}Errors`,
      errors,
      options.errors ?? { warning: 5, critical: 50 },
      options,
    ),
    latencyAlarms: levelAlarms(
      `${name}Latency`,
      latency,
      options.latency ?? { warning: 1, critical: 5 },
      options,
    ),
  }
}
