import * as elbv2 from '../../aws/elasticloadbalancingv2.ts'
import type { Value } from '../../model/value.ts'
import { asText, idOf, type Handle } from '../handle.ts'
import { healthCheck, type HealthCheckOptions } from './health-check.ts'
import { nameTag } from '../name-tag.ts'

export interface TargetGroupOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** What targets are: `instance` (the default) or `ip`. */
  readonly targetType?: 'instance' | 'ip'
  readonly healthCheck?: HealthCheckOptions
  /** Seconds that a target which leaves may still answer. The default is 15. */
  readonly drainingTimeout?: Value<number>
}

/**
 * Targets of an application load balancer. ECS registers each container with the port it has, so the group's own is never used.
 *
 * @example
 * const group = targetGroup('Api', { vpc: net.vpc, healthCheck: { path: '/health' } })
 */
export function targetGroup(name: string, options: TargetGroupOptions) {
  return madeTargetGroup(name, options, { protocol: 'HTTP', port: 80, checkProtocol: 'HTTP' })
}

interface Reached {
  readonly protocol: 'HTTP' | 'TCP' | 'UDP' | 'TCP_UDP'
  readonly port: Value<number>
  readonly checkProtocol: 'HTTP' | 'TCP'
}

/** Targets of any load balancer: how they are reached, and checked on the port that they are reached by. */
export function madeTargetGroup(
  name: string,
  options: TargetGroupOptions,
  { protocol, port, checkProtocol }: Reached,
): elbv2.TargetGroup {
  const check = healthCheck(name, checkProtocol, options.healthCheck)
  return elbv2.TargetGroup(`${name}TargetGroup`, {
    VpcId: idOf(options.vpc),
    TargetType: options.targetType ?? 'instance',
    Protocol: protocol,
    Port: port,
    HealthCheckProtocol: checkProtocol,
    HealthCheckPort: 'traffic-port',
    ...(checkProtocol === 'HTTP' && { HealthCheckPath: check.path }),
    HealthCheckIntervalSeconds: check.interval,
    HealthCheckTimeoutSeconds: check.timeout,
    HealthyThresholdCount: check.healthyThreshold,
    UnhealthyThresholdCount: check.unhealthyThreshold,
    TargetGroupAttributes: [
      { Key: 'deregistration_delay.timeout_seconds', Value: asText(options.drainingTimeout ?? 15) },
    ],
    Tags: nameTag(name),
  })
}
