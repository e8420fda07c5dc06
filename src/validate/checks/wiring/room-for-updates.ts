import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { combinations } from '../../wiring/combinations.ts'
import { ecsHosts } from '../../wiring/ecs-hosts.ts'
import { containersOf } from '../../wiring/ecs-service.ts'
import { numberIn } from '../../wiring/literal.ts'
import { networkModesOf } from '../../wiring/network-mode.ts'
import { placeOf, read, readItems, writtenAt, type Place } from '../../wiring/place.ts'
import { referrersTo } from '../../wiring/referrers.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const roomForUpdates: Check = {
  rules: [
    {
      code: 'CFS2301',
      level: 'warning',
      title: 'There is a host more than tasks with a fixed port, or a task that may stop',
      help:
        'A fixed port of a host is for one task. When every host runs one, and MinimumHealthyPercent lets none of them stop, no task of a ' +
        'new version finds a place: the deployment waits for hours and fails. Let ECS choose host ports (HostPort: 0), lower ' +
        'MinimumHealthyPercent, or add a host.',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
    },
    {
      code: 'CFS2302',
      level: 'warning',
      title: 'The percentages of a service leave room for a deployment',
      help:
        'A deployment stops old tasks down to MinimumHealthyPercent (rounded up) and starts new ones up to MaximumPercent (rounded down). ' +
        'When neither allows a single task, it never goes on. Lower the one or raise the other.',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::ECS::Service'), template, (service) => {
      for (const plan of plansOf(service, template)) {
        const problem = percentProblem(service, plan) ?? hostProblem(service, plan, template)
        if (problem !== undefined) report(problem)
      }
    })
  },
}

/** How a service is deployed, in one case. */
interface Plan {
  readonly minimum: number
  readonly maximum: number
  /** Undefined when it is not known, or changes by itself. */
  readonly desired: number | undefined
  readonly places: readonly Place[]
}

function plansOf(service: ResourceView, template: TemplateView): readonly Plan[] {
  const from = placeOf(service)
  const get = (...steps: readonly string[]): readonly Place[] => read(from, 'Properties', ...steps)
  const isRolling =
    get('DeploymentController', 'Type').every(({ value }) => value === undefined || value === 'ECS') &&
    get('DeploymentConfiguration', 'Strategy').every(
      ({ value }) => value === undefined || value === 'ROLLING',
    )
  if (!isRolling) return []
  const scaled = isScaledByItself(service, template)
  const found = combinations(
    get('DeploymentConfiguration', 'MinimumHealthyPercent'),
    get('DeploymentConfiguration', 'MaximumPercent'),
    get('DesiredCount'),
    get('SchedulingStrategy'),
  )
  if (found === undefined) template.effort.leaveUndecided(service.id)
  return (found ?? []).flatMap(({ places }): readonly Plan[] => {
    const [min, max, count, strategy] = places.map(({ value }) => value)
    const isDaemon = strategy === 'DAEMON'
    const minimum = min === undefined ? (isDaemon ? 0 : 100) : numberIn(min)
    const maximum = max === undefined ? (isDaemon ? 100 : 200) : numberIn(max)
    if (minimum === undefined || maximum === undefined || !canHappen(template, places)) return []
    const desired = count === undefined ? 1 : numberIn(count)
    return [{ minimum, maximum, desired: scaled || isDaemon ? undefined : desired, places }]
  })
}

function isScaledByItself({ id }: ResourceView, template: TemplateView): boolean {
  return referrersTo(id, template).some(
    ({ path }) =>
      template.resources.get(String(path[1]))?.type === 'AWS::ApplicationAutoScaling::ScalableTarget',
  )
}

