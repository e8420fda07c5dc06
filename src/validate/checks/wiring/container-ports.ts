import type { Check, Problem } from '../../check.ts'
import { suggestion } from '../../properties/explain.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { containersOf, servicesOf, taskRunsOf, type TaskRun } from '../../wiring/ecs-service.ts'
import { compare, numberIn, textIn } from '../../wiring/literal.ts'
import { placeOf, read, readItems, type Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'
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
      for (const name of read(item, 'ContainerName')) {
        for (const port of read(item, 'ContainerPort')) {
          const problem = portProblem(name, port, run, template)
          if (problem !== undefined) yield problem
        }
      }
    }
  }
}

function portProblem(name: Place, port: Place, run: TaskRun, template: TemplateView): Problem | undefined {
  if (numberIn(port.value) === undefined) return undefined
  template.effort.spend(containersOf(run.task).length)
  for (const container of containersNamed(name, run.task)) {
    const mappings = readItems(container, 'PortMappings')
    template.effort.spend(mappings.length)
    const fitting = mappings.filter((mapping) => mayMap(mapping, port.value))
    if (!canHappen(template, [name, port, run, container], fitting)) continue
    const ports = mappings.flatMap((mapping) => read(mapping, 'ContainerPort')).map(({ value }) => value)
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

/** The containers that certainly have the name. */
function containersNamed(name: Place, task: ResourceView): readonly Place[] {
  return containersOf(task).flatMap((container) =>
    read(container, 'Name')
      .filter(({ value }) => compare(value, name.value) === 'same')
      .map(({ when }) => ({ ...container, when })),
  )
}

function mayMap(mapping: Place, port: unknown): boolean {
  const isPort = read(mapping, 'ContainerPort').some(
    ({ value }) => value !== undefined && compare(value, port) !== 'different',
  )
  return isPort || read(mapping, 'ContainerPortRange').some(({ value }) => value !== undefined)
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
