import { oncePerResource } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { attachmentsOf } from './attachments.ts'
import { placeOf, read, readItems } from './place.ts'
import { targetOf } from './target.ts'
import { endOf, type End } from './traffic-path.ts'
import type { When } from './when.ts'

/** A load balancer that sends traffic to a target group; undefined when it is elsewhere. */
export interface BalancerEnd {
  readonly balancer: ResourceView | undefined
  readonly end: End
  readonly when: When
}

const unknownEnd: End = { groups: [], isKnown: false }

/** Where the traffic of a target group comes from. */
export const balancerEnds = oncePerResource(
  (group: ResourceView, template: TemplateView): readonly BalancerEnd[] => {
    const { attachments } = attachmentsOf(group.id, template)
    const ends = attachments.flatMap(({ id, when }) => endsBehind(template.resources.get(id), when, template))
    const first = new Map(ends.toReversed().map((one) => [one.balancer, one]))
    return ends.filter((one) => one.when.size > 0 || first.get(one.balancer) === one)
  },
)

/** The load balancers that a listener or rule belongs to, in the cases in which it does. */
function endsBehind(
  attachment: ResourceView | undefined,
  when: When,
  template: TemplateView,
): readonly BalancerEnd[] {
  if (attachment === undefined) return []
  const isRule = attachment.type === 'AWS::ElasticLoadBalancingV2::ListenerRule'
  const property = isRule ? 'ListenerArn' : 'LoadBalancerArn'
  return read({ ...placeOf(attachment), when }, 'Properties', property).flatMap((place) => {
    const target = targetOf(place, template)
    template.effort.spend(1)
    if (isRule && target?.resource.type === 'AWS::ElasticLoadBalancingV2::Listener')
      return endsBehind(target.resource, target.when, template)
    if (target?.resource.type !== 'AWS::ElasticLoadBalancingV2::LoadBalancer')
      return [{ balancer: undefined, end: unknownEnd, when: place.when }]
    return [{ balancer: target.resource, end: endOfBalancer(target.resource, template), when: target.when }]
  })
}

/** An application load balancer without security groups has the default one of its VPC; a network load balancer has none. */
const endOfBalancer = oncePerResource((balancer: ResourceView, template: TemplateView): End => {
  const from = placeOf(balancer)
  const groups = readItems(from, 'Properties', 'SecurityGroups')
  const isNetwork = read(from, 'Properties', 'Type').every(({ value }) => value === 'network')
  if (groups.length > 0) return endOf(groups, template)
  return isNetwork ? { groups: [], isKnown: true } : unknownEnd
})
