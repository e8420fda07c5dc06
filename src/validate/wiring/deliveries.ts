import type { ResourceView, TemplateView } from '../template-view.ts'
import { containersOf, servicesOf, taskRunsOf } from './ecs-service.ts'
import { compare, numberIn } from './literal.ts'
import { networkModesOf, type NetworkMode } from './network-mode.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { hostEnd, serviceEnds } from './service-ends.ts'
import { targetOf } from './target.ts'
import type { End, Ports } from './traffic-path.ts'
import { together, type When } from './when.ts'

/** Traffic of a target group that arrives at something of the template. */
export interface Delivery {
  readonly group: ResourceView
  /** A service, an auto-scaling group or an instance. */
  readonly receiver: ResourceView
  readonly ends: readonly End[]
  readonly ports: Ports
  readonly when: When
}

/** What Docker and ECS choose ports of hosts from: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
const chosen: Ports = { from: 32_768, to: 60_999 }

/** What may get traffic of target groups of the template. */
export function receiversIn(template: TemplateView): readonly ResourceView[] {
  if (resourcesOf(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').length === 0) return []
  return [...servicesOf(template), ...resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup')]
}

/** Everything that target groups of the template send to a service or an auto-scaling group of it, by TCP. */
export function deliveriesTo(receiver: ResourceView, template: TemplateView): readonly Delivery[] {
  const isGroup = receiver.type === 'AWS::AutoScaling::AutoScalingGroup'
  return isGroup ? toGroup(receiver, template) : toService(receiver, template)
}

function toService(service: ResourceView, template: TemplateView): readonly Delivery[] {
  const balancers = readItems(placeOf(service), 'Properties', 'LoadBalancers')
  return networkModesOf(service, template).flatMap((mode) => {
    const ends = serviceEnds(service, mode, template)
    if (ends.length === 0) return []
    return balancers.flatMap((balancer) =>
      read(balancer, 'TargetGroupArn').flatMap((place) => {
        const group = tcpGroup(place, template)
        if (group === undefined) return []
        const all = [...trafficPorts(balancer, mode, service, template), ...healthPorts(group)]
        template.effort.spend(1 + all.length)
        return all.flatMap(({ ports, when }): readonly Delivery[] => {
          const cases = together([place, mode, when])
          return cases === undefined ? [] : [{ group, receiver: service, ends, ports, when: cases }]
        })
      }),
    )
  })
}

function toGroup(receiver: ResourceView, template: TemplateView): readonly Delivery[] {
  const ends = [hostEnd(receiver, template)]
  return readItems(placeOf(receiver), 'Properties', 'TargetGroupARNs').flatMap((place) => {
    const group = tcpGroup(place, template)
    if (group === undefined) return []
    const traffic = read(placeOf(group), 'Properties', 'Port').flatMap(single)
    template.effort.spend(1 + traffic.length)
    return [...traffic, ...healthPorts(group)].flatMap(({ ports, when }): readonly Delivery[] => {
      const cases = together([place, when])
      return cases === undefined ? [] : [{ group, receiver, ends, ports, when: cases }]
    })
  })
}

/** A target group of the template whose traffic is TCP, with or without more on top. */
function tcpGroup(place: Place, template: TemplateView): ResourceView | undefined {
  const group = targetOf(place, template)?.resource
  if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') return undefined
  const protocols = read(placeOf(group), 'Properties', 'Protocol')
  return protocols.every(({ value }) => /^(HTTPS?|TCP|TLS)$/.test(String(value))) ? group : undefined
}

interface CasedPorts {
  readonly ports: Ports
  readonly when: When
}

function single({ value, when }: Place): readonly CasedPorts[] {
  const port = numberIn(value)
  return port === undefined ? [] : [{ ports: { from: port, to: port }, when }]
}

/** The ports of health checks that go to another than the traffic. */
function healthPorts(group: ResourceView): readonly CasedPorts[] {
  return read(placeOf(group), 'Properties', 'HealthCheckPort').flatMap(single)
}

/** Where the traffic of a service arrives: at the container's port, or at the one of the host that stands for it. */
function trafficPorts(
  balancer: Place,
  { mode }: NetworkMode,
  service: ResourceView,
  template: TemplateView,
): readonly CasedPorts[] {
  const wanted = read(balancer, 'ContainerPort')
  if (mode !== 'bridge') return wanted.flatMap(single)
  const names = read(balancer, 'ContainerName')
  return taskRunsOf(service, template).flatMap(({ task }) =>
    containersOf(task).flatMap((container) => {
      const cases = pairs(names, read(container, 'Name'), template)
      if (cases.length === 0) return []
      const ports = readItems(container, 'PortMappings').flatMap((mapping) =>
        hostPorts(mapping, wanted, template),
      )
      template.effort.spend(ports.length * cases.length)
      return ports.flatMap((port) => cases.flatMap((when) => within(port, when)))
    }),
  )
}

function hostPorts(mapping: Place, wanted: readonly Place[], template: TemplateView): readonly CasedPorts[] {
  const cases = pairs(wanted, read(mapping, 'ContainerPort'), template)
  return (cases.length === 0 ? [] : read(mapping, 'HostPort')).flatMap((port) => {
    const isChosen = port.value === undefined || numberIn(port.value) === 0
    template.effort.spend(cases.length)
    const ports = isChosen ? [{ ports: chosen, when: port.when }] : single(port)
    return ports.flatMap((one) => cases.flatMap((when) => within(one, when)))
  })
}

/** The cases in which two places certainly hold the same. */
function pairs(some: readonly Place[], others: readonly Place[], { effort }: TemplateView): readonly When[] {
  effort.spend(some.length * others.length)
  return some.flatMap((one) =>
    others.flatMap((other) => {
      if (compare(one.value, other.value) !== 'same') return []
      return together([one, other]) ?? []
    }),
  )
}

function within({ ports, when }: CasedPorts, cases: When): readonly CasedPorts[] {
  const both = together([when, cases])
  return both === undefined ? [] : [{ ports, when: both }]
}
