import type { Check, Problem } from '../../check.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { numberIn, textIn } from '../../wiring/literal.ts'
import { placeOf, type Place } from '../../wiring/place.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen, type When } from '../../wiring/when.ts'
import type { TemplateView } from '../../template-view.ts'

export const containerPorts: Check = {
  rules: [
    {
      code: 'E3053',
      level: 'error',
      title: 'In a task with a network interface of its own, host ports are the container ports',
      help: 'With "NetworkMode" awsvpc there is no host to map to. Leave "HostPort" out, or give it the value of "ContainerPort".',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
    },
    {
      code: 'E3049',
      level: 'error',
      title: 'A target group of containers on changing host ports checks the port of the traffic',
      help: 'With host port 0 the port is another one for each task, so a fixed "HealthCheckPort" finds nothing there. Use "traffic-port".',
      source:
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    },
  ],
  run(template, report) {
    for (const task of propertiesOf(template, 'AWS::ECS::TaskDefinition')) {
      for (const mode of placesAt(task, 'NetworkMode'))
        if (mode.value === 'awsvpc') judgePorts(task, mode.when, template, report)
    }
    const hasChanging = propertiesOf(template, 'AWS::ECS::TaskDefinition').some((task) =>
      placesAt(task, 'ContainerDefinitions.*.PortMappings.*.HostPort').some(
        ({ value }) => numberIn(value) === 0,
      ),
    )
    if (!hasChanging) return
    for (const service of propertiesOf(template, 'AWS::ECS::Service'))
      judgeHealthChecks(service, template, report)
  },
}

function judgePorts(
  task: Place,
  when: When,
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  for (const mapping of placesAt(task, 'ContainerDefinitions.*.PortMappings.*')) {
    for (const { places, when: there } of togetherAt(mapping, 'HostPort', 'ContainerPort')) {
      const [host, container] = places.map(({ value }) => textIn(value))
      if (host === undefined || container === undefined || host === container) continue
      if (canHappen(template, [when, there]))
        report({
          path: [...mapping.path, 'HostPort'],
          message: `The host port ${host} is not the container port ${container}`,
        })
    }
  }
}

function judgeHealthChecks(service: Place, template: TemplateView, report: (problem: Problem) => void): void {
  const tasks = placesAt(service, 'TaskDefinition').flatMap((place) => targetOf(place, template) ?? [])
  for (const { resource, when } of tasks.filter(
    (task) => task.resource.type === 'AWS::ECS::TaskDefinition',
  )) {
    for (const balancer of placesAt(service, 'LoadBalancers.*')) {
      for (const { places, when: there } of togetherAt(
        balancer,
        'ContainerName',
        'ContainerPort',
        'TargetGroupArn',
      )) {
        const [name, port, group] = places
        const target = group && targetOf(group, template)
        if (target?.resource.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') continue
        if (!hasChangingPort(placeOf(resource), textIn(name?.value), textIn(port?.value))) continue
        for (const check of placesAt(placeOf(target.resource), 'Properties.HealthCheckPort')) {
          const fixed = numberIn(check.value)
          if (fixed === undefined || !canHappen(template, [when, there, target.when, check.when])) continue
          report({
            code: 'E3049',
            path: check.path,
            message: `Health is checked on port ${fixed}, and the containers are on changing ports`,
            hint: 'Use "traffic-port"',
          })
        }
      }
    }
  }
}

/** Whether the container's port has the host port 0: any that is free. */
function hasChangingPort(task: Place, name: string | undefined, port: string | undefined): boolean {
  if (name === undefined || port === undefined) return false
  return placesAt(task, 'Properties.ContainerDefinitions.*').some(
    (container) =>
      placesAt(container, 'Name').some(({ value }) => value === name) &&
      placesAt(container, 'PortMappings.*').some((mapping) =>
        togetherAt(mapping, 'ContainerPort', 'HostPort').some(
          ({ places }) => textIn(places[0]?.value) === port && numberIn(places[1]?.value) === 0,
        ),
      ),
  )
}
