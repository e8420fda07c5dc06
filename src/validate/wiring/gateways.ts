import { oncePerResource, oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { placeOf, read, type Place } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'

/** What joins internet and VPN gateways to a VPC: the ids of those on both sides that are in the template. */
export interface GatewayAttachment {
  readonly id: string
  readonly vpcs: readonly string[]
  readonly gateways: readonly string[]
  readonly isInternet: boolean
}

export const gatewayAttachments = oncePerTemplate((template: TemplateView): readonly GatewayAttachment[] =>
  resourcesOf(template, 'AWS::EC2::VPCGatewayAttachment').map((attachment) => {
    const named = (property: string): readonly string[] =>
      namedAt(read(placeOf(attachment), 'Properties', property), template)
    const internet = read(placeOf(attachment), 'Properties', 'InternetGatewayId')
    return {
      id: attachment.id,
      vpcs: named('VpcId'),
      gateways: [...named('InternetGatewayId'), ...named('VpnGatewayId')],
      isInternet: internet.some(({ value }) => value !== undefined),
    }
  }),
)

/** The VPC of the template that a subnet lies in; undefined when it may be elsewhere. */
export const vpcOf = oncePerResource((subnet: ResourceView, template: TemplateView): string | undefined => {
  const places = read(placeOf(subnet), 'Properties', 'VpcId')
  const ids = namedAt(places, template)
  return ids.length === places.length && new Set(ids).size === 1 ? ids[0] : undefined
})

/** The subnet of the template that a place names. */
export function subnetAt(place: Place, template: TemplateView): ResourceView | undefined {
  const target = targetOf(place, template)
  return target?.resource.type === 'AWS::EC2::Subnet' ? target.resource : undefined
}

function namedAt(places: readonly Place[], template: TemplateView): readonly string[] {
  return places.flatMap((place) => targetOf(place, template)?.resource.id ?? [])
}
