import { oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { placeOf, read } from './place.ts'
import { referrersTo } from './referrers.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'
import { userDataOf, userDataText } from './user-data.ts'

/** An auto-scaling group, or an instance, that is a host of an ECS cluster. */
export interface EcsHosts {
  readonly starter: ResourceView
  /** Clusters of the template that it joins. */
  readonly clusters: readonly string[]
}

/** The hosts of ECS clusters, by their user data or capacity providers. */
export const ecsHosts = oncePerTemplate((template: TemplateView): readonly EcsHosts[] => {
  const starters = resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance')
  if (starters.length === 0) return []
  const clusters = resourcesOf(template, 'AWS::ECS::Cluster').map(({ id }) => id)
  const provided = providedGroups(clusters, template)
  return starters.flatMap((starter): readonly EcsHosts[] => {
    const parts = userDataOf(starter, template).flatMap(({ value }) => userDataText(value))
    const text = parts
      .map((part) => (typeof part === 'string' ? part : (JSON.stringify(part) ?? '')))
      .join('')
    const byProvider = provided.get(starter.id)
    if (byProvider === undefined && !/ECS_CLUSTER|\/etc\/ecs\//.test(text)) return []
    const named = clusters.filter((id) => text.includes(`"${id}"`))
    return [{ starter, clusters: [...new Set([...named, ...(byProvider ?? [])])] }]
  })
})

/** Auto-scaling groups behind capacity providers, with the clusters that have these. */
function providedGroups(
  clusters: readonly string[],
  template: TemplateView,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const provider of resourcesOf(template, 'AWS::ECS::CapacityProvider')) {
    const users = referrersTo(provider.id, template).map(({ path }) => String(path[1]))
    const joined = users.flatMap((id) =>
      clusters.includes(id) ? [id] : clustersOfAssociation(template.resources.get(id), template),
    )
    const groups = read(placeOf(provider), 'Properties', 'AutoScalingGroupProvider', 'AutoScalingGroupArn')
    for (const place of groups) {
      const group = targetOf(place, template)?.resource.id
      if (group !== undefined) found.set(group, [...(found.get(group) ?? []), ...joined])
    }
  }
  return found
}

function clustersOfAssociation(
  resource: ResourceView | undefined,
  template: TemplateView,
): readonly string[] {
  if (resource?.type !== 'AWS::ECS::ClusterCapacityProviderAssociations') return []
  return read(placeOf(resource), 'Properties', 'Cluster').flatMap(
    (place) => targetOf(place, template)?.resource.id ?? [],
  )
}
