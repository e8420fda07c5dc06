import type { TemplateView } from '../template-view.ts'
import { placeOf, read } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'

/** Whether AWS's services are perhaps reached inside a VPC: by any endpoint, or by one that has addresses in the subnets. */
export function hasEndpoint(vpc: string, kind: 'any' | 'interface', template: TemplateView): boolean {
  return resourcesOf(template, 'AWS::EC2::VPCEndpoint').some((endpoint) => {
    const types = read(placeOf(endpoint), 'Properties', 'VpcEndpointType').map(
      ({ value }) => value ?? 'Gateway',
    )
    const isThere = read(placeOf(endpoint), 'Properties', 'VpcId').some((place) => {
      const id = targetOf(place, template)?.resource.id
      return id === undefined || id === vpc
    })
    return isThere && (kind === 'any' || types.some((type) => type !== 'Gateway'))
  })
}
