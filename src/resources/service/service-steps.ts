import * as scaling from '../../aws/applicationautoscaling.ts'
import * as cloudwatch from '../../aws/cloudwatch.ts'
import type * as ecs from '../../aws/ecs.ts'
import { CfstackError } from '../../model/error.ts'
import { sub } from '../../model/functions.ts'
import { idOf, type Handle } from '../handle.ts'

/** How many copies are added or removed from a measurement on. */
export interface ScalingStep {
  /** Per cent: at and above it when copies are added, at and below it when they are removed. */
  readonly at: number
  /** Copies. */
  readonly by: number
}

export interface ScalingSteps {
  /** What is measured of the service. The default is its CPU. */
  readonly metric?: 'CPUUtilization' | 'MemoryUtilization'
  /** Copies are added, more the higher it is: `[{ at: 70, by: 1 }, { at: 90, by: 3 }]`. */
  readonly out: readonly ScalingStep[]
  /** Copies are removed, more the lower it is: `[{ at: 30, by: 1 }]`. The default is never. */
  readonly in?: readonly ScalingStep[]
}

interface Stepped {
  readonly cluster: Handle<'AWS::ECS::Cluster'>
  readonly service: ecs.Service
  readonly target: scaling.ScalableTarget
}

/** Policies that add and remove copies step by step, and the alarms that set them off. Throws `E_OPTION` for steps that overlap. */
export function serviceSteps(name: string, steps: ScalingSteps, stepped: Stepped) {
  const directions = [
    { id: 'StepsOut', sign: 1, list: [...steps.out].sort((a, b) => a.at - b.at) },
    { id: 'StepsIn', sign: -1, list: [...(steps.in ?? [])].sort((a, b) => b.at - a.at) },
  ]
  check(name, steps)
  return directions
    .filter(({ list }) => list.length > 0)
    .map(({ id, sign, list }) => {
      const policy = stepPolicy(`${name}${id}`, sign, list, stepped)
      return { policy, alarm: stepAlarm(`${name}${id}Alarm`, sign, list, { ...stepped, ...steps, policy }) }
    })
}

function check(name: string, { out, in: into = [] }: ScalingSteps): void {
  const lowest = Math.min(...out.map(({ at }) => at))
  const highest = Math.max(...into.map(({ at }) => at))
  const isFine = out.length > 0 && lowest > highest && [...out, ...into].every(({ by }) => by >= 1)
  if (isFine) return
  throw new CfstackError(
    'E_OPTION',
    `Cannot make scaling "${name}": its steps contradict each other, expected some out, all above those in, by 1 or more`,
  )
}

function stepPolicy(id: string, sign: number, list: readonly ScalingStep[], { service, target }: Stepped) {
  const first = list[0]?.at ?? 0
  const adjustments = list.map(({ at, by }, index) => {
    const next = list[index + 1]?.at
    const [near, far] = [at - first, next === undefined ? undefined : next - first]
    return {
      ...(sign > 0 ? { MetricIntervalLowerBound: near } : { MetricIntervalUpperBound: near }),
      ...(far !== undefined &&
        (sign > 0 ? { MetricIntervalUpperBound: far } : { MetricIntervalLowerBound: far })),
      ScalingAdjustment: sign * by,
    }
  })
  return scaling.ScalingPolicy(id, {
    PolicyName: sub`${service.att.Name}-${id}`,
    PolicyType: 'StepScaling',
    ScalingTargetId: target.ref,
    StepScalingPolicyConfiguration: {
      AdjustmentType: 'ChangeInCapacity',
      MetricAggregationType: 'Average',
      Cooldown: sign > 0 ? 60 : 300,
      StepAdjustments: adjustments,
    },
  })
}

function stepAlarm(
  id: string,
  sign: number,
  list: readonly ScalingStep[],
  {
    cluster,
    service,
    metric = 'CPUUtilization',
    policy,
  }: Stepped & ScalingSteps & { readonly policy: scaling.ScalingPolicy },
) {
  return cloudwatch.Alarm(id, {
    Namespace: 'AWS/ECS',
    MetricName: metric,
    Dimensions: [
      { Name: 'ClusterName', Value: idOf(cluster) },
      { Name: 'ServiceName', Value: service.att.Name },
    ],
    Statistic: 'Average',
    Period: 60,
    EvaluationPeriods: sign > 0 ? 2 : 10,
    Threshold: list[0]?.at ?? 0,
    ComparisonOperator: sign > 0 ? 'GreaterThanOrEqualToThreshold' : 'LessThanOrEqualToThreshold',
    AlarmActions: [policy.ref],
  })
}
