import { oncePerResource, oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { ecsHosts } from './ecs-hosts.ts'
import { launchedWith } from './launched-with.ts'
import type { NetworkMode } from './network-mode.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { targetOf } from './target.ts'
import { endOf, type End } from './traffic-path.ts'

/** The security groups around the tasks of a service: their own in `awsvpc` mode, those of their hosts otherwise. */
export function serviceEnds(
  service: ResourceView,
  { mode }: NetworkMode,
  template: TemplateView,
): readonly End[] {
  if (mode !== 'awsvpc') return hostsOf(service, template).map((starter) => hostEnd(starter, template))
  const groups = readItems(
    placeOf(service),
    'Properties',
    'NetworkConfiguration',
    'AwsvpcConfiguration',
    'SecurityGroups',
  )
  return groups.length === 0 ? [] : [endOf(groups, template)]
}

/** What starts the hosts of a service's cluster, where cluster and hosts are of this template. */
export const hostsOf = oncePerResource(
  (service: ResourceView, template: TemplateView): readonly ResourceView[] => {
    const clusters = read(placeOf(service), 'Properties', 'Cluster')
    const cluster = clusters.length === 1 ? targetOf(clusters[0] as Place, template)?.resource.id : undefined
    return cluster === undefined ? [] : (hostsByCluster(template).get(cluster) ?? [])
  },
)

const hostsByCluster = oncePerTemplate(
  (template: TemplateView): ReadonlyMap<string, readonly ResourceView[]> => {
    const found = new Map<string, ResourceView[]>()
    for (const { starter, clusters } of ecsHosts(template)) {
      for (const cluster of clusters) {
        const hosts = found.get(cluster)
        if (hosts === undefined) found.set(cluster, [starter])
        else hosts.push(starter)
      }
    }
    return found
  },
)

/** Without security groups, instances have the default one of their VPC, which is not known here. */
export const hostEnd = oncePerResource((starter: ResourceView, template: TemplateView): End => {
  const groups = groupsOf(starter, template)
  return groups.length === 0 ? { groups: [], isKnown: false } : endOf(groups, template)
})

/** The security groups of an instance, or of the instances of a group. */
function groupsOf(starter: ResourceView, template: TemplateView): readonly Place[] {
  const lists = ['SecurityGroupIds', 'SecurityGroups'].flatMap((name) =>
    launchedWith(starter, name, template),
  )
  const interfaces = launchedWith(starter, 'NetworkInterfaces', template).flatMap((place) =>
    place.value === undefined ? [] : readItems(place),
  )
  return [
    ...lists.filter(({ value }) => value !== undefined).flatMap((place) => readItems(place)),
    ...interfaces.flatMap((one) => [...readItems(one, 'Groups'), ...readItems(one, 'GroupSet')]),
  ]
}