function percentProblem(service: ResourceView, plan: Plan): Problem | undefined {
  const { minimum, maximum, desired } = plan
  const isStuck =
    desired === undefined
      ? minimum >= 100 && maximum <= 100
      : desired > 0 && fewest(plan, desired) >= desired && Math.floor((desired * maximum) / 100) <= desired
  if (!isStuck) return undefined
  const [min, max] = plan.places as [Place, Place]
  return {
    code: 'CFS2302',
    path: writtenAt(max.value === undefined ? min : max),
    message:
      `Service "${service.id}" keeps at least ${minimum} % and runs at most ${maximum} % of ` +
      `${desired === undefined ? 'its tasks' : `${desired} task${desired === 1 ? '' : 's'}`}: a deployment can neither stop nor start one`,
    hint: 'Raise MaximumPercent to 200, or lower MinimumHealthyPercent to 50 or 0',
  }
}

function fewest({ minimum }: Plan, desired: number): number {
  return Math.ceil((desired * minimum) / 100)
}

function hostProblem(service: ResourceView, plan: Plan, template: TemplateView): Problem | undefined {
  const { desired } = plan
  if (desired === undefined || desired === 0 || fewest(plan, desired) < desired) return undefined
  const port = fixedPort(service, plan.places, template)
  const hosts = port && hostsOf(service, template)
  if (port === undefined || hosts === undefined || desired < hosts.count) return undefined
  return {
    path: port.path,
    message:
      `Service "${service.id}" runs ${desired} task${desired === 1 ? '' : 's'} with host port ${String(port.value)} and may stop none, ` +
      `"${hosts.ids.join('", "')}" ${hosts.ids.length === 1 ? 'has' : 'have'} ${hosts.count} host${hosts.count === 1 ? '' : 's'}: a deployment finds no place`,
    hint: 'Take HostPort away, lower MinimumHealthyPercent, or add a host',
  }
}

/** A port of the host that only one task can have. */
function fixedPort(
  service: ResourceView,
  places: readonly Place[],
  template: TemplateView,
): Place | undefined {
  for (const { mode, task, when } of networkModesOf(service, template)) {
    if (task === undefined || (mode !== 'bridge' && mode !== 'host')) continue
    const mappings = containersOf(task).flatMap((container) => readItems(container, 'PortMappings'))
    const ports = mappings.flatMap((one) => read(one, mode === 'host' ? 'ContainerPort' : 'HostPort'))
    const found = ports.find(
      (port) => (numberIn(port.value) ?? 0) > 0 && canHappen(template, [...places, port, when]),
    )
    if (found !== undefined) return found
  }
  return undefined
}

/** How many hosts the cluster of a service has at most; undefined when that is not known. */
function hostsOf(
  service: ResourceView,
  template: TemplateView,
): { readonly ids: readonly string[]; readonly count: number } | undefined {
  const clusters = read(placeOf(service), 'Properties', 'Cluster')
  const cluster = clusters.length === 1 ? targetOf(clusters[0] as Place, template)?.resource.id : undefined
  const all = ecsHosts(template)
  template.effort.spend(all.length)
  // Hosts whose cluster is not known may belong to any.
  if (cluster === undefined || all.some((one) => one.clusters.length === 0)) return undefined
  const mine = all.filter((one) => one.clusters.includes(cluster)).map(({ starter }) => starter)
  const counts = mine.map((starter) =>
    starter.type === 'AWS::EC2::Instance' ? 1 : sizeOf(starter, template),
  )
  if (counts.length === 0 || counts.includes(undefined)) return undefined
  return {
    ids: mine.map(({ id }) => id),
    count: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  }
}

/** The size a group may reach by itself. */
function sizeOf(group: ResourceView, template: TemplateView): number | undefined {
  const get = (name: string): unknown => {
    const places = read(placeOf(group), 'Properties', name)
    return places.length === 1 ? places[0]?.value : Symbol('several')
  }
  template.effort.spend(referrersTo(group.id, template).length)
  const grows = referrersTo(group.id, template).some(({ path }) =>
    /^AWS::(AutoScaling::(ScalingPolicy|ScheduledAction)|ECS::CapacityProvider)$/.test(
      template.resources.get(String(path[1]))?.type ?? '',
    ),
  )
  if (grows) return numberIn(get('MaxSize'))
  const desired = get('DesiredCapacity')
  return numberIn(desired === undefined ? get('MinSize') : desired)
}
