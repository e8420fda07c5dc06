import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { servicesOf, targetGroupPlaces } from '../../wiring/ecs-service.ts'
import { numberIn, textIn } from '../../wiring/literal.ts'
import { placeOf, read, readItems, writtenAt, type Place } from '../../wiring/place.ts'
import { referrersTo } from '../../wiring/referrers.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { intervalsOf } from '../../wiring/target-group-checks.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const healthCheckGrace: Check = {
  rules: [
    {
      code: 'CFS2205',
      level: 'warning',
      title: 'The grace period of a service lasts until the first health check',
      help:
        'A grace period that is shorter than the interval of the health check is over before the load balancer has asked once: tasks that ' +
        'start slowly are stopped and replaced without end. Make HealthCheckGracePeriodSeconds as long as a task takes to ' +
        'start, and longer than the interval.',
      source:
        'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html',
    },
    {
      code: 'CFS2206',
      level: 'warning',
      title: 'An auto-scaling group that asks the load balancer gives instances time to start',
      help:
        'With HealthCheckType ELB, an instance that the load balancer calls unhealthy is terminated. HealthCheckGracePeriod is 0 when it ' +
        'is left out in a template: instances that start slower than the health check fails are replaced without end. ' +
        'Set it to what an instance takes to start.',
      source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html',
    },
  ],
  run(template, report) {
    judgeEach(servicesOf(template), template, (service) => {
      const graces = read(placeOf(service), 'Properties', 'HealthCheckGracePeriodSeconds')
      for (const grace of graces) {
        const interval = longestInterval(targetGroupPlaces(service), [grace], template)
        const seconds = numberIn(grace.value)
        if (interval === undefined || seconds === undefined || seconds >= interval.seconds) continue
        report({
          path: grace.path,
          message: `Service "${service.id}" gives tasks ${seconds} seconds, target group "${interval.id}" checks them every ${interval.seconds} seconds`,
          hint: 'Make HealthCheckGracePeriodSeconds longer than a task takes to start and to be checked',
        })
      }
    })
    judgeEach(resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup'), template, (group) => {
      for (const problem of groupProblems(group, template)) report(problem)
    })
  },
}

/** The longest interval among target groups of the template, where it is known. */
function longestInterval(
  places: readonly Place[],
  cases: readonly Place[],
  template: TemplateView,
): { readonly id: string; readonly seconds: number } | undefined {
  const found = places.flatMap((place) => {
    const group = targetOf(place, template)?.resource
    if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') return []
    return intervalsOf(group)
      .filter((interval) => canHappen(template, [place, interval.place, ...cases]))
      .map(({ value }) => ({ id: group.id, seconds: value }))
  })
  return found.sort((a, b) => b.seconds - a.seconds)[0]
}

function* groupProblems(group: ResourceView, template: TemplateView): Generator<Problem> {
  const from = placeOf(group)
  if (startsWithHook(group, template)) return
  const kinds = read(from, 'Properties', 'HealthCheckType').filter(({ value }) =>
    (textIn(value) ?? '').split(',').some((one) => one.trim() === 'ELB'),
  )
  for (const kind of kinds) {
    for (const grace of read(from, 'Properties', 'HealthCheckGracePeriod')) {
      const seconds = grace.value === undefined ? 0 : numberIn(grace.value)
      const interval = longestInterval(
        readItems(from, 'Properties', 'TargetGroupARNs'),
        [kind, grace],
        template,
      )
      if (seconds === undefined || seconds >= (interval?.seconds ?? 1)) continue
      if (!canHappen(template, [kind, grace])) continue
      yield {
        code: 'CFS2206',
        path: grace.value === undefined ? kind.path : writtenAt(grace),
        message:
          `Auto-scaling group "${group.id}" replaces what its load balancer calls unhealthy, and gives instances ${seconds} seconds to start` +
          (interval === undefined
            ? ''
            : `, target group "${interval.id}" checks every ${interval.seconds} seconds`),
        hint: 'Set HealthCheckGracePeriod to what an instance takes to start',
      }
    }
  }
}

/** A hook can keep instances back until they are ready; then they need no time. */
function startsWithHook(group: ResourceView, template: TemplateView): boolean {
  const own = read(placeOf(group), 'Properties', 'LifecycleHookSpecificationList')
  return (
    own.some(({ value }) => value !== undefined) ||
    referrersTo(group.id, template).some(
      ({ path }) => template.resources.get(String(path[1]))?.type === 'AWS::AutoScaling::LifecycleHook',
    )
  )
}
