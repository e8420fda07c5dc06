import * as scaling from '../../aws/applicationautoscaling.ts'
import { sub } from '../../model/functions.ts'
import { given } from '../../model/given.ts'
import type { Value } from '../../model/value.ts'
import type * as ecs from '../../aws/ecs.ts'
import type * as elbv2 from '../../aws/elasticloadbalancingv2.ts'
import { CfstackError } from '../../model/error.ts'
import { serviceSteps, type ScalingSteps } from './service-steps.ts'
import { checkNumber, checkOrder } from '../check-number.ts'
import { idOf, type Handle } from '../handle.ts'

export interface ServiceScalingOptions {
  readonly cluster: Handle<'AWS::ECS::Cluster'>
  /** What `service`, `worker` and their kind return as `service`. */
  readonly service: ecs.Service
  /** Fewest copies. The default is 2. */
  readonly min?: Value<number>
  /** Most copies. */
  readonly max: Value<number>
  /** Per cent of the copies' CPU that is aimed for. */
  readonly cpu?: Value<number>
  /** Per cent of the copies' memory that is aimed for. */
  readonly memory?: Value<number>
  /** Requests a minute that each copy is to get from an application load balancer. */
  readonly requests?: {
    readonly perCopy: Value<number>
    readonly loadBalancer: elbv2.LoadBalancer
    readonly targetGroup: elbv2.TargetGroup
  }
  /** Copies added and removed in steps, in place of a target or besides it. */
  readonly steps?: ScalingSteps
  /** Seconds after copies were added, or removed, before the next are. The defaults are 60 and 300. */
  readonly outCooldown?: Value<number>
  readonly inCooldown?: Value<number>
}

/**
 * Runs more or fewer copies of a service so that CPU, memory, or requests stay near a target. Throws `E_OPTION` when there is no
 * target. Leave `desiredCount` at its first value: an update sets it again.
 *
 * @example
 * serviceScaling('Api', { cluster: main.cluster, service: api.service, max: 20, cpu: 60 })
 */
export function serviceScaling(name: string, options: ServiceScalingOptions) {
  const { min = 2, max, cpu, memory, requests, steps } = options
  checkNumber(`scaling "${name}" with this max`, max, 1, 5000)
  checkOrder(`scaling "${name}"`, ['min', min], ['max', max])
  if (cpu === undefined && memory === undefined && requests === undefined && steps === undefined)
    throw new CfstackError('E_OPTION', `Cannot make scaling "${name}": it has no target`, {
      hint: 'Give `cpu`, `memory`, `requests`, or `steps`',
    })
  const target = scaling.ScalableTarget(`${name}ScalableTarget`, {
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: sub`service/${idOf(options.cluster)}/${options.service.att.Name}`,
    MinCapacity: min,
    MaxCapacity: max,
  })
  const policy = (metric: string, value: Value<number>, label?: Value<string>) =>
    scaling.ScalingPolicy(`${name}${metric.replace(/^ECSService(Average)?|^ALB/, '')}Scaling`, {
      PolicyName: sub`${options.service.att.Name}-${metric}`,
      PolicyType: 'TargetTrackingScaling',
      ScalingTargetId: target.ref,
      TargetTrackingScalingPolicyConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: metric, ...given({ ResourceLabel: label }) },
        TargetValue: value,
        ScaleOutCooldown: options.outCooldown ?? 60,
        ScaleInCooldown: options.inCooldown ?? 300,
      },
    })
  const policies = [
    ...(cpu === undefined ? [] : [policy('ECSServiceAverageCPUUtilization', cpu)]),
    ...(memory === undefined ? [] : [policy('ECSServiceAverageMemoryUtilization', memory)]),
    ...(requests === undefined
      ? []
      : [policy('ALBRequestCountPerTarget', requests.perCopy, requestLabel(requests))]),
  ]
  if (steps === undefined) return { target, policies }
  return { target, policies, steps: serviceSteps(name, steps, { ...options, target }) }
}

function requestLabel({ loadBalancer, targetGroup }: NonNullable<ServiceScalingOptions['requests']>) {
  return sub`${loadBalancer.att.LoadBalancerFullName}/${targetGroup.att.TargetGroupFullName}`
}
