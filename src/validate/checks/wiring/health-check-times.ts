import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { numberIn } from '../../wiring/literal.ts'
import { placeOf, read, writtenAt } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import {
  intervalsOf,
  numberSetting,
  protocolsOf,
  trafficOf,
  type Setting,
} from '../../wiring/target-group-checks.ts'
import { canHappen } from '../../wiring/when.ts'

export const healthCheckTimes: Check = {
  rules: [
    {
      code: 'CFS2201',
      level: 'error',
      title: 'A health check is over before the next one begins',
      help:
        'Elastic Load Balancing refuses a timeout that is not less than the interval ("Health check interval must be greater than the ' +
        'timeout"). What is left out counts too: the interval is 30 seconds, the timeout 5 for HTTP and HTTPS target groups.',
      source:
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    },
  ],
  run(template, report) {
    for (const group of resourcesOf(template, 'AWS::ElasticLoadBalancingV2::TargetGroup')) {
      for (const interval of intervalsOf(group)) {
        for (const timeout of timeoutsOf(group, template)) {
          const problem = problemWith(interval, timeout, template)
          if (problem !== undefined) report(problem)
        }
      }
    }
    for (const balancer of resourcesOf(template, 'AWS::ElasticLoadBalancing::LoadBalancer')) {
      for (const problem of classicProblems(balancer, template)) report(problem)
    }
  },
}

interface Timeout extends Setting<number> {
  /** Network load balancers take a timeout as long as the interval. */
  readonly mayEqual: boolean
}

function timeoutsOf(group: ResourceView, template: TemplateView): readonly Timeout[] {
  const places = read(placeOf(group), 'Properties', 'HealthCheckTimeoutSeconds')
  return trafficOf(group).flatMap((traffic) =>
    protocolsOf(group).flatMap((protocol) =>
      places.flatMap((place) => {
        if (!canHappen(template, [place, traffic.place, protocol.place])) return []
        const isApplication = /^HTTPS?$/.test(traffic.value)
        const otherwise = isApplication ? 5 : protocol.value === 'HTTP' ? 6 : 10
        return numberSetting(place, otherwise).map((one) => ({ ...one, mayEqual: !isApplication }))
      }),
    ),
  )
}

function problemWith(
  interval: Setting<number>,
  timeout: Timeout,
  template: TemplateView,
): Problem | undefined {
  const fits = timeout.mayEqual ? timeout.value <= interval.value : timeout.value < interval.value
  const isWritten = interval.place.value !== undefined || timeout.place.value !== undefined
  if (fits || !isWritten || !canHappen(template, [interval.place, timeout.place])) return undefined
  const place = timeout.place.value === undefined ? interval.place : timeout.place
  const isDefault = timeout.place.value === undefined ? ' by default' : ''
  return {
    path: writtenAt(place),
    message: `The health check times out after ${timeout.value} seconds${isDefault}, the next one begins after ${interval.value}`,
    hint:
      timeout.place.value === undefined
        ? `Set HealthCheckTimeoutSeconds to less than ${interval.value}, or the interval to more than ${timeout.value}`
        : `Make the timeout less than the interval`,
  }
}

function* classicProblems(balancer: ResourceView, template: TemplateView): Generator<Problem> {
  for (const check of read(placeOf(balancer), 'Properties', 'HealthCheck')) {
    for (const interval of read(check, 'Interval')) {
      for (const timeout of read(check, 'Timeout')) {
        const [every, after] = [numberIn(interval.value), numberIn(timeout.value)]
        if (every === undefined || after === undefined || after < every) continue
        if (!canHappen(template, [interval, timeout])) continue
        yield {
          path: timeout.path,
          message: `The health check times out after ${after} seconds, the next one begins after ${every}`,
          hint: 'Make the timeout less than the interval',
        }
      }
    }
  }
}
