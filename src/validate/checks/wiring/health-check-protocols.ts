import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { textIn } from '../../wiring/literal.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { protocolsOf, trafficOf } from '../../wiring/target-group-checks.ts'
import { canHappen } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const healthCheckProtocols: Check = {
  rules: [
    {
      code: 'CFS2202',
      level: 'error',
      title: 'A health check asks for what its protocol has',
      help:
        'A TCP health check opens a connection: it has no path and no matcher, and a target group that gives one is refused ' +
        '("Health check paths are not supported for TCP health checks"). Without HealthCheckProtocol, target groups of HTTP and HTTPS are ' +
        'checked by HTTP, all others by TCP. Set HealthCheckProtocol: HTTP, or take path and matcher away. The target of a classic load ' +
        'balancer is TCP:port, or HTTP:port/path.',
      source:
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
    },
    {
      code: 'CFS2203',
      level: 'error',
      title: 'Target groups of HTTP and HTTPS are checked by HTTP or HTTPS',
      help: 'TCP health checks are for target groups of network load balancers only. Set HealthCheckProtocol to HTTP or HTTPS.',
      source:
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::ElasticLoadBalancingV2::TargetGroup'), template, (group) => {
      for (const problem of groupProblems(group, template)) report(problem)
    })
    judgeEach(resourcesOf(template, 'AWS::ElasticLoadBalancing::LoadBalancer'), template, (balancer) => {
      for (const target of read(placeOf(balancer), 'Properties', 'HealthCheck', 'Target')) {
        const text = textIn(target.value) ?? ''
        const message = /^(TCP|SSL):\d+\/./i.test(text)
          ? `The health check "${text}" has a path, which TCP and SSL checks have not`
          : /^HTTPS?:\d+$/i.test(text)
            ? `The health check "${text}" has no path`
            : undefined
        if (message === undefined || !canHappen(template, [target])) continue
        report({ path: target.path, message, hint: 'Write TCP:port, or HTTP:port/path' })
      }
    })
  },
}

function* groupProblems(group: ResourceView, template: TemplateView): Generator<Problem> {
  for (const { value, place } of protocolsOf(group)) {
    if (value !== 'TCP') continue
    for (const traffic of trafficOf(group)) {
      if (!/^HTTPS?$/.test(traffic.value) || !canHappen(template, [place, traffic.place])) continue
      yield {
        code: 'CFS2203',
        path: place.path,
        message: `Target group "${group.id}" is of protocol ${traffic.value}, which is not checked by TCP`,
        hint: 'Set HealthCheckProtocol to HTTP or HTTPS',
      }
    }
    // With the protocol written out, the matcher is cfn-lint's E3684.
    const names = place.value === undefined ? ['HealthCheckPath', 'Matcher'] : ['HealthCheckPath']
    for (const name of names) {
      for (const asked of read(placeOf(group), 'Properties', name)) {
        if (asked.value === undefined || asked.value === '' || !canHappen(template, [place, asked])) continue
        const why = place.value === undefined ? ', as HealthCheckProtocol is left out' : ''
        yield {
          path: asked.path,
          message: `Target group "${group.id}" is checked by TCP${why}, which has no ${name === 'Matcher' ? 'matcher' : 'path'}`,
          hint: `Set HealthCheckProtocol: HTTP, or take ${name} away`,
        }
      }
    }
  }
}
