import type { Check, Problem } from '../../check.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { oncePerResource } from '../../once-per-template.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { containersOf, servicesOf, taskRunsOf, type TaskRun } from '../../wiring/ecs-service.ts'
import { compare, numberIn, textIn } from '../../wiring/literal.ts'
import { placeOf, read, readItems, type Place } from '../../wiring/place.ts'
import { canHappen, type When } from '../../wiring/when.ts'
import { inCase, listed } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const containerPorts: Check = {
  rules: [
    {
      code: 'CFS0201',
      level: 'error',
      title: 'A service sends traffic to a port that its container maps',
      help:
        'ECS refuses a service whose ContainerPort is not among the PortMappings of the container it names, in every network ' +
        'mode. Add the port to the container, or use one that it has.',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
    },
    {
      code: 'CFS0202',
      level: 'error',
      title: 'Service Connect and VPC Lattice use a port that a container names',
      help:
        'A PortName of a service has to be the Name of a port mapping in its task definition; ECS refuses the service otherwise. ' +
        'Give the port mapping that Name.',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
    },
  ],
  run(template, report) {
    judgeEach(servicesOf(template), template, (service) => {
      for (const run of taskRunsOf(service, template)) {
        for (const problem of portProblems(run, template)) report(problem)
        for (const problem of portNameProblems(run, template)) report(problem)
      }
    })
  },
}

function* portProblems(run: TaskRun, template: TemplateView): Generator<Problem> {
  for (const list of ['LoadBalancers', 'ServiceRegistries']) {
    for (const item of readItems(placeOf(run.service), 'Properties', list)) {
      const ports = read(item, 'ContainerPort')
      for (const name of read(item, 'ContainerName')) {
        for (const port of ports) {
          const problem = portProblem(name, port, run, template)
          if (problem !== undefined) yield problem
        }
      }
    }
  }
}

function portProblem(name: Place, port: Place, run: TaskRun, template: TemplateView): Problem | undefined {
  if (numberIn(port.value) === undefined) return undefined
  for (const { container, mappings } of containersNamed(name, run.task, template)) {
    const fitting = mappings.filter((mapping) => mayMap(mapping, port.value, template))
    if (!canHappen(template, [name, port, run, container], fitting)) continue
    const ports = mappings.flatMap((mapping) => mapping.ports).map(({ value }) => value)
    return {
      path: port.path,
      message:
        `Service "${run.service.id}" sends traffic to port ${textIn(port.value)} of container ${listed([name.value])}, ` +
        `which maps ${ports.length === 0 ? 'no port' : `only ${listed(ports)}`} in task definition "${run.task.id}"${inCase(port.when)}`,
      hint: `Add { ContainerPort: ${textIn(port.value)} } to the PortMappings of the container, or use a port that it maps`,
    }
  }
  return undefined
}

/** A container in the cases of one of its names. */
interface NamedContainer {
  readonly name: unknown
  readonly container: Place
  readonly mappings: readonly Mapping[]
}

interface Mapping {
  readonly when: When
  readonly ports: readonly Place[]
  readonly hasRange: boolean
}

const namedContainers = oncePerResource((task: ResourceView): readonly NamedContainer[] =>
  containersOf(task).flatMap((container) => {
    const mappings = readItems(container, 'PortMappings').map(toMapping)
    return read(container, 'Name').map(({ value, when }) => ({
      name: value,
      container: { ...container, when },
      mappings,
    }))
  }),
)

function toMapping(mapping: Place): Mapping {
  return {
    when: mapping.when,
    ports: read(mapping, 'ContainerPort'),
    hasRange: read(mapping, 'ContainerPortRange').some(({ value }) => value !== undefined),
  }
}

/** The containers that certainly have the name. */
function containersNamed(
  name: Place,
  task: ResourceView,
  { effort }: TemplateView,
): readonly NamedContainer[] {
  const all = namedContainers(task)
  effort.spend(all.length)
  return all.filter((one) => compare(one.name, name.value) === 'same')
}

function mayMap({ ports, hasRange }: Mapping, port: unknown, { effort }: TemplateView): boolean {
  effort.spend(1 + ports.length)
  return hasRange || ports.some(({ value }) => value !== undefined && compare(value, port) !== 'different')
}

function* portNameProblems({ service, task, when }: TaskRun, template: TemplateView): Generator<Problem> {
  const users = [
    ...readItems(placeOf(service), 'Properties', 'ServiceConnectConfiguration', 'Services'),
    ...readItems(placeOf(service), 'Properties', 'VpcLatticeConfigurations'),
  ]
  const names = containersOf(task)
    .flatMap((container) => readItems(container, 'PortMappings'))
    .flatMap((mapping) => read(mapping, 'Name'))
    .filter(({ value }) => value !== undefined)
  for (const wanted of users.flatMap((user) => read(user, 'PortName'))) {
    const text = textIn(wanted.value)
    template.effort.spend(names.length)
    const fitting = names.filter(({ value }) => compare(value, text) !== 'different')
    if (text === undefined || !canHappen(template, [wanted, when], fitting)) continue
    template.effort.spend(100)
    const known = names.map(({ value }) => value)
    yield {
      code: 'CFS0202',
      path: wanted.path,
      message:
        `Service "${service.id}" offers the port named "${text}", ` +
        `task definition "${task.id}" names ${known.length === 0 ? 'none' : listed(known)}${inCase(wanted.when)}`,
      hint:
        suggestion(
          text,
          known.flatMap((one) => textIn(one) ?? []),
        ) ?? `Add Name: "${text}" to the port mapping in "${task.id}"`,
    }
  }
}
