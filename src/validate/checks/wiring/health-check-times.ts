import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { combinations } from '../../wiring/combinations.ts'
import { numberIn, textIn } from '../../wiring/literal.ts'
import { placeOf, read, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { canHappen } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

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
    judgeEach(resourcesOf(template, 'AWS::ElasticLoadBalancingV2::TargetGroup'), template, (group) => {
      const get = (name: string): readonly Place[] => read(placeOf(group), 'Properties', name)
      const found = combinations(
        get('HealthCheckIntervalSeconds'),
        get('HealthCheckTimeoutSeconds'),
        get('Protocol'),
        get('HealthCheckProtocol'),
      )
      if (found === undefined) template.effort.leaveUndecided(group.id)
      for (const { places } of found ?? []) {
        const problem = problemWith(places)
        if (problem !== undefined && canHappen(template, places)) report(problem)
      }
    })
    judgeEach(resourcesOf(template, 'AWS::ElasticLoadBalancing::LoadBalancer'), template, (balancer) => {
      for (const problem of classicProblems(balancer, template)) report(problem)
    })
  },
}

function problemWith(places: readonly Place[]): Problem | undefined {
  const [interval, timeout, traffic, check] = places as readonly [Place, Place, Place, Place]
  const protocol = textIn(traffic.value)
  if (protocol === undefined || (interval.value === undefined && timeout.value === undefined))
    return undefined
  const isApplication = /^HTTPS?$/.test(protocol)
  const every = interval.value === undefined ? 30 : numberIn(interval.value)
  const after =
    timeout.value === undefined ? defaultTimeout(isApplication, check.value) : numberIn(timeout.value)
  if (every === undefined || after === undefined) return undefined
  // Network load balancers take a timeout as long as the interval.
  if (isApplication ? after < every : after <= every) return undefined
  const isDefault = timeout.value === undefined
  return {
    path: isDefault ? interval.path : timeout.path,
    message: `The health check times out after ${after} seconds${isDefault ? ' by default' : ''}, the next one begins after ${every}`,
    hint: isDefault
      ? `Set HealthCheckTimeoutSeconds to less than ${every}, or the interval to more than ${after}`
      : 'Make the timeout less than the interval',
  }
}

function defaultTimeout(isApplication: boolean, check: unknown): number | undefined {
  if (isApplication) return 5
  if (check === 'HTTP') return 6
  return check === undefined || textIn(check) !== undefined ? 10 : undefined
}

function* classicProblems(balancer: ResourceView, template: TemplateView): Generator<Problem> {
  for (const check of read(placeOf(balancer), 'Properties', 'HealthCheck')) {
    for (const interval of read(check, 'Interval')) {
      for (const timeout of read(check, 'Timeout')) {
        template.effort.spend(1)
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
