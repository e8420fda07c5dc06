import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { containersOf, servicesOf, targetGroupPlaces, taskRunsOf } from '../../wiring/ecs-service.ts'
import { numberIn } from '../../wiring/literal.ts'
import { networkModesOf, type NetworkMode } from '../../wiring/network-mode.ts'
import { placeOf, read, readItems, type Place } from '../../wiring/place.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import { listed } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const healthCheckPorts: Check = {
  rules: [
    {
      code: 'CFS2204',
      level: 'warning',
      title: 'Health checks go to a port that a task listens on',
      help:
        'A health check on a port that no container of the task maps finds nobody, and the service replaces its tasks without end. ' +
        'On the network of a host, ports that ECS chooses cannot be named at all. Use traffic-port, or a port that is mapped.',
      source:
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    },
  ],
  run(template, report) {
    judgeEach(servicesOf(template), template, (service) => {
      const modes = networkModesOf(service, template)
      if (taskRunsOf(service, template).length === 0) return
      for (const place of targetGroupPlaces(service)) {
        const group = targetOf(place, template)?.resource
        if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') continue
        for (const port of read(placeOf(group), 'Properties', 'HealthCheckPort')) {
          for (const mode of modes.filter((one) => canHappen(template, [place, port, one]))) {
            const problem = problemWith(port, mode, { group, place }, template)
            if (problem !== undefined) report(problem)
          }
        }
      }
    })
  },
}

function problemWith(
  port: Place,
  { mode, task, when }: NetworkMode,
  { group, place }: { readonly group: ResourceView; readonly place: Place },
  template: TemplateView,
): Problem | undefined {
  const number = numberIn(port.value)
  if (number === undefined || task === undefined || mode === 'none') return undefined
  const open = openPorts(task, mode)
  template.effort.spend(open.length)
  // A mapping to port 0 makes it cfn-lint's E3049.
  if (open.some(({ value }) => String(value) === '0')) return undefined
  const fitting = open.filter(
    ({ value }) => typeof value === 'object' || numberIn(value) === number || typeof value === 'symbol',
  )
  if (!canHappen(template, [place, port, when], fitting)) return undefined
  const known = open.map(({ value }) => value).filter((value) => value !== undefined)
  const where = mode === 'awsvpc' ? '' : ' on its host'
  return {
    path: port.path,
    message: `Target group "${group.id}" checks port ${number}, task definition "${task.id}" opens ${known.length === 0 ? 'no fixed port' : listed(known)}${where}`,
    hint: 'Use traffic-port, or a port that is mapped',
  }
}

/** The ports that a load balancer can reach a task at; undefined ones are chosen by ECS. */
function openPorts(task: ResourceView, mode: string): readonly Place[] {
  const mappings = containersOf(task).flatMap((container) =>
    typeof container.value === 'symbol' ? [container] : readItems(container, 'PortMappings'),
  )
  return mappings.flatMap((mapping) => {
    const ranges = read(mapping, 'ContainerPortRange').filter(({ value }) => value !== undefined)
    if (ranges.length > 0) return ranges.map((range) => ({ ...range, value: {} }))
    return read(mapping, mode === 'bridge' ? 'HostPort' : 'ContainerPort')
  })
}
