import { oncePerResource, oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { placeOf, read } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'

/** The endpoints of each VPC by its id, and under `undefined` those that may be of any. */
const endpoints = oncePerTemplate((template: TemplateView) => {
  const found = new Map<string | undefined, Set<ResourceView>>()
  for (const endpoint of resourcesOf(template, 'AWS::EC2::VPCEndpoint')) {
    for (const place of read(placeOf(endpoint), 'Properties', 'VpcId')) {
      const id = targetOf(place, template)?.resource.id
      found.set(id, (found.get(id) ?? new Set()).add(endpoint))
    }
  }
  return found
})

const hasAddresses = oncePerResource((endpoint: ResourceView): boolean =>
  read(placeOf(endpoint), 'Properties', 'VpcEndpointType').some(
    ({ value }) => value !== undefined && value !== 'Gateway',
  ),
)

/** Whether AWS's services are perhaps reached inside a VPC: by any endpoint, or by one that has addresses in the subnets. */
export function hasEndpoint(vpc: string, kind: 'any' | 'interface', template: TemplateView): boolean {
  return [vpc, undefined].some((id) => {
    for (const endpoint of endpoints(template).get(id) ?? []) {
      template.effort.spend(1)
      if (kind === 'any' || hasAddresses(endpoint)) return true
    }
    return false
  })
}
